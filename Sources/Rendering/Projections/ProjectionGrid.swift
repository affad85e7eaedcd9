import Aggregation
import Catalogue
import Language
import Statistics
public import Trends
public import Values

/// Projections of trends: always apart from the observations, each with its intervals and the flag F.
public struct ProjectionGrid {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  public init(_ forms: AnswerForms) { self.forms = forms }

  public typealias Projected = (trend: Trend, outcome: ProjectionOutcome)

  // MARK: For people

  /// One row a projected period; with a dimension, of each of its members.
  public func table(_ projected: [Projected], by dimension: String?) -> Grid {
    guard let trend = projected.first?.trend else { return Grid(columns: []) }
    let indicator = trend.indicator
    let illustrative = projected.contains { $0.trend.isIllustrative }
    let unit = indicator.unitNames[language]
    let heading = forms.marked(unit.isEmpty ? Messages.value[language] : unit, illustrative)
    var columns: [Grid.Column] = []
    if let dimension {
      columns.append(Grid.Column(key: dimension, heading: Messages.heading(dimension)[language], isLabel: true))
    }
    columns.append(Grid.Column(key: "period", heading: Messages.period[language], isLabel: true))
    columns.append(Grid.Column(key: "value", heading: heading, kind: .number(.plain)))
    for level in TrendProjection.levels {
      columns.append(
        Grid.Column(key: "", heading: Messages.projectedInterval(Self.percent(level))[language]))
    }
    columns.append(Grid.Column(key: "method", heading: Messages.projectionMethod[language]))
    columns.append(Grid.Column(key: "mase", heading: "MASE", kind: .number(.plain)))
    var grid = Grid(
      title: forms.marked("\(Messages.projectionTitle[language]): \(indicator.names[language])", illustrative),
      columns: columns)
    for (place, (trend, outcome)) in projected.enumerated() {
      guard let projection = outcome.projection else { continue }
      for (index, step) in projection.steps.enumerated() {
        var row: [GridCell] = dimension.map { [.text(index == 0 ? name(trend, $0, at: place) : "")] } ?? []
        row += [.text(forms.heading(step.period)), number(step.value, indicator, flags: StatusFlags(.forecast))]
        row += step.intervals.map { .text(words($0, indicator)) }
        row.append(.text(index == 0 ? Messages.name(of: projection.method)[language] : ""))
        row.append(
          index == 0 ? projection.scaledError.flatMap { Self.decimal($0, 2) }.map { .number($0) } ?? .empty : .empty)
        grid.rows.append(row)
      }
    }
    grid.footnotes = footnotes(projected, dimension)
    return grid
  }

  private func footnotes(_ projected: [Projected], _ dimension: String?) -> [String] {
    var notes: [String] = []
    if let projection = projected.lazy.compactMap(\.outcome.projection).first {
      let errors = projection.trials.map { trial in
        let error = trial.scaledError.flatMap { Self.decimal($0, 2) }.map { forms.numbers.string($0) } ?? "–"
        return "\(Messages.name(of: trial.method)[language]) \(error)"
      }
      if projected.count == 1 {
        notes.append(
          Messages.projectionBasis(
            forms.dates.range(forms.heading(projection.first), forms.heading(projection.last)),
            errors.joined(separator: "; "))[language])
      }
      notes.append(Messages.projectionCaveat[language])
    }
    var used: [(label: String, observation: Observation)] = []
    for (place, (trend, outcome)) in projected.enumerated() {
      guard let rests = outcome.projection else { continue }
      let part = dimension.map { "\(name(trend, $0, at: place)) " } ?? ""
      used += trend.lacking.filter { $0.period >= rests.first }.map { (part + forms.heading($0.period), $0) }
    }
    notes += forms.incomplete(used, in: Messages.incompleteButUsed)
    for (place, (trend, outcome)) in projected.enumerated() {
      guard let reason = outcome.refusal else { continue }
      notes.append((dimension.map { "\(name(trend, $0, at: place)): " } ?? "") + reason[language])
    }
    return notes
  }

