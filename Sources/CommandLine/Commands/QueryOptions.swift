import Aggregation
import ArgumentParser
import Catalogue
import Findings
import Language
import Trends
import Values

/// Which part of the whole a query is about.
struct PartOptions: ParsableArguments {
  @Option(name: .long, help: "A unit, by code or name; may be repeated.", completion: Completing.units)
  var unit: [String] = []

  @Option(
    name: .long, help: "An organisation, by code or name; may be repeated.",
    completion: Completing.organisations)
  var organisation: [String] = []

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "A member of any dimension (unit=904), or a filter of rows ('membership-rate < 55 && level == district'); may be repeated.",
      valueName: "condition"))
  var conditions: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The units of which day: original, a day such as 2025-07-01, or a year, which means its last day.",
      valueName: "day"))
  var boundaries: String = "original"

  func statedOn() throws(Failure) -> Boundaries {
    guard let known = Boundaries(boundaries) else { throw .usage(Messages.wrongBoundaries(boundaries)) }
    return known
  }

  func selection(in dataset: Dataset) throws(Failure) -> Selection {
    let stated = try statedOn()
    var selection = Selection.whole
    for name in unit { try narrow(&selection, to: name, of: DimensionDeclaration.unit, in: dataset) }
    for name in organisation { try narrow(&selection, to: name, of: DimensionDeclaration.organisation, in: dataset) }
    for condition in conditions where !Self.isFilter(condition) {
      let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw .usage(Messages.wrongCondition(condition)) }
      let dimension = try QueryOptions.dimension(parts[0], in: dataset)
      guard dimension != DimensionDeclaration.period else { throw .usage(Messages.periodCondition) }
      try narrow(&selection, to: parts[1], of: dimension, in: dataset)
    }
    // The root of the hierarchy is the whole, unless its code may be another unit's on that day.
    if stated == .original, let roots = dataset.units?.roots, roots.count == 1, selection.units == roots {
      selection.units = []
    }
    return selection
  }

  /// A single equals sign narrows what is counted; anything more chooses among rows.
  private static func isFilter(_ condition: String) -> Bool {
    if condition.contains(where: { "<>!&|(\"'".contains($0) }) || condition.contains("==") { return true }
    return condition.split(separator: " ").contains { ["and", "or", "in", "not", "has"].contains($0) }
      && !condition.contains("=")
  }

  /// The filters of rows, all of which have to hold; nil without any.
  func filter(
    in dataset: Dataset, dimensions: [String], isOfSeries: Bool
  ) throws(Failure) -> Filter? {
    var filter: Filter?
    for condition in conditions where Self.isFilter(condition) {
      let next = try FilterParser.parse(
        condition, in: dataset, dimensions: dimensions, isOfSeries: isOfSeries, boundaries: statedOn())
      filter = filter.map { .both($0, next) } ?? next
    }
    return filter
  }

  /// Where there are no rows to choose among.
  func refuseFilters() throws(Failure) {
    if let filter = conditions.first(where: Self.isFilter) { throw .usage(Messages.noFilterHere(filter)) }
  }

  private func narrow(
    _ selection: inout Selection, to name: String, of dimension: String, in dataset: Dataset
  ) throws(Failure) {
    let code = try dataset.member(named: name, of: dimension, in: statedOn())
    if dimension == DimensionDeclaration.unit {
      if !selection.units.contains(code) { selection.units.append(code) }
    } else if selection.members[dimension]?.contains(code) != true {
      selection.members[dimension, default: []].append(code)
    }
  }
}

/// Which part of the whole and which years a query is about.
struct QueryOptions: ParsableArguments {
  @OptionGroup var part: PartOptions

  @Option(
    name: .long, help: "The first period: 2023, 2023-S1, 2023-9M, 2023-Q3, 2023-07.", completion: Completing.periods)
  var from: String?

  @Option(name: .long, help: "The last period.", completion: Completing.periods)
  var to: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The kind of periods (year, half-year, nine-months, quarter, month, term, range), or one period.",
      valueName: "kind|period"), completion: Completing.periodKinds)
  var period: String?

  func periods(in dataset: Dataset) throws(Failure) -> PeriodChoice {
    try PeriodInput.choice(from: from, to: to, period: period, in: dataset.catalogue)
  }

  static func year(_ text: String) throws(Failure) -> Int {
    guard text.utf8.count == 4, let year = Int(text), (1000...9999).contains(year) else {
      throw .usage(Messages.notAPeriod(text))
    }
    return year
  }

  /// A dimension's name, with suggestions for a wrong one.
  static func dimension(_ text: String, in dataset: Dataset) throws(Failure) -> String {
    let known = dataset.catalogue.dimensions.map(\.name) + [DimensionDeclaration.period]
    guard known.contains(text) else {
      let unknown = Messages.unknownWord(Messages.wordDimension, word: text)
      let hint = Messages.didYouMean(NearestWord.candidates(for: text, among: known), allowed: known)
      throw .usage(
        LocalizedText(
          vi: "\(unknown.vietnamese) \(hint.vietnamese)", en: "\(unknown.english) \(hint.english)"))
    }
    return text
  }
}
