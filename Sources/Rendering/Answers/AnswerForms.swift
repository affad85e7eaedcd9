public import Aggregation
public import Catalogue
import Datasets
public import Language
import Trends
import Values

/// What the answers to queries share: names, printed values, notices.
public struct AnswerForms {
  public let dataset: Dataset
  public let language: OutputLanguage
  /// On which units the answers are stated.
  public let boundaries: Boundaries
  /// Made-up values chose which members are shown: letters stand for their names.
  public var hidesNames = false
  /// Names that several units of one level have, with their levels.
  private let namesakes: Set<[String]>
  let numbers: NumberForm
  let dates: DateForm

  public init(_ dataset: Dataset, language: OutputLanguage, boundaries: Boundaries = .original) {
    self.dataset = dataset
    self.boundaries = boundaries
    self.language = language
    namesakes = Self.namesakes(dataset.units)
    numbers = NumberForm(language)
    dates = DateForm(language)
  }

  /// What stands before the figures when some are illustrative.
  func notices(isIllustrative: Bool) -> [String] {
    let restated = boundaries.day.map { ["\(Messages.restatedOn($0)[language])."] } ?? []
    guard isIllustrative else { return restated }
    let notice = dataset.package.illustrativeNotice.map { ": \($0[language])" } ?? ""
    return ["\(Messages.illustrativeNotice[language])\(notice)"] + restated
  }

  func marked(_ text: String, _ isIllustrative: Bool) -> String {
    isIllustrative ? "\(text) \(Messages.illustrativeMark[language])" : text
  }

  /// The name of a member as it is at the end of the years; for the whole, of the hierarchy's root.
  func name(_ code: String?, of dimension: String, in year: Int) -> String {
    let members = dataset.dimensions[dimension]
    guard let code = code ?? members?.roots.first else { return Messages.seriesTotal[language] }
    var day = CalendarDate.lastDay(of: year)
    if dimension == DimensionDeclaration.unit, let stated = boundaries.day { day = stated }
    guard let member = members?.member(code, on: day) else { return code }
    let name = member.names[language]
    guard dimension == DimensionDeclaration.unit, namesakes.contains([member.level ?? "", member.names.vietnamese])
    else { return name }
    return "\(name) (\(code))"
  }

  /// The name of what one of several series is about, or the letter of its place among them.
  func member(_ selection: Selection, _ dimension: String, at index: Int, in year: Int) -> String {
    letter(dimension, at: index) ?? name(Self.code(selection, dimension), of: dimension, in: year)
  }

  /// Its code, for machines, or the letter.
  func memberCode(_ selection: Selection, _ dimension: String, at index: Int) -> String {
    letter(dimension, at: index) ?? Self.code(selection, dimension) ?? ""
  }

  func letter(_ dimension: String, at index: Int) -> String? {
    guard hidesNames, Ranking.hidden.contains(dimension) else { return nil }
    return "\(Messages.heading(dimension)[language]) \(Ranking.letters(index))"
  }

  private static func code(_ selection: Selection, _ dimension: String) -> String? {
    dimension == DimensionDeclaration.unit ? selection.unit : selection.member(of: dimension)
  }

  private static func namesakes(_ units: Dimension?) -> Set<[String]> {
    var codes: [[String]: Set<String>] = [:]
    for unit in units?.versions ?? [] {
      codes[[unit.level ?? "", unit.names.vietnamese], default: []].insert(unit.code)
    }
    return Set(codes.filter { $0.value.count > 1 }.keys)
  }

  /// The year at the end of a span, for the names that members had then.
  func year(of span: PeriodSpan?) -> Int { span.map { ReportingYear.calendar.period(of: $0).end.year } ?? 9999 }

  /// A period at the head of a column, by its code: `2023`, `Quý III/2023`, the name of a term.
  public func heading(ofPeriod code: String) -> String {
    if let declared = dataset.catalogue.period(code) { return declared.names[language] }
    guard let slot = PeriodSlot(code: code) else { return code }
    return dates.short(ReportingYear.calendar.period(of: .slot(slot)))
  }

  /// A period at the head of a column.
  func heading(_ period: Period) -> String {
    dataset.catalogue.period(period.code)?.names[language] ?? dates.short(period)
  }

  /// A period in a sentence.
  func label(_ period: Period) -> String {
    dataset.catalogue.period(period.code)?.names[language] ?? dates.label(period)
  }

