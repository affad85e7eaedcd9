public import Language
public import Values

/// Why a part of the whole has no place in a ranking.
extension Messages {
  public static func notRankedAbsent(_ absence: Absence) -> LocalizedText { absence.name }
  public static let notRankedParts = LocalizedText(
    vi: "thiếu một phần của kỳ", en: "parts of the period are missing")
  public static func notRankedCutOff(_ own: CalendarDate, others: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "số liệu đến ngày \(DateForm(.vietnamese).short(own)), các đơn vị khác đến ngày "
        + "\(DateForm(.vietnamese).short(others))",
      en: "counted up to \(DateForm(.english).short(own)), the others up to \(DateForm(.english).short(others))")
  }
}