  private func name(_ trend: Trend, _ dimension: String, at place: Int) -> String {
    forms.member(trend.selection, dimension, at: place, in: trend.points.last?.period.year ?? 9999)
  }

  private func words(_ range: ClosedRange<Double>, _ indicator: Indicator) -> String {
    let ends = [range.lowerBound, range.upperBound].map { end in
      Self.decimal(end, indicator.decimals).map { forms.numbers.string($0) } ?? "–"
    }
    return "\(ends[0]) – \(ends[1])"
  }

  private func number(_ value: Double, _ indicator: Indicator, flags: StatusFlags = []) -> GridCell {
    Self.decimal(value, indicator.decimals).map { .number($0, flags: flags) } ?? .absent(.notApplicable)
  }

  private static func decimal(_ value: Double, _ decimals: Int) -> ExactDecimal? {
    StatisticsForms.decimal(value, decimals)
  }

  private static func percent(_ level: Double) -> Int { Int((level * 100).rounded()) }

  // MARK: For machines

  private static var keys: [String] {
    TrendProjection.levels.flatMap { ["lower_\(percent($0))", "upper_\(percent($0))"] } + ["method"]
  }

  /// The rows of a long table of trends and after each series its projected ones, flagged F, with columns of their own.
  public func extended(_ grid: Grid, with projected: [Projected], by dimension: String?) -> Grid {
    var grid = grid
    let observed = grid.columns.count
    grid.columns += Self.keys.map { key in
      Grid.Column(key: key, heading: key, kind: key == "method" ? .text : .number(.plain))
    }
    var start = 0
    var rows: [[GridCell]] = []
    for (trend, outcome) in projected {
      let own = grid.rows[start..<min(grid.rows.count, start + trend.points.count)]
      start += trend.points.count
      rows += own
      guard let projection = outcome.projection, let labels = own.first else { continue }
      let named = grid.columns.prefix { $0.key != "period" }.count
      for step in projection.steps {
        var row = Array(labels.prefix(named)) + [GridCell](repeating: .empty, count: max(0, observed - named))
        for (index, column) in grid.columns.enumerated() {
          switch column.key {
          case "period": row[index] = .text(step.period.code)
          case "start": row[index] = .text(step.period.start.description)
          case "end": row[index] = .text(step.period.end.description)
          case "value": row[index] = number(step.value, trend.indicator)
          case "flags": row[index] = .text(StatusFlag.forecast.rawValue)
          default: break
          }
        }
        row += step.intervals.flatMap {
          [number($0.lowerBound, trend.indicator), number($0.upperBound, trend.indicator)]
        }
        row.append(.text(projection.method.rawValue))
        rows.append(row)
      }
    }
    grid.rows = rows
    return grid
  }

  /// What JSON says of one series.
  public func json(_ projected: Projected) -> JSONValue {
    guard let projection = projected.outcome.projection else {
      return ["refused": .string(orNull: projected.outcome.refusal?[language])]
    }
    let indicator = projected.trend.indicator
    func number(_ value: Double?, _ decimals: Int) -> JSONValue {
      value.flatMap { Self.decimal($0, decimals) }.map { .number($0) } ?? .null
    }
    let steps = projection.steps.map { step -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("period", .string(step.period.code)), .init("value", number(step.value, indicator.decimals)),
        .init("flags", .strings([StatusFlag.forecast.rawValue])),
      ]
      for (level, interval) in zip(TrendProjection.levels, step.intervals) {
        members.append(
          .init(
            "interval_\(Self.percent(level))",
            .array([number(interval.lowerBound, indicator.decimals), number(interval.upperBound, indicator.decimals)])))
      }
      return .object(members)
    }
    return [
      "method": .string(projection.method.rawValue), "scaled_error": number(projection.scaledError, 4),
      "tried": .array(
        projection.trials.map {
          ["method": .string($0.method.rawValue), "scaled_error": number($0.scaledError, 4)]
        }),
      "from": .string(projection.first.code), "to": .string(projection.last.code), "points": .array(steps),
    ]
  }
}
