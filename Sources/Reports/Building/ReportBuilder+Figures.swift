import Aggregation
import Catalogue
import Findings
import Language
import Trends
import Values

extension ReportBuilder {
  /// An observation as a cell, entered in the ledger.
  func cell(_ observation: Observation?, _ indicator: Indicator) throws(Failure) -> ReportCell {
    guard let observation else { return .absent(.notApplicable) }
    guard let id = try book.record(observation, of: indicator), let entry = book[id] else {
      return .absent(observation.absence ?? .missing)
    }
    return .figure(
      ReportFigure(
        id: id, value: entry.published,
        style: indicator.unit.isPercent || entry.published.isZero && !entry.value.isZero ? .rounded : .plain,
        flags: observation.flags, isIllustrative: observation.isIllustrative,
        expression: try expression(observation, indicator).map { .rounding($0, decimals: indicator.decimals) }))
  }

  /// As `cell`, but empty where the table has no such observation.
  func cellOrEmpty(_ observation: Observation?, _ indicator: Indicator) throws(Failure) -> ReportCell {
    guard let observation else { return .empty }
    return try cell(observation, indicator)
  }

  /// How a ratio or a formula follows from other figures of the report, unrounded; nil for a measure, and where the
  /// published terms are not exactly those it was computed from.
  func expression(_ observation: Observation, _ indicator: Indicator) throws(Failure) -> FigureExpression? {
    switch indicator.definition {
    case .measure, .share, .derived: return nil
    case .ratio(let top, let bottom):
      let span = try observation.span()
      guard indicator.scaling == .one,
        let numerator = try term(top, observation.numerator, span, observation.selection),
        let denominator = try term(bottom, observation.denominator, span, observation.selection)
      else { return nil }
      let quotient = FigureExpression.dividing(numerator, denominator)
      return indicator.unit.isPercent ? .multiplying(.constant(ExactDecimal(100)), quotient) : quotient
    case .formula(let formula):
      return try expression(formula, try observation.span(), observation.selection)
    }
  }

