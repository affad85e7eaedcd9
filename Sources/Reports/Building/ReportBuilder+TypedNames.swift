import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// Names of a template that say what they print: a change in its unit, a table, a line of signs.
extension ReportBuilder {
  /// `pp`, "2,92 điểm phần trăm", for a percentage; `percent`, "7,2%", for what has a size. The other of the two is a
  /// mistake, and not nothing.
  func inUnits(
    _ change: ReportFigure, from first: Observation, to last: Observation, _ indicator: Indicator
  ) throws(Failure) -> [String: BriefingValue] {
    if indicator.unit.isPercentage {
      let points = ReportSentence(
        try quantity(change.id, change.value, indicator) + [.text(mark(change.isIllustrative && !isPublished(change)))])
      return [
        "pp": .sentence(points), "percent": .misfit(instead: "pp", reason: Messages.changeInPoints(indicator.names)),
      ]
    }
    let reason = Messages.changeNotInPoints(indicator.names)
    guard !isScore(indicator) else {
      return [
        "pp": .misfit(instead: "amount", reason: reason),
        "percent": .misfit(instead: "amount", reason: Messages.changeInPoints(indicator.names)),
      ]
    }
    return [
      "pp": .misfit(instead: "amount", reason: reason),
      "percent": try relativeChange(from: first, to: last, change, indicator),
    ]
  }

  /// By their numbers; those of the summary page are `summary-1`, `summary-2`. Under `brief` they stand without the notes
  /// below them, for a text that says these things itself.
  func printed(_ tables: [ReportTable]) -> BriefingValue {
    var named: [String: BriefingValue] = [:]
    var brief: [String: BriefingValue] = [:]
    for (index, table) in tables.enumerated() {
      let name = table.sheetName.isEmpty ? "summary-\(index + 1)" : table.id
      named[name] = .table(table, language)
      var short = table
      // How the numbers of the table itself are to be read stays.
      short.notes.removeAll { $0.text != Messages.changesFromUnrounded[language] }
      brief[name] = .table(short, language)
    }
    named["brief"] = .object(brief)
    return .object(named)
  }

  /// The shape of a series of at least three values in one line, with the periods that it runs from and to.
  func spark(_ trend: Trend?, _ indicator: Indicator) -> BriefingValue {
    guard let trend, trend.points.count > 2, trend.points.count(where: { $0.value != nil }) > 2,
      let first = trend.points.first, let last = trend.points.last
    else { return .flag(false) }
    return .object([
      "line": .text(SparkLine.string(trend.points.map { $0.printed(indicator) }) + mark(trend.isIllustrative)),
      "from": .text(dates.short(first.period)), "to": .text(dates.short(last.period)),
    ])
  }

  /// "Số liệu 6 tháng đầu năm 2023 là số sơ bộ; tùy chỉ tiêu, tính đến ngày 14/6/2023 hoặc ngày 30/6/2023."
  func provisionalSentence() throws(Failure) -> ReportSentence? {
    guard periods.isPartOfYear else { return nil }
    var days: Set<CalendarDate> = []
    for indicator in usedIndicators {
      guard let point = current(try trend(indicator)), point.flags.contains(.provisional) else { continue }
      days.insert(point.period.cutOff)
    }
    guard !days.isEmpty else { return nil }
    return ReportSentence(
      Messages.provisionalPart(dates.label(calendarPeriod(flowYears.upperBound)), days: days.sorted())[language])
  }
}
