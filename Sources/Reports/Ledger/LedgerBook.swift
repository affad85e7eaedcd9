public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

/// The ledger while a report is built: every number gets its name here before it is printed anywhere.
public final class LedgerBook {
  public private(set) var entries: [FigureID: LedgerEntry] = [:]
  private let catalogue: Catalogue
  /// What has been added since it was last asked for; nil where nobody asks.
  private var news: [LedgerEntry]?

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  public subscript(id: FigureID) -> LedgerEntry? { entries[id] }

  /// Names an observation. The same observation is one entry, however often it is printed.
  ///
  /// - Returns: nil when the observation has no value.
  public func record(_ observation: Observation, of indicator: Indicator) throws(Failure) -> FigureID? {
    guard let value = observation.value else { return nil }
    let id = Self.name(indicator.code, observation.period, observation.selection)
    if !entries.keys.contains(id) {
      add(
        LedgerEntry(
          id: id, indicator: indicator.code, period: observation.period, selection: observation.selection, value: value,
          published: try Self.rounded(value, indicator.decimals), unitOfMeasure: indicator.unit.code,
          flags: observation.flags, coverage: observation.coverage, isIllustrative: observation.isIllustrative,
          formula: FormulaText.of(indicator, in: catalogue), origin: .observation(inputs: observation.inputs)))
    }
    return id
  }

  /// Adds an entry that is not an observation: a change, a total of counts, a quoted figure.
  public func add(_ entry: LedgerEntry) {
    guard !entries.keys.contains(entry.id) else { return }
    entries[entry.id] = entry
    news?.append(entry)
  }

  /// What has been added since this was last called; everything, the first time.
  func takeNews() -> [LedgerEntry] {
    let added = news ?? Array(entries.values)
    news = []
    return added
  }

  /// `membership-rate@2023/unit=904`; the whole has no selection in its name.
  public static func name(_ indicator: String, _ period: Period, _ selection: Selection = .whole) -> FigureID {
    FigureID("\(indicator)@\(period.code)\(suffix(selection))")
  }

  static func suffix(_ selection: Selection) -> String {
    var text = selection.units.isEmpty ? "" : "/unit=" + selection.units.joined(separator: "+")
    for (dimension, members) in selection.members.sorted(by: { $0.key < $1.key }) {
      text += "/\(dimension)=" + members.joined(separator: "+")
    }
    return text
  }

  static func rounded(_ value: Rational, _ decimals: Int) throws(Failure) -> ExactDecimal {
    do { return try value.rounded(to: decimals) } catch { throw .refused(Messages.overflow) }
  }
}

/// How an indicator is computed, in one line that does not depend on the language.
public enum FormulaText {
  public static func of(_ indicator: Indicator, in catalogue: Catalogue) -> String {
    switch indicator.definition {
    case .measure(let name): return measure(name, in: catalogue) + scaling(indicator)
    case .ratio(let top, let bottom):
      let scale = indicator.unit.isPercent ? "100 * " : ""
      return "\(scale)\(measure(top, in: catalogue)) / \(measure(bottom, in: catalogue))\(scaling(indicator))"
    case .share(let name, let along):
      let part = measure(name, in: catalogue)
      return "100 * \(part) / \(part) over all of \(along)"
    case .derived(let derivation): return derivation.description
    case .formula(let formula): return formula.description
    }
  }

  /// " / 1000000" where columns are in other units than the indicator.
  private static func scaling(_ indicator: Indicator) -> String {
    if indicator.scaling == .one { return "" }
    if indicator.scaling.denominator == 1 { return " * \(indicator.scaling.numerator)" }
    let divisor = (try? Rational.one.divided(by: indicator.scaling)) ?? .one
    return divisor.denominator == 1 ? " / \(divisor.numerator)" : " * \(indicator.scaling)"
  }

  private static func measure(_ name: String, in catalogue: Catalogue) -> String {
    guard let measure = catalogue.measures[name] else { return name }
    let conditions = measure.conditions.joined(separator: ", ")
    let function =
      switch measure.kind {
      case .flow: "sum"
      case .stock: measure.take.rawValue
      case .count: "count"
      case .distinct: "count_distinct"
      case .published: "value"
      }
    return "\(function)(\(measure.resource).\(measure.column)\(conditions.isEmpty ? "" : " where \(conditions)"))"
  }
}
