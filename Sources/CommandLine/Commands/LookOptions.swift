import ArgumentParser
import Findings
import Language
import Workbooks

/// How the workbook of a report looks.
struct LookOptions: ParsableArguments {
  @Flag(name: .long, help: "Write the workbook and nothing else.")
  var workbookOnly = false

  @Option(
    name: .long,
    help: "leaders: charts and a page to read and print; publication: accessible tables for everybody's software.")
  var profile: String?

  @Option(name: .long, help: "The file of a theme, or the name of one in reports/themes/.")
  var theme: String?

  /// - Parameter package: the folder of the data, from which `reports/themes/` is looked for, too.
  func look(package: String) throws(Failure) -> WorkbookLook {
    var kind = WorkbookLook.Profile.leaders
    if let profile {
      guard let known = WorkbookLook.Profile(rawValue: profile) else {
        let words = WorkbookLook.Profile.allCases.map(\.rawValue)
        throw .usage(
          Messages.unknownOption(
            Messages.wordProfile, profile, near: NearestWord.candidates(for: profile, among: words), known: words))
      }
      kind = known
    }
    guard let theme else { return WorkbookLook(profile: kind) }
    return WorkbookLook(profile: kind, theme: try ThemeFinder.theme(theme, package: package))
  }
}
