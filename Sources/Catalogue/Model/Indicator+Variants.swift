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
    let (vietnamese, english) = (NumberForm(.vietnamese).string(count), NumberForm(.english).string(count))
    let ending = (
      vi: " trên \(count == 1 ? "một" : vietnamese) \(base.unitNames.vietnamese)",
      en: " per \(count == 1 ? "one of" : english) \(base.unitNames.english)"
    )
    let formula = Formula.dividing(.multiplying(.number(ExactDecimal(count)), .indicator(code)), .indicator(base.code))
    return Indicator(
      code: "\(code)/\(base.code)",
      names: LocalizedText(vi: names.vietnamese + ending.vi, en: names.english + ending.en),
      shortNames: LocalizedText(vi: shortNames.vietnamese + ending.vi, en: shortNames.english + ending.en),
      synonyms: [:], definition: .formula(formula), unit: try unit.divided(by: base.unit),
      unitNames: LocalizedText(vi: unitNames.vietnamese + ending.vi, en: unitNames.english + ending.en),
      decimals: max(decimals, 2), good: good, isLowerBound: isLowerBound || base.isLowerBound,
      implausible: implausible ?? base.implausible, source: source, note: note, position: position)
  }

  private func variant(_ suffix: String, _ names: LocalizedText, _ definition: Definition, decimals: Int) -> Indicator {
    Indicator(
      code: "\(code)#\(suffix)", names: names, shortNames: names, synonyms: [:], definition: definition, unit: unit,
      unitNames: unitNames, decimals: decimals, good: good, isLowerBound: isLowerBound, implausible: implausible,
      source: source, note: note, position: position)
  }
}