  /// The ends of a change: `2014 – 2023`, `Quý III/2022 – Quý III/2023`.
  func span(of change: TrendChange) -> String {
    if change.from.kind == .year, change.to.kind == .year { return dates.years(change.from.year, change.to.year) }
    return dates.range(heading(change.from), heading(change.to))
  }

  /// `2014 – 2023`, `Quý I/2022 – Quý III/2022`.
  func label(from first: PeriodSpan?, to last: PeriodSpan?) -> String {
    guard let first, let last else { return "" }
    if let from = first.single, let to = last.single, from.kind == .year, from != to {
      return dates.years(from.year, to.year)
    }
    let ends = [first, last].map { heading(ofPeriod: $0.code) }
    return first == last ? ends[0] : dates.range(ends[0], ends[1])
  }

  /// A span at the head of a column: `2023`, `2014 – 2023`.
  func label(of span: PeriodSpan) -> String {
    guard case .slots(let first, let last) = span else { return label(from: span, to: span) }
    return label(from: .slot(first), to: .slot(last))
  }

  /// The code that stands for the whole in answers to machines: the one root of the hierarchy.
  var wholeUnit: String? {
    guard let roots = dataset.units?.roots, roots.count == 1 else { return nil }
    // A code that was used again does not say which whole it is.
    if boundaries != .original, dataset.units?.versions(of: roots[0]).count != 1 { return nil }
    return roots[0]
  }

  /// The code or codes in a column of units.
  func unitCode(_ selection: Selection) -> String {
    selection.units.isEmpty ? wholeUnit ?? "" : selection.units.joined(separator: " ")
  }

  /// `Tỷ lệ tập hợp (%)`.
  public func title(_ indicator: Indicator) -> String {
    let unit = indicator.unitNames[language]
    return indicator.names[language] + (unit.isEmpty ? "" : " (\(unit))")
  }

  /// A title with the part of the whole that the figures are about; `except` names what the rows are.
  func titled(_ title: String?, _ selection: Selection, except dimension: String? = nil, in year: Int?) -> String? {
    var names: [String] = []
    if dimension != DimensionDeclaration.unit {
      names += selection.units.map { name($0, of: DimensionDeclaration.unit, in: year ?? 9999) }
    }
    for (other, codes) in selection.members.sorted(by: { $0.key < $1.key }) where other != dimension {
      names += codes.map { name($0, of: other, in: year ?? 9999) }
    }
    guard !names.isEmpty else { return title }
    return ([title].compactMap { $0 } + [names.joined(separator: ", ")]).joined(separator: " – ")
  }

  /// The footnote on values to which not all cells have reported: a lower figure may be a gap, no fall.
  ///
  /// - Parameter words: what is said of the list.
  func incomplete(
    _ cells: [(label: String, observation: Observation)], in words: (String) -> LocalizedText = Messages.incomplete
  ) -> [String] {
    let gaps = cells.compactMap { cell -> String? in
      guard cell.observation.value != nil, let coverage = cell.observation.coverage,
        coverage.reporting < coverage.expected
      else { return nil }
      return "\(cell.label) (\(coverage.reporting)/\(coverage.expected))"
    }
    guard !gaps.isEmpty else { return [] }
    let shown = 5
    let rest = gaps.count > shown ? [Messages.andMore(gaps.count - shown)[language]] : []
    return [words((gaps.prefix(shown) + rest).joined(separator: "; "))[language]]
  }

  /// One value in words: `59,22% P (mh)`.
  public func value(_ observation: Observation, _ indicator: Indicator) -> String {
    guard let value = observation.value, let printed = try? value.rounded(to: indicator.decimals) else {
      return (observation.absence ?? .missing).name[language]
    }
    let text = numbers.withUnit(numbers.string(printed), indicator.unitNames)
    let flags = observation.flags.codes.joined()
    return marked(text + (flags.isEmpty ? "" : " \(flags)"), observation.isIllustrative)
  }

  func cell(_ observation: Observation, _ indicator: Indicator) -> GridCell {
    guard let value = observation.value, let printed = try? value.rounded(to: indicator.decimals) else {
      return .absent(observation.absence ?? .missing)
    }
    return .number(printed, flags: observation.flags, unrounded: value)
  }
}
