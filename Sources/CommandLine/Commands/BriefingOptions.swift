import ArgumentParser
import Briefings
import Findings
import Language

/// How the briefing of a report is written.
struct BriefingOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Columns of a line of the briefing; 78 unless given.", valueName: "columns"))
  var width: Int?

  @Flag(name: .long, help: "Write the briefing as Markdown, too.")
  var markdown = false

  /// Narrower than a figure with its unit, or wider than any page, is a slip of the finger.
  private static let widths = 40...240

  /// The formats, plain text first.
  func formats() throws(Failure) -> [BriefingFormat] {
    let width = width ?? BriefingFormat.standardWidth
    guard Self.widths.contains(width) else {
      throw .usage(Messages.wrongBriefingWidth(Self.widths.lowerBound, Self.widths.upperBound))
    }
    return [.text(width: width)] + (markdown ? [.markdown] : [])
  }
}
