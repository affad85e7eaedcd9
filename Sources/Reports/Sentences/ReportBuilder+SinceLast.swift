import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

/// What is new since the edition before.
extension ReportBuilder {
  /// False without one. Asked when all of the report is built: every number of it may have been revised.
  func sinceLast() throws(Failure) -> BriefingValue {
    guard let previous else { return .flag(false) }
    let ledger = previous.ledger
    let title = Messages.sinceEdition(dates.counted(ledger.period), dates.short(ledger.period.cutOff))[language]
    guard ledger.package == dataset.package.name, ledger.report == definition.name else {
      return edition(title, [ReportSentence(Messages.otherEdition[language])])
    }
    let comparison = EditionComparison(ledger, book.entries)
    var sentences: [ReportSentence] = []
    if let changed = redefined(comparison) { sentences.append(changed) }
    sentences += extended(comparison)
    sentences += try revised(comparison, previous)
    sentences += try crossedTargets(comparison)
    sentences += try newRecords(comparison)
    if sentences.isEmpty { sentences = [ReportSentence(Messages.nothingNew[language])] }
    return edition(title, sentences)
  }

  private func edition(_ title: String, _ sentences: [ReportSentence]) -> BriefingValue {
    .object([
      "title": .text(title), "list": .list(sentences.map { .object(["sentence": .sentence($0)]) }),
    ])
  }

  private func redefined(_ comparison: EditionComparison) -> ReportSentence? {
    let names = dataset.catalogue.indicators.filter { comparison.redefined.contains($0.code) }.map {
      $0.names[language]
    }
    return names.isEmpty ? nil : ReportSentence("\(Messages.redefined[language]) \(Messages.list(names, language)).")
  }

  /// "Số liệu năm 2023 tính đến ngày 31/12/2023; kỳ trước tính đến ngày 30/9/2023."
  private func extended(_ comparison: EditionComparison) -> [ReportSentence] {
    comparison.extended.compactMap { pair in
      guard let then = pair.old.period, let now = pair.new.period else { return nil }
      return ReportSentence(
        Messages.extendedTo(dates.inSentence(now), dates.short(now.cutOff), before: dates.short(then.cutOff))[language])
    }
  }

  /// Values of the whole one by one, up to five, those of its parts by their number: "… năm 2021 từ 2.290 thành 2.300 buổi".
  private func revised(
    _ comparison: EditionComparison, _ previous: PreviousEdition
  ) throws(Failure) -> [ReportSentence] {
    var named: [ReportSentence] = []
    var others: [FigureID] = []
    for revision in comparison.revisions {
      guard named.count < 5, revision.new.selection == .whole, let period = revision.new.period,
        let indicator = revision.new.indicator.flatMap({ dataset.catalogue.indicator($0) })
      else {
        others.append(revision.new.id)
        continue
      }
      let quoted = FigureID("\(PreviousEdition.folder)/\(revision.old.id.name)")
      book.add(
        LedgerEntry(
          id: quoted, indicator: indicator.code, period: revision.old.period, value: revision.old.value,
          published: revision.old.published, unitOfMeasure: revision.old.unitOfMeasure, flags: revision.old.flags,
          isIllustrative: revision.old.isIllustrative, formula: "published in the previous edition",
          origin: .quoted(
            file: "\(PreviousEdition.folder)/\(previous.ledger.report).ledger.json", line: 1,
            document: "SHA-256 \(previous.sha256)")))
      let words = Messages.revised(indicator.names, TextWrap.keptTogether(dates.counted(period)))
      let (before, after) = try both(revision, quoted, indicator)
      named.append(
        ReportSentence(
          [.text(words.start[language])] + before + [.text(words.middle[language])] + after
            + [.text("\(mark(revision.new.isIllustrative)).")]))
    }
    guard !others.isEmpty else { return named }
    let illustrative = others.contains { book[$0]?.isIllustrative ?? false }
    let count = countFigure(
      "revised-since-last", others.count, formula: "count of figures revised", from: others,
      isIllustrative: illustrative)
    let words = named.isEmpty ? Messages.revisedParts : Messages.revisedMore
    named.append(
      ReportSentence([
        .text(words.start[language]), .figure(count, printed: numbers.inProse(others.count)),
        .text("\(words.end[language])\(mark(illustrative))."),
      ]))
    return named
  }

  /// The old and the new value, the unit once where it is the same. Money is said in the unit that suits its size, unless the
  /// two would look alike.
  private func both(
    _ revision: EditionComparison.Revision, _ quoted: FigureID, _ indicator: Indicator
  ) throws(Failure) -> (before: [ReportSentence.Part], after: [ReportSentence.Part]) {
    let (old, new) = (revision.old.published, revision.new.published)
    let said = (
      try amount(Rational(old), decimals: old.scale, indicator),
      try amount(Rational(new), decimals: new.scale, indicator)
    )
    if said.0.money != nil, said.1.money != nil, said.0.printed != said.1.printed || said.0.unit != said.1.unit {
      let before: [ReportSentence.Part] = [
        .figure(try scaledName(quoted, said.0, indicator), printed: said.0.printed)
      ]
      return (
        said.0.unit == said.1.unit ? before : before + [.text(said.0.unit)],
        [.figure(try scaledName(revision.new.id, said.1, indicator), printed: said.1.printed), .text(said.1.unit)]
      )
    }
    func printed(_ value: ExactDecimal) -> String {
      indicator.unit.isPercent ? numbers.percent(value) : numbers.inProse(value)
    }
    return (
      [.figure(quoted, printed: printed(old))],
      [
        .figure(revision.new.id, printed: printed(new)),
        .text(indicator.unit.isPercent ? "" : unitAfter(new, indicator)),
      ]
    )
  }

  private func crossedTargets(_ comparison: EditionComparison) throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    for assessed in try assessedTargets() where assessed.state != .open {
      let indicator = assessed.indicator
      guard !comparison.wasOpen(indicator, isFlow: evaluator.isFlow(indicator)),
        let before = comparison.metTarget(of: indicator), before != (assessed.state == .met)
      else { continue }
      let words = before ? Messages.targetNowMissed : Messages.targetNowMet
      sentences.append(
        ReportSentence(
          [.text("\(indicator.names[language]): \(words[language]); ")] + (try targetPhrase(assessed)).parts + [
            .text((try firstTime(assessed)).map { ", \($0[language])" } ?? ""), .text("."),
          ]))
    }
    return sentences
  }

  /// Records of a year, or of a value, that the edition before did not have; one that only ties is none.
  private func newRecords(_ comparison: EditionComparison) throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    for indicator in usedIndicators where !comparison.redefined.contains(indicator.code) {
      guard let trend = try trend(indicator), let record = trend.record, record.ties.isEmpty,
        let point = trend.comparable.last, let id = try book.record(point, of: indicator), let entry = book[id],
        comparison.isNews(id, entry, upTo: point.period.cutOff), let value = try prose(point, indicator),
        let words = recordPhrase(trend, isDated: true)
      else { continue }
      sentences.append(
        ReportSentence(
          [.text("\(indicator.names[language]): \(inTime(point, indicator))\(Messages.amountsTo[language])")]
            + value.parts
            + [.text(", \(words)\(mark(trend.isIllustrative)).")]))
    }
    return sentences
  }
}