  private func term(
    _ measure: String, _ value: Rational?, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> FigureExpression? {
    let publisher = dataset.catalogue.indicators.first { indicator in
      if case .measure(measure) = indicator.definition { return true }
      return false
    }
    guard let publisher, let value else { return nil }
    let observation = try evaluator.observe(publisher, in: span, of: selection)
    guard observation.value == value, let id = try book.record(observation, of: publisher),
      let published = book[id]?.published, Rational(published) == value
    else { return nil }
    return .figure(id)
  }

  private func expression(
    _ formula: Formula, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> FigureExpression? {
    func both(_ left: Formula, _ right: Formula) throws(Failure) -> (FigureExpression, FigureExpression)? {
      guard let left = try expression(left, span, selection), let right = try expression(right, span, selection)
      else { return nil }
      return (left, right)
    }
    switch formula {
    case .number(let number): return .constant(number)
    // Only rules look at the year before.
    case .previous: return nil
    case .indicator(let name):
      guard let operand = dataset.catalogue.indicator(name), case .measure = operand.definition else { return nil }
      let observation = try evaluator.observe(operand, in: span, of: selection)
      guard let value = observation.value, let id = try book.record(observation, of: operand),
        let published = book[id]?.published, Rational(published) == value
      else { return nil }
      return .figure(id)
    case .adding(let left, let right): return try both(left, right).map { .adding($0.0, $0.1) }
    case .subtracting(let left, let right): return try both(left, right).map { .subtracting($0.0, $0.1) }
    case .multiplying(let left, let right): return try both(left, right).map { .multiplying($0.0, $0.1) }
    case .dividing(let left, let right): return try both(left, right).map { .dividing($0.0, $0.1) }
    }
  }

  /// The change between two observations as a cell; `x` where it may not be compared, as sums that lack cells may not:
  /// their difference may be one of reporting alone.
  func changeCell(
    from first: Observation?, to last: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportCell {
    guard let first, let figure = try changeFigure(from: first, to: last, indicator) else {
      return .absent(.notApplicable)
    }
    return .figure(figure)
  }

  func changeFigure(
    from first: Observation, to last: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure? {
    guard try !lacksCells([first, last], indicator) else { return nil }
    return try differenceFigure(from: first, to: last, indicator)
  }

  /// The same, where the caller knows that what is lacking is not due yet.
  func differenceFigure(
    from first: Observation, to last: Observation, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure? {
    guard indicator.isComparable, !last.flags.contains(.breakInSeries),
      let change = try TrendBuilder.change(from: first, to: last, of: indicator),
      let start = try book.record(first, of: indicator), let end = try book.record(last, of: indicator)
    else { return nil }
    let id = FigureID(
      "\(indicator.code)@\(first.period.code)..\(last.period.code)\(LedgerBook.suffix(last.selection))#change")
    let published = try LedgerBook.rounded(change.absolute, indicator.decimals)
    let flags = first.flags.union(last.flags)
    let illustrative = first.isIllustrative || last.isIllustrative
    book.add(
      LedgerEntry(
        id: id, indicator: indicator.code, period: last.period, selection: last.selection, value: change.absolute,
        published: published, unitOfMeasure: change.unit.code, flags: flags, isIllustrative: illustrative,
        formula: "\(end) - \(start)",
        origin: .derived(from: [end, start])))
    let before = try expression(first, indicator) ?? .figure(start)
    let after = try expression(last, indicator) ?? .figure(end)
    return ReportFigure(
      id: id, value: published, style: .signed, flags: flags, isIllustrative: illustrative,
      direction: direction(indicator), expression: .rounding(.subtracting(after, before), decimals: indicator.decimals))
  }

  private func lacksCells(_ ends: [Observation], _ indicator: Indicator) throws(Failure) -> Bool {
    guard try evaluator.isSum(indicator) else { return false }
    return ends.contains { !($0.coverage?.isComplete ?? true) }
  }

  /// One decimal, and more where it would print a share just below or above the whole as the whole.
  private static func decimals(ofShare percent: Rational) -> Int {
    guard percent != .hundred else { return 1 }
    return (1...4).first { (try? percent.rounded(to: $0)) != ExactDecimal(100) } ?? 4
  }

  /// A percentage or a published score: differences are in points, never in percent.
  func isScore(_ indicator: Indicator) -> Bool {
    indicator.unit.isPercent || dataset.catalogue.measures(of: indicator).contains { $0.kind == .published }
  }

  func direction(_ indicator: Indicator) -> Int {
    switch indicator.good {
    case .up: 1
    case .down: -1
    case .none: 0
    }
  }

  /// The total of a flow divided by the number of reporting years.
  func averageCell(_ total: Observation?, _ indicator: Indicator) throws(Failure) -> ReportCell {
    guard let figure = try averageFigure(total, indicator) else { return .absent(.notApplicable) }
    return .figure(figure)
  }

  func averageFigure(_ total: Observation?, _ indicator: Indicator) throws(Failure) -> ReportFigure? {
    guard !periods.isSingle, evaluator.isFlow(indicator), case .measure = indicator.definition,
      indicator.isComparable, let total,
      let value = total.value, let id = try book.record(total, of: indicator)
    else { return nil }
    let years = total.period.years
    let name = FigureID("\(id.name)#average")
    let average: Rational
    do { average = try value.divided(by: Rational(years)) } catch { throw .refused(Messages.overflow) }
    let published = try LedgerBook.rounded(average, indicator.decimals)
    book.add(
      LedgerEntry(
        id: name, indicator: indicator.code, period: total.period, selection: total.selection, value: average,
        published: published, unitOfMeasure: indicator.unit.code, flags: total.flags,
        isIllustrative: total.isIllustrative, formula: "\(id.name) / \(years)", origin: .derived(from: [id])))
    return ReportFigure(
      id: name, value: published, flags: total.flags, isIllustrative: total.isIllustrative,
      expression: .rounding(
        .dividing(.figure(id), .constant(ExactDecimal(years))), decimals: indicator.decimals))
  }

  /// A planned value, entered in the ledger with its row.
  func targetFigure(_ target: Target, _ indicator: Indicator) throws(Failure) -> ReportFigure {
    let period = ReportingYear.calendar.year(target.year)
    let id = FigureID("\(LedgerBook.name(indicator.code, period).name)#target")
    let published = try LedgerBook.rounded(Rational(target.value), indicator.decimals)
    book.add(
      LedgerEntry(
        id: id, indicator: indicator.code, period: period, value: Rational(target.value), published: published,
        unitOfMeasure: indicator.unit.code, isIllustrative: target.isIllustrative, formula: "target",
        origin: .quoted(file: target.file, line: target.line, document: target.document)))
    return ReportFigure(id: id, value: published, isIllustrative: target.isIllustrative)
  }

  /// Whether an indicator differs from its target by so much, and not by so many percent of it: a rate or a score, and
  /// what should be small, of which more is no completion.
  func isMeasuredByGap(_ indicator: Indicator) -> Bool { isScore(indicator) || indicator.good == .down }

  /// How far a value is from its target: in points for a percentage, as a difference where less is better, otherwise in
  /// percent of the target.
  func completionFigure(
    _ observation: Observation, _ target: ReportFigure, _ indicator: Indicator
  ) throws(Failure) -> ReportFigure? {
    guard indicator.isComparable, let value = observation.value, let id = try book.record(observation, of: indicator),
      let own = book[target.id]
    else { return nil }
    let points = isMeasuredByGap(indicator)
    let result: Rational
    do {
      result =
        points
        ? try value.subtracting(own.value) : try value.divided(by: own.value).multiplied(by: .hundred)
    } catch {
      return nil
    }
    let decimals = points ? indicator.decimals : Self.decimals(ofShare: result)
    let name = FigureID("\(id.name)#\(points ? "gap" : "completion")")
    let published = try LedgerBook.rounded(result, decimals)
    let illustrative = observation.isIllustrative || target.isIllustrative
    book.add(
      LedgerEntry(
        id: name, indicator: indicator.code, period: observation.period, value: result, published: published,
        unitOfMeasure: points ? indicator.unit.ofChange.code : UnitOfMeasure.percent.code,
        flags: observation.flags, isIllustrative: illustrative,
        formula: points ? "\(id.name) - \(target.id.name)" : "100 * \(id.name) / \(target.id.name)",
        origin: .derived(from: [id, target.id])))
    let current = try expression(observation, indicator) ?? .figure(id)
    let expression: FigureExpression =
      points
      ? .subtracting(current, .figure(target.id))
      : .multiplying(.constant(ExactDecimal(100)), .dividing(current, .figure(target.id)))
    return ReportFigure(
      id: name, value: published, style: points ? .signed : .plain, flags: observation.flags,
      isIllustrative: illustrative, expression: .rounding(expression, decimals: decimals))
  }

  /// A number that is counted while the report is made: units that rose, targets that were met.
  func countFigure(
    _ name: String, _ count: Int, formula: String, from inputs: [FigureID], isIllustrative: Bool
  ) -> FigureID {
    let id = FigureID(name)
    book.add(
      LedgerEntry(
        id: id, indicator: nil, period: nil, value: Rational(count), published: ExactDecimal(count),
        unitOfMeasure: UnitOfMeasure.pure.code, isIllustrative: isIllustrative, formula: formula,
        origin: .derived(from: inputs)))
    return id
  }

  /// A published figure, entered in the ledger with its row.
  func claimFigure(_ claim: Claim, _ indicator: Indicator?) -> FigureID {
    let id = FigureID("claim/\(claim.id)")
    book.add(
      LedgerEntry(
        id: id, indicator: claim.indicator, period: nil, value: Rational(claim.value), published: claim.value,
        unitOfMeasure: indicator?.unit.code ?? UnitOfMeasure.pure.code, isIllustrative: false,
        formula: claim.bound.words.map { "published, \($0.english)" } ?? "published",
        origin: .quoted(file: claim.file, line: claim.line, document: claim.document)))
    return id
  }
}
