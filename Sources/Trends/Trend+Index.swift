import Aggregation
import Catalogue
public import Findings
import Language
public import Values

extension Trend {
  /// Each point as an index with one period at 100, nil where there is no value, and where the point or the base is a sum
  /// that lacks cells; for what is compared alone.
  ///
  /// - Throws: `Failure.refused` where points are not comparable, or the base has no value above zero.
  public func index(base slot: PeriodSlot) throws(Failure) -> [Rational?] {
    if let refusal { throw .refused(refusal) }
    guard let start = comparable.first(where: { $0.period.code == slot.description }), let base = start.value,
      base > .zero
    else {
      throw .refused(Messages.noIndexBase(slot.description))
    }
    var index: [Rational?] = []
    for point in points {
      guard let value = point.value, comparable.contains(where: { $0.period == point.period }),
        !lacksCells(point), !lacksCells(start)
      else {
        index.append(nil)
        continue
      }
      do { index.append(try value.divided(by: base).multiplied(by: .hundred)) } catch {
        throw .refused(Messages.overflow)
      }
    }
    return index
  }
}

extension Messages {
  static func noIndexBase(_ period: String) -> LocalizedText {
    LocalizedText(
      vi: "Không tính được chỉ số với \(period) = 100: kỳ gốc không có giá trị dương so sánh được.",
      en: "There is no index with \(period) = 100: the base has no comparable value above zero.")
  }
}
