import Aggregation
import Catalogue
import Language

/// The command that shows where a value comes from.
enum ExplainQuery {
  static func text(_ indicator: Indicator, _ years: ClosedRange<Int>, _ selection: Selection) -> String {
    let period = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)/\(years.upperBound)"
    return "thapnien explain \(indicator.code) --period \(period)\(part(selection))"
  }

  /// Of a change: both ends and what is between.
  static func trend(_ indicator: Indicator, _ years: ClosedRange<Int>, _ selection: Selection) -> String {
    "thapnien trend \(indicator.code) --from \(years.lowerBound) --to \(years.upperBound)\(part(selection)) --explain"
  }

  private static func part(_ selection: Selection) -> String {
    var text = selection.units.map { " --unit \(quoted($0))" }.joined()
    for (dimension, codes) in selection.members.sorted(by: { $0.key < $1.key }) {
      for code in codes {
        text +=
          dimension == DimensionDeclaration.organisation
          ? " --organisation \(quoted(code))" : " --where \(quoted("\(dimension)=\(code)"))"
      }
    }
    return text
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_=.".contains($0) }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
