import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// What a briefing's template can name. Every key is always there; what there is nothing to say about is false.
  ///
  /// - Parameter tables: those of the summary first.
  func briefingContext(
    period: Period, notices: [String], tables: [ReportTable], _ ahead: BriefingsAhead?
  ) throws(Failure) -> BriefingValue {
    var context: [String: BriefingValue] = [
      "title": .text(title[language]), "interim": .flag(title != definition.names),
      "heading": .text(title[language].uppercased()),
      "subtitle": .text(dataset.catalogue.title[language]),
      "place": .text(dataset.catalogue.place[language]), "subject": .text(dataset.catalogue.subject[language]),
      "period": .text(dates.counted(period)), "years": .text(title(of: period)),
      "as-of": .text(dates.short(period.cutOff)), "from-year": .text("\(flowYears.lowerBound)"),
      "to-year": .text("\(flowYears.upperBound)"),
      "notices": .list(notices.map { .object(["text": .text($0)]) }), "illustrative": .flag(!notices.isEmpty),
    ]
    context["table"] = printed(tables)
    context["slot"] = .object(
      Dictionary(
        definition.slots.map { ($0.name, .text(Messages.emptySlot($0.title)[language])) },
        uniquingKeysWith: { first, _ in first }))
    for indicator in dataset.catalogue.indicators {
      let known = ahead?.value(of: indicator.code)
      context[indicator.code] = if let known { known } else { try briefing(of: indicator) }
    }
    ahead?.finish()
    for entry in ahead?.entries ?? [] { book.add(entry) }
    let highlights = try highlights().map { BriefingValue.object(["sentence": .sentence($0)]) }
    context["highlights"] = highlights.isEmpty ? .flag(false) : .object(["list": .list(highlights)])
    context["ranking"] = try rankingContext()
    context["targets"] = try targetsContext()
    context["since-last"] = try sinceLast()
    context["limits"] = .list(try limits().map { .object(["sentence": .sentence($0)]) })
    return .object(context)
  }

  /// What the briefing can say of an indicator.
  func briefing(of indicator: Indicator) throws(Failure) -> BriefingValue {
    let trend = try trend(indicator)
    let whole = try total(indicator)
    var values: [String: BriefingValue] = [
      "name": .text(indicator.names[language]), "short": .text(indicator.shortNames[language]),
      "unit": .text(indicator.unitNames[language]), "bound": .flag(indicator.isLowerBound),
      "per-head": try perHead(indicator).map { .object(["value": .sentence($0)]) } ?? .flag(false),
      "first": try point(trend?.comparable.first, indicator), "last": try point(current(trend), indicator),
      "total": try point(whole, indicator), "average": try average(whole, indicator),
      "change": try change(trend, indicator), "target": try target(of: indicator, trend),
      "implausible": .flag(false), "coverage": .flag(false), "note": .flag(false), "spark": spark(trend, indicator),
    ]
    values.merge(try course(of: indicator, trend)) { _, new in new }
    if let reason = indicator.implausible { values["implausible"] = .object(["reason": .text(reason[language])]) }
    if let note = indicator.note { values["note"] = .object(["text": .text(note[language])]) }
    let gaps = try coverageSentences(of: indicator)
    if let first = gaps.first { values["coverage"] = .object(["phrase": .sentence(first)]) }
    return .object(values)
  }

  private func point(_ observation: Observation?, _ indicator: Indicator) throws(Failure) -> BriefingValue {
    guard let observation, let value = try prose(observation, indicator) else { return .flag(false) }
    return .object([
      "value": .sentence(value), "period": .text(TextWrap.keptTogether(pointInTime(observation, indicator))),
      "when": .text(inTime(observation, indicator)),
    ])
  }

  private func average(_ whole: Observation?, _ indicator: Indicator) throws(Failure) -> BriefingValue {
    guard let figure = try averageFigure(whole, indicator), let whole, let value = book[figure.id]?.value else {
      return .flag(false)
    }
    let words = try amount(value, decimals: indicator.decimals, indicator)
    let isPublished = claim(indicator, whole) != nil
    let mark = figure.isIllustrative && !isPublished ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    return .object([
      "value": .sentence(
        ReportSentence([
          .figure(try scaledName(figure.id, words, indicator), printed: words.printed), .text(words.unit + mark),
        ]))
    ])
  }

  private func change(_ trend: Trend?, _ indicator: Indicator) throws(Failure) -> BriefingValue {
    guard let trend, let (first, last) = ends(of: trend),
      let figure = try changeFigure(from: first, to: last, indicator),
      let phrase = try changePhrase(from: first, to: last, indicator)
    else { return .flag(false) }
    var values: [String: BriefingValue] = [
      "phrase": .sentence(phrase), "amount": .figure(figure.id, printed: numbers.string(figure.value.magnitude)),
      "rises": .flag(!figure.value.isZero && !figure.value.isNegative), "falls": .flag(figure.value.isNegative),
      "steady": .flag(figure.value.isZero),
      "from": .text(TextWrap.keptTogether(comparedPoint(first, indicator))),
      "to": .text(TextWrap.keptTogether(pointInTime(last, indicator))),
    ]
    values.merge(try inUnits(figure, from: first, to: last, indicator)) { first, _ in first }
    return .object(values)
  }

  private func target(of indicator: Indicator, _ trend: Trend?) throws(Failure) -> BriefingValue {
    guard let assessed = try assessedTargets().first(where: { $0.indicator.code == indicator.code }) else {
      return .flag(false)
    }
    let mark = assessed.target.isIllustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    let printed =
      indicator.unit.isPercent ? numbers.percent(assessed.target.value) : numbers.inProse(assessed.target.value)
    return .object([
      "value": .sentence(
        ReportSentence([.figure(assessed.target.id, printed: printed), .text(mark)])),
      "phrase": .sentence(try targetPhrase(assessed)), "met": .flag(assessed.state == .met),
      "missed": .flag(assessed.state == .missed), "open": .flag(assessed.state == .open),
      "first-time": try firstTimeContext(assessed),
    ])
  }

  // MARK: Comparisons

  private func rankingContext() throws(Failure) -> BriefingValue {
    let indicator = try indicator(definition.summary.headline)
    let ranked = try ranking(of: indicator)
    guard let whole = try trend(indicator)?.comparable.last, let top = ranked.first, let bottom = ranked.last,
      top.rank != bottom.rank
    else { return .flag(false) }
    let moves = try movesSentence(isNamed: true)
    return .object([
      "indicator": .text(
        whole.period.year == flowYears.upperBound
          ? indicator.names[language] : Messages.inPeriod(indicator.names, dates.label(whole.period))[language]),
      "highest-phrase": .sentence(
        try place(ranked.filter { $0.rank == top.rank }, Messages.leads(isOne:), whole, indicator)),
      "lowest-phrase": .sentence(
        try place(ranked.filter { $0.rank == bottom.rank }, Messages.isLowest(isOne:), whole, indicator)),
      "second": try second(ranked, whole, indicator), "others": try againstOthers(ranked, whole, indicator),
      "moves": moves.map { .object(["phrase": .sentence($0)]) } ?? .flag(false),
    ])
  }

  /// "Đơn vị A đứng đầu với 64,10% (mh), cao hơn mức chung 4,88 điểm phần trăm (mh)"; units that tie are all named.
  private func place(
    _ units: [RankedUnit], _ word: (_ isOne: Bool) -> LocalizedText, _ whole: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportSentence {
    guard let unit = units.first, let value = try prose(unit.last, indicator) else { return ReportSentence("") }
    let names = units.map { TextWrap.keptTogether($0.name) }
    var subject = names.joined(separator: ", ")
    if names.count > 1, let last = names.last {
      subject = names.dropLast().joined(separator: ", ") + " \(Messages.and[language]) \(last)"
    }
    let tied = units.count > 1 ? " (\(Messages.tied[language]))" : ""
    let gap = try gapFigure(unit.last, to: whole, indicator)
    var parts: [ReportSentence.Part] = [.text("\(subject)\(tied) \(word(units.count == 1)[language]) ")] + value.parts
    if !gap.value.isZero {
      let words = Messages.besideWhole(isBelow: gap.value.isNegative)
      parts.append(.text(", \(words.start[language])"))
      parts += try quantity(gap.id, gap.value, indicator)
      parts.append(.text(mark(gap.isIllustrative) + words.end[language]))
    }
    return ReportSentence(parts)
  }

  private func targetsContext() throws(Failure) -> BriefingValue {
    let assessed = try assessedTargets()
    // While the year lasts there is nothing to count but what is met early.
    guard assessed.contains(where: { !periods.isPartOfYear || $0.state != .open }) else { return .flag(false) }
    let illustrative = assessed.contains { $0.completion.isIllustrative }
    let year = flowYears.upperBound
    func count(_ name: String, _ matching: [AssessedTarget]) -> ReportSentence.Part {
      .figure(
        countFigure(
          "targets@\(year)#\(name)", matching.count, formula: "count of targets \(name)",
          from: assessed.map(\.completion.id), isIllustrative: illustrative),
        printed: numbers.inProse(matching.count))
    }
    let met = assessed.filter { $0.state == .met }
    let missed = assessed.filter { $0.state == .missed }
    let open = assessed.filter { $0.state == .open }
    let mark = illustrative ? "\u{A0}\(Messages.illustrativeMark[language])" : ""
    let words = Messages.targetsInAll
    var parts: [ReportSentence.Part] = [
      .text(words.start[language]), count("in-all", assessed), .text(words.targets[language]), count("met", met),
      .text(words.met[language]), count("missed", missed), .text(words.missed[language]),
    ]
    if !open.isEmpty { parts += [.text(", "), count("open", open), .text(words.open[language])] }
    let phrase = ReportSentence(parts + [.text(mark)])
    return .object([
      "phrase": .sentence(phrase),
      "missed": .list(
        try missed.mapped { target throws(Failure) in
          .object([
            "name": .text(target.indicator.names[language]), "phrase": .sentence(try targetPhrase(target)),
            "first-time": try firstTimeContext(target),
          ])
        }),
    ])
  }

  // MARK: Limits of the data

  private func coverageSentences(of indicator: Indicator) throws(Failure) -> [ReportSentence] {
    guard usedIndicators.contains(where: { $0.code == indicator.code }) else { return [] }
    return try coverageSentences().filter { $0.text.hasPrefix(indicator.names[language] + ":") }
  }

  private func limits() throws(Failure) -> [ReportSentence] {
    var sentences: [ReportSentence] = []
    if let partial = try partialSentence() { sentences.append(partial) }
    if let provisional = try provisionalSentence() { sentences.append(provisional) }
    sentences += try coverageSentences()
    // Of no period, so that only a report on published figures is limited by them.
    if definition.tables.contains(where: { $0.rows == .claims }) { sentences += claimsWithoutData() }
    sentences += try correctionSentences()
    return sentences
  }

  /// One sentence a document whose figures the package has no data for.
  private func claimsWithoutData() -> [ReportSentence] {
    var documents: [String] = []
    var figures: [String: [ReportSentence.Part]] = [:]
    for claim in claims where claim.indicator == nil || claim.years == nil {
      let document = claim.document ?? ""
      if figures[document] == nil { documents.append(document) }
      figures[document, default: []].append(
        .figure(claimFigure(claim, nil), printed: numbers.string(claim.value)))
    }
    return documents.map { document in
      let named = figures[document] ?? []
      let words = Messages.claimsWithoutData(document, isOne: named.count == 1)
      var parts: [ReportSentence.Part] = [.text(words.start[language])]
      for (index, figure) in named.enumerated() {
        if index > 0 { parts.append(.text(index == named.count - 1 ? " \(Messages.and[language]) " : ", ")) }
        parts.append(figure)
      }
      return ReportSentence(parts + [.text(words.end[language])])
    }
  }
}

extension Array {
  /// `map` with a typed error.
  func mapped<Result, Failure: Error>(_ transform: (Element) throws(Failure) -> Result) throws(Failure) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    for element in self { results.append(try transform(element)) }
    return results
  }
}
