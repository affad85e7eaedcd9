import Aggregation
import Catalogue
public import Findings
import Language
import Values

/// Judges a list of published figures.
public struct ClaimCheck {
  private let judge: Judge

  public init(_ judge: Judge) { self.judge = judge }

  public func results(_ claims: [PublishedClaim]) throws(Failure) -> [ClaimResult] {
    var results: [ClaimResult] = []
    for claim in claims {
      let indicator = claim.indicator.flatMap { judge.dataset.catalogue.indicator($0) }
      var judgement = try self.judgement(claim, indicator)
      if claim.kind == .change, let implied = impliedByLevels(claim, in: claims) { judgement.reasons.append(implied) }
      results.append(ClaimResult(claim: claim, indicator: indicator, judgement: judgement))
    }
    return results
  }

  private func judgement(_ claim: PublishedClaim, _ indicator: Indicator?) throws(Failure) -> Judgement {
    guard let indicator else { return Judgement([.notComputable], reasons: try reasons(claim)) }
    guard let last = claim.lastYear else { return Judgement([.notComputable], reasons: [Messages.noPeriodStated]) }
    let first = claim.firstYear ?? last
    guard first <= last else {
      return Judgement([.notComputable], reasons: [Messages.periodsReversed(first, last)])
    }
    guard let (figure, unit) = figure(claim, indicator) else {
      return Judgement([.wrongUnit], reasons: [Messages.unitIs(indicator.unitNames)])
    }
    return try judge.judge(
      Assertion(
        indicator: indicator, quantity: claim.kind == .change ? .change(since: first) : .level,
        years: claim.kind == .change ? last...last : first...last,
        selection: judge.selection(claim.unit, claim.organisation), figure: figure, unit: unit))
  }

  /// Why a claim without an indicator of the catalogue cannot be computed.
  private func reasons(_ claim: PublishedClaim) throws(Failure) -> [LocalizedText] {
    var reasons: [LocalizedText] = []
    if let code = claim.indicator {
      let known = judge.dataset.catalogue.indicators.map(\.code)
      let near = Messages.didYouMean(NearestWord.candidates(for: code, among: known), allowed: [])
      reasons.append(Messages.sentence(Messages.unknownWord(Messages.wordIndicator, word: code), near))
    } else {
      reasons.append(Messages.noIndicatorFor)
    }
    guard let last = claim.lastYear else { return reasons + [Messages.noPeriodStated] }
    let begin = try judge.reportedYears()?.lowerBound
    if let begin, last < begin { reasons.append(Messages.beforeTheData(last, begin: begin)) }
    return reasons
  }

  /// The number in the unit of the indicator, and the unit that the text itself prints; nil when the list's unit cannot
  /// be converted.
  private func figure(_ claim: PublishedClaim, _ indicator: Indicator) -> (PrintedFigure, Assertion.StatedUnit)? {
    let isChange = claim.kind == .change
    let expected = isChange ? indicator.unit.ofChange : indicator.unit
    let printed = claim.printed.trimmingSpaces
    var stated = Assertion.StatedUnit.own
    var multiplier = Rational.one
    if let code = claim.unitOfMeasure, code != expected.code {
      if let money = UnitOfMeasure.money[code], money.dimension == expected.dimension {
        guard let factor = try? money.factor.divided(by: expected.factor) else { return nil }
        multiplier = factor
        stated = .money(money)
      } else if code == UnitOfMeasure.percent.code {
        stated = .percent
      } else if code == UnitOfMeasure.percentagePoint.code || code == "percentage-point" {
        stated = .percentagePoint
      } else {
        stated = .other(code)
      }
    }
    // The list says what the number is; the text may have printed another unit.
    if printed.hasSuffix("%") { stated = expected.isPercent ? .own : .percent }
    return (precise(claim, multiplier), stated)
  }

  /// At the step in which the text prints it: `trên 52.000 tỷ đồng` is in billions, whatever the list's unit.
  private func precise(_ claim: PublishedClaim, _ multiplier: Rational) -> PrintedFigure {
    let plain = PrintedFigure(value: claim.value, multiplier: multiplier, bound: claim.bound)
    let characters = Array(claim.printed)
    for language in OutputLanguage.allCases {
      guard let number = NumberReader(language).numbers(in: characters).first, let value = number.value,
        !value.isZero, Rational(value) != Rational(claim.value),
        let factor = try? Rational(claim.value).divided(by: Rational(value)), !factor.isNegative
      else { continue }
      let words = String(characters[number.range.upperBound...]).split(whereSeparator: \.isWhitespace)
      let power = ScaleWord.power(words.map { $0.lowercased() })
      guard power.words > 0, factor.isPowerOfTen, let scaled = try? factor.multiplied(by: multiplier) else { continue }
      return PrintedFigure(value: value, multiplier: scaled, bound: claim.bound)
    }
    return plain
  }

  /// Between which changes lies the true one, if all that is known are the two levels as they were printed.
  private func impliedByLevels(_ claim: PublishedClaim, in claims: [PublishedClaim]) -> LocalizedText? {
    func level(_ year: Int?) -> ValueInterval? {
      let same = claims.first { other in
        other.kind == .level && other.indicator == claim.indicator && other.indicator != nil && other.bound == .exact
          && other.lastYear == year && (other.firstYear ?? year) == year && other.unit == claim.unit
          && other.organisation == claim.organisation
      }
      return same.flatMap { try? PrintedFigure(value: $0.value).interval }
    }
    guard let first = level(claim.firstYear), let last = level(claim.lastYear), let low = last.lower,
      let high = last.upper, let start = first.lower, let end = first.upper,
      let least = try? low.subtracting(end), let most = try? high.subtracting(start)
    else { return nil }
    return Messages.impliedByLevels(least, most)
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring {
    let start = self.drop(while: \.isWhitespace)
    return start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)
  }
}

extension Rational {
  fileprivate var isPowerOfTen: Bool {
    guard denominator == 1, numerator > 0 else { return false }
    var rest = numerator
    while rest % 10 == 0 { rest /= 10 }
    return rest == 1
  }
}
