import Language
public import Values

/// What a question makes of an indicator, as the catalogue could have declared it: by the same rules, with the same
/// refusals.
extension Indicator {
  /// The average of so many years up to each one.
  public func movingAverage(years: Int) -> Indicator {
    let names = LocalizedText(
      vi: "\(self.names.vietnamese), bình quân trượt \(years) năm",
      en: "\(self.names.english), \(years)-year moving average")
    return variant(
      "moving-\(years)", names, .derived(.movingAverage(of: code, years: years)),
      decimals: decimals + (unit.isPercent ? 0 : 1))
  }

  /// Everything since a year, or since the first one with data.
  public func cumulated(since year: Int?) -> Indicator {
    let names = LocalizedText(
      vi: "\(self.names.vietnamese), lũy kế\(year.map { " từ năm \($0)" } ?? "")",
      en: "\(self.names.english), cumulated\(year.map { " since \($0)" } ?? "")")
    return variant("cumulative", names, .derived(.cumulative(of: code, since: year)), decimals: decimals)
  }

  /// So many of it to so many of another one: 350.2 members per 1,000 residents.
  ///
  /// - Throws: `.overflow` for units of measure that cannot be combined.
  public func relative(to base: Indicator, per count: Int) throws(ArithmeticFailure) -> Indicator {
    let formula = Formula.dividing(.multiplying(.number(ExactDecimal(count)), asTerm), base.asTerm)
    let words = RelativeWords(top: self, base: base, count: count)
    return Indicator(
      code: "\(code)/\(base.code)", names: words.names(names, base.names),
      shortNames: words.names(shortNames, base.shortNames), synonyms: [:], definition: .formula(formula),
      unit: try unit.divided(by: base.unit), unitNames: words.unitNames, decimals: max(decimals, 2), good: good,
      isLowerBound: isLowerBound || base.isLowerBound, implausible: implausible ?? base.implausible, source: source,
      note: note, position: position)
  }

  /// The measure that it is a plain multiple of, as an indicator's code: its own where it is a measure. Nil for what is
  /// computed from several, or is no sum.
  public var multipliedCode: String? {
    switch definition {
    case .measure: code
    case .formula(let formula): formula.multipleOf
    case .ratio, .share, .derived: nil
    }
  }

  /// What stands for it in a formula: a multiple of a measure as that, so that its cells can be paired.
  private var asTerm: Formula {
    if case .formula(let formula) = definition, formula.multipleOf != nil { return formula }
    return .indicator(code)
  }

  private func variant(_ suffix: String, _ names: LocalizedText, _ definition: Definition, decimals: Int) -> Indicator {
    Indicator(
      code: "\(code)#\(suffix)", names: names, shortNames: names, synonyms: [:], definition: definition, unit: unit,
      unitNames: unitNames, decimals: decimals, good: good, isLowerBound: isLowerBound, implausible: implausible,
      source: source, note: note, position: position)
  }
}

/// How a quotient of two indicators is called.
private struct RelativeWords {
  let top: Indicator
  let base: Indicator
  let count: Int

  private func number(_ language: OutputLanguage) -> String { NumberForm(language).string(count) }

  /// Meetings per meeting would not say of what: the other indicator is named, and one to one is so many times.
  private var isAmongLikes: Bool {
    top.unitNames.vietnamese == base.unitNames.vietnamese || top.unitNames.english == base.unitNames.english
  }

  private var ending: LocalizedText {
    LocalizedText(
      vi: "trên \(count == 1 ? "một" : number(.vietnamese)) \(base.unitNames.vietnamese)",
      en: "\(count == 1 ? "for each of the" : "per \(number(.english))") \(base.unitNames.english)")
  }

  func names(_ own: LocalizedText, _ others: LocalizedText) -> LocalizedText {
    guard isAmongLikes else { return joined(own, ending) }
    guard count == 1 else {
      return joined(
        own,
        LocalizedText(
          vi: "\(ending.vietnamese) (\(others.vietnamese))", en: "\(ending.english) (\(others.english))"))
    }
    return LocalizedText(
      vi: "\(own.vietnamese) so với “\(others.vietnamese)”", en: "\(own.english) relative to '\(others.english)'")
  }

  var unitNames: LocalizedText {
    guard isAmongLikes else { return joined(top.unitNames, ending) }
    return count == 1
      ? LocalizedText(vi: "lần", en: "times")
      : LocalizedText(vi: "trên \(number(.vietnamese))", en: "per \(number(.english))")
  }

  private func joined(_ one: LocalizedText, _ other: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "\(one.vietnamese) \(other.vietnamese)", en: "\(one.english) \(other.english)")
  }
}
