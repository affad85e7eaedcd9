import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// "Đơn vị B và Đơn vị C (đồng hạng) cùng đứng thứ hai với 62,75%"; false when the second place is the last, too.
  func second(
    _ ranked: [RankedUnit], _ whole: Observation, _ indicator: Indicator
  ) throws(Failure) -> BriefingValue {
    guard let top = ranked.first, let bottom = ranked.last,
      let next = ranked.first(where: { $0.rank != top.rank }), next.rank == 2, next.rank != bottom.rank,
      let value = try prose(next.last, indicator)
    else { return .flag(false) }
    let units = ranked.filter { $0.rank == next.rank }
    let names = Messages.list(units.map { TextWrap.keptTogether($0.name) }, language)
    let tied = units.count > 1 ? " (\(Messages.tied[language]))" : ""
    let words = Messages.second(isOne: units.count == 1)[language]
    return .object(["phrase": .sentence(ReportSentence([.text("\(names)\(tied) \(words) ")] + value.parts))])
  }

  /// How the first unit differs from all others together: "cao hơn mức chung của các đơn vị còn lại 4,07 điểm phần trăm".
  func againstOthers(
    _ ranked: [RankedUnit], _ whole: Observation, _ indicator: Indicator
  ) throws(Failure) -> BriefingValue {
    guard let top = ranked.first, ranked.dropFirst().first?.rank != top.rank, let own = top.last.value,
      let others = try trends.others(of: indicator, than: top.last, in: whole, count: ranked.count),
      let gap = try? own.subtracting(others), let id = try book.record(top.last, of: indicator),
      let part = try terms(of: indicator, top.last), let all = try terms(of: indicator, whole)
    else { return .flag(false) }
    let figure = try derivedFigure(
      "\(id.name)#against-others", gap, decimals: indicator.decimals, unit: indicator.unit.ofChange, of: indicator,
      period: whole.period, selection: top.last.selection, formula: "against the whole without it",
      from: [id] + part + all)
    guard !figure.value.isZero else { return .flag(false) }
    let words = Messages.besideOthers(isBelow: figure.value.isNegative)
    return .object([
      "phrase": .sentence(
        ReportSentence(
          [.text(words.start[language])] + (try quantity(figure.id, figure.value, indicator))
            + [.text(mark(figure.isIllustrative) + words.end[language])]))
    ])
  }
}
