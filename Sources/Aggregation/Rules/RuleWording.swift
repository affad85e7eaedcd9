import Catalogue
import Findings
import Language
import Values

/// Findings about facts, in words: where, how much, and which rows.
struct RuleWording {
  let dataset: Dataset

  func place(_ years: ClosedRange<Int>, _ place: FactPlace, _ dimensions: [String]) -> LocalizedText {
    let members = zip(dimensions, place.members).compactMap { name, code in
      code.map {
        (
          names: dataset.dimensions[name]?.member($0, on: .lastDay(of: years.upperBound))?.names ?? LocalizedText($0),
          code: $0
        )
      }
    }
    return Messages.placeOfRule(years, members: members)
  }

  func rows(_ evidence: [Evidence]) -> LocalizedText {
    var rows: [(file: String, lines: LineRanges)] = []
    for item in evidence {
      // Where there are no rows, the file is named all the same.
      let pieces = item.lines.isEmpty ? [(part: 0, lines: LineRanges())] : item.lines.byPart
      for (part, lines) in pieces {
        let file = item.file(part)
        if let index = rows.firstIndex(where: { $0.file == file }) {
          rows[index].lines.formUnion(lines)
        } else {
          rows.append((file, lines))
        }
      }
    }
    return Messages.rowsBehind(rows.map { ($0.file, Self.shortened($0.lines)) })
  }

  /// A few ranges are enough to find the rows; thousands would hide the message.
  private static func shortened(_ lines: LineRanges) -> String {
    let ranges = lines.description.split(separator: ",")
    return ranges.prefix(8).joined(separator: ", ") + (ranges.count > 8 ? ", …" : "")
  }

  /// The first row behind a fact.
  func position(_ evidence: [Evidence]) -> Position {
    let first = evidence.first { !$0.lines.isEmpty } ?? evidence.first
    return first?.position ?? Position(file: "")
  }

  /// With a unit where it says something that the formula does not: money and percent.
  func amount(_ value: Rational, _ unit: UnitOfMeasure) -> LocalizedText {
    if unit.dimension["dong"] == 1, let dong = UnitOfMeasure.money["dong"],
      let base = try? value.multiplied(by: unit.factor), let money = try? MoneyAmount(base, in: dong)
    {
      return LocalizedText(vi: NumberForm(.vietnamese).money(money), en: NumberForm(.english).money(money))
    }
    let number = Self.rounded(value)
    func text(_ language: OutputLanguage) -> String {
      let form = NumberForm(language)
      guard let number else { return value.description }
      if unit.dimension.isEmpty, unit.isPercent { return form.percent(number) }
      let printed = form.string(number)
      return unit == .percentagePoint ? form.withUnit(printed, Messages.unitPercentagePoint) : printed
    }
    return LocalizedText(vi: text(.vietnamese), en: text(.english))
  }

  /// A statistic, of which two decimals are enough.
  func approximate(_ value: Double, _ unit: UnitOfMeasure) -> LocalizedText {
    // As for exact values: small ones need more digits.
    let scale = value.magnitude >= 1 ? 2 : 4
    let digits = (value * (scale == 2 ? 100 : 10_000)).rounded()
    guard digits.magnitude < 1e18 else { return LocalizedText("\(value)") }
    return amount(Rational(ExactDecimal(coefficient: Int128(digits), scale: scale)), unit)
  }

  /// Exact where that takes few digits.
  static func rounded(_ value: Rational) -> ExactDecimal? {
    if let exact = value.decimal, exact.scale <= 2 { return exact }
    return try? value.rounded(to: value.magnitude >= .one ? 2 : 4)
  }

  /// The value of a finding: a point and no grouping.
  static func plain(_ value: Rational) -> String { rounded(value)?.description ?? value.description }
}
