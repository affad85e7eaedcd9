public import Values

/// What is said about events of units and about series on the boundaries of another day.
extension Messages {
  public static let wordEventKind = LocalizedText(vi: "loại sự kiện", en: "kind of event")
  public static func eventsWithoutColumn(_ column: String) -> LocalizedText {
    LocalizedText(
      vi: "Bảng sự kiện đơn vị không có cột “\(column)”.", en: "The events of units have no column '\(column)'.")
  }
  public static let eventsWithoutColumnRemedy = LocalizedText(
    vi: "Thêm cột vào tệp và vào datapackage.json.", en: "Add the column to the file and to datapackage.json.")
  public static let eventWithoutDay = LocalizedText(vi: "Sự kiện không ghi ngày.", en: "The event has no day.")
  public static let eventWithoutDayRemedy = LocalizedText(
    vi: "Ghi ngày đầu tiên của đơn vị mới, dạng 2025-07-01.",
    en: "Write the first day of what comes after, as 2025-07-01.")
  public static let eventWithoutName = LocalizedText(vi: "Dòng không ghi mã sự kiện.", en: "The row names no event.")
  public static let eventWithoutNameRemedy = LocalizedText(
    vi: "Ghi cùng một mã cho các dòng của một sự kiện.", en: "Write one name in all rows of one event.")
  public static func wrongShare(_ text: String) -> LocalizedText {
    LocalizedText(vi: "“\(text)” không phải là tỷ trọng.", en: "'\(text)' is no share.")
  }
  public static let wrongShareRemedy = LocalizedText(
    vi: "Ghi số lớn hơn 0 và không quá 1, dạng 0.25 hoặc 3/7.",
    en: "Write a number above 0 and at most 1, as 0.25 or 3/7.")
  public static let eventWithoutUnits = LocalizedText(
    vi: "Dòng không ghi đơn vị trước và đơn vị sau.", en: "The row names neither the unit before nor the one after.")
  public static let eventWithoutUnitsRemedy = LocalizedText(
    vi: "Ghi ít nhất một mã; để trống phía nằm ngoài bộ dữ liệu.",
    en: "Write one code at least; the side that lies outside the package stays empty.")
  public static func eventUnitNotValid(_ code: String, _ day: CalendarDate, _ days: [String]) -> LocalizedText {
    let list = days.joined(separator: ", ")
    return LocalizedText(
      vi: "Đơn vị “\(code)” không có hiệu lực ngày \(day); danh mục ghi \(list).",
      en: "The unit '\(code)' is not valid on \(day); the list of units has \(list).")
  }
  public static func eventUnitNotValidRemedy(isFrom: Bool) -> LocalizedText {
    isFrom
      ? LocalizedText(
        vi: "Đơn vị trước phải có hiệu lực đến hết ngày liền trước sự kiện; sửa ngày ở một trong hai tệp.",
        en: "The unit before has to be valid on the day before the event; mend the day in one of the two files.")
      : LocalizedText(
        vi: "Đơn vị sau phải có hiệu lực từ ngày của sự kiện; sửa ngày ở một trong hai tệp.",
        en: "The unit after has to be valid on the day of the event; mend the day in one of the two files.")
  }
  public static func eventUnitGoesOn(_ code: String, _ day: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "Đơn vị “\(code)” vẫn có hiệu lực ngày \(day), nhưng không có dòng ghi phần còn lại của chính nó.",
      en: "The unit '\(code)' goes on after \(day), and no row says what it keeps.")
  }
  public static let eventUnitGoesOnRemedy = LocalizedText(
    vi: "Thêm dòng từ đơn vị đến chính nó với tỷ trọng giữ lại, hoặc ghi ngày kết thúc trong danh mục đơn vị.",
    en: "Add a row from the unit to itself with the share it keeps, or write its last day into the list of units.")
  public static func eventOnSeveralDays(_ event: String, _ day: CalendarDate, firstLine: Int) -> LocalizedText {
    LocalizedText(
      vi: "Sự kiện “\(event)” ở dòng \(firstLine) là ngày \(day).",
      en: "Event '\(event)' is of \(day) in line \(firstLine).")
  }
  public static let eventOnSeveralDaysRemedy = LocalizedText(
    vi: "Một sự kiện có một ngày; đặt mã khác hoặc sửa ngày.",
    en: "An event has one day: name it anew, or mend the day.")
  public static func shareMissing(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Các dòng của đơn vị “\(code)” ghi tỷ trọng, trừ dòng này.",
      en: "The rows of the unit '\(code)' give shares, but this one does not.")
  }
  public static let shareMissingRemedy = LocalizedText(
    vi: "Ghi tỷ trọng ở mọi dòng của đơn vị, hoặc bỏ trống tất cả khi chưa biết.",
    en: "Give the share in every row of the unit, or in none while they are not known.")
  public static func sharesNotOne(_ code: String, _ sum: String, _ lines: [Int]) -> LocalizedText {
    let list = lines.map(String.init).joined(separator: ", ")
    return LocalizedText(
      vi: "Tỷ trọng của đơn vị “\(code)” cộng lại bằng \(sum), không phải 1 (dòng \(list)).",
      en: "The shares of the unit '\(code)' sum to \(sum), not to 1 (lines \(list)).")
  }
  public static let sharesNotOneRemedy = LocalizedText(
    vi: "Sửa tỷ trọng cho tổng bằng đúng 1; dùng phân số như 3/7 khi số thập phân không hết.",
    en: "Mend the shares so that they sum to exactly 1; write fractions such as 3/7 where decimals do not end.")
  public static func eventShape(_ kind: String) -> LocalizedText {
    LocalizedText(
      vi: "Các đơn vị trong ngày này không hợp với loại “\(kind)”.", en: "The units of this day are no '\(kind)'.")
  }
  public static let eventShapeRemedy = LocalizedText(
    vi:
      "merge: nhiều đơn vị thành một; split: một thành nhiều; rename, retype, move: một thành một, danh mục đơn vị cho thấy khác biệt; create: không có đơn vị trước; abolish: có đơn vị trước.",
    en:
      "merge: several become one; split: one becomes several; rename, retype, move: one becomes one, and the list of units shows the difference; create: no unit before; abolish: a unit before."
  )
  public static func eventCycle(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Trong cùng một ngày, “\(code)” qua các đơn vị khác lại trở thành chính nó.",
      en: "On one day '\(code)' becomes itself again through other units.")
  }
  public static let eventCycleRemedy = LocalizedText(
    vi: "Kiểm tra hai cột from và to.", en: "Check the columns from and to.")
  public static func codeComesBack(_ code: String, firstLine: Int) -> LocalizedText {
    LocalizedText(
      vi:
        "Mã “\(code)” có dòng mới trong danh mục đơn vị sau dòng \(firstLine), nhưng không có sự kiện nào ghi đơn vị mới hình thành từ đâu.",
      en:
        "The code '\(code)' has another row in the list of units after line \(firstLine), and no event says what the new unit came from."
    )
  }
  public static func unitBeginsWithoutEvent(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Không có sự kiện nào ghi đơn vị “\(code)” hình thành từ đâu.",
      en: "No event says what the unit '\(code)' came from.")
  }
  public static func unitEndsWithoutEvent(_ code: String) -> LocalizedText {
    LocalizedText(
      vi: "Không có sự kiện nào ghi đơn vị “\(code)” kết thúc thì thành đơn vị nào.",
      en: "No event says what became of the unit '\(code)' when it ended.")
  }
  public static func addEventRemedy(_ code: String, _ first: CalendarDate?, _ end: CalendarDate?) -> LocalizedText {
    let days = [first.map { "\($0) (to = \(code))" }, end.map { "\($0) (from = \(code))" }].compactMap { $0 }
    let list = days.joined(separator: ", ")
    return LocalizedText(vi: "Thêm dòng sự kiện: \(list).", en: "Add a row of the event: \(list).")
  }
  public static let noLegalAct = LocalizedText(
    vi: "Sự kiện không ghi văn bản quy định.", en: "The event names no legal act.")
  public static let noLegalActRemedy = LocalizedText(
    vi: "Ghi số và ngày của văn bản vào cột act.", en: "Write the number and day of the act into the column act.")
}

/// Why a series cannot be restated.
extension Messages {
  private static func day(_ day: CalendarDate) -> LocalizedText {
    LocalizedText(vi: DateForm(.vietnamese).short(day), en: DateForm(.english).short(day))
  }

  public static func unitEnded(_ unit: LocalizedText, code: String, on date: CalendarDate) -> LocalizedText {
    let day = day(date)
    return LocalizedText(
      vi:
        "“\(unit.vietnamese)” (\(code)) không còn từ ngày \(day.vietnamese) và không có sự kiện nào ghi thành đơn vị nào: thêm dòng ngày \(date), from = \(code) vào bảng sự kiện đơn vị.",
      en:
        "'\(unit.english)' (\(code)) ended before \(day.english), and no event says what became of it: add a row of \(date), from = \(code), to the events of units."
    )
  }
  public static func unitBegan(_ unit: LocalizedText, code: String, on date: CalendarDate) -> LocalizedText {
    let day = day(date)
    return LocalizedText(
      vi:
        "“\(unit.vietnamese)” (\(code)) có từ ngày \(day.vietnamese) và không có sự kiện nào ghi hình thành từ đơn vị nào: thêm dòng ngày \(date), to = \(code) vào bảng sự kiện đơn vị.",
      en:
        "'\(unit.english)' (\(code)) began on \(day.english), and no event says what it came from: add a row of \(date), to = \(code), to the events of units."
    )
  }
  public static func sharesNotKnown(
    _ unit: LocalizedText, parts: [LocalizedText], day: CalendarDate, column: String, file: String, lines: [Int]
  ) -> LocalizedText {
    let date = self.day(day)
    let list = lines.map(String.init).joined(separator: ", ")
    let vietnamese = parts.map(\.vietnamese).joined(separator: ", ")
    let english = parts.map(\.english).joined(separator: ", ")
    return LocalizedText(
      vi:
        "Không quy đổi được: chưa biết phần của “\(unit.vietnamese)” trong \(vietnamese) (ngày \(date.vietnamese)). Ghi tỷ trọng vào cột \(column) của \(file), dòng \(list).",
      en:
        "This cannot be restated: the shares of '\(unit.english)' in \(english) (\(date.english)) are not known. Give them in the column \(column) of \(file), lines \(list)."
    )
  }
  public static func partOutside(_ unit: LocalizedText, file: String, line: Int) -> LocalizedText {
    LocalizedText(
      vi:
        "Không quy đổi được “\(unit.vietnamese)”: một phần nằm ngoài bộ dữ liệu này (\(file), dòng \(line)).",
      en: "'\(unit.english)' cannot be restated: a part of it lies outside this package (\(file), line \(line)).")
  }
}

/// What is said about answers on the boundaries of a day.
extension Messages {
  public static func restatedOn(_ date: CalendarDate) -> LocalizedText {
    LocalizedText(
      vi: "Số liệu quy đổi theo địa giới hành chính ngày \(DateForm(.vietnamese).short(date))",
      en: "Figures restated on the administrative boundaries of \(DateForm(.english).long(date))")
  }
  public static func wrongBoundaries(_ text: String) -> LocalizedText {
    LocalizedText(
      vi: "“\(text)” không phải là ngày của địa giới: dùng ngày 2025-07-01, năm 2013 (ngày cuối năm) hoặc original.",
      en: "'\(text)' is no day of boundaries: use a day 2025-07-01, a year 2013 (its last day), or original.")
  }
  public static func noUnitsOnDay(_ date: CalendarDate) -> LocalizedText {
    let day = day(date)
    return LocalizedText(
      vi: "Danh mục không có đơn vị nào có hiệu lực ngày \(day.vietnamese).",
      en: "No unit in the list is valid on \(day.english).")
  }
  public static func unitNotOnDay(_ unit: LocalizedText, code: String, on date: CalendarDate) -> LocalizedText {
    let day = day(date)
    return LocalizedText(
      vi:
        "Đơn vị “\(unit.vietnamese)” (\(code)) không có hiệu lực ngày \(day.vietnamese): chọn đơn vị của ngày đó, hoặc --boundaries original.",
      en:
        "The unit '\(unit.english)' (\(code)) is not valid on \(day.english): choose a unit of that day, or --boundaries original."
    )
  }
  public static func levelNotOnDay(_ level: String, on date: CalendarDate, levels: [String]) -> LocalizedText {
    let day = day(date)
    let list = levels.joined(separator: ", ")
    return LocalizedText(
      vi: "Ngày \(day.vietnamese) không có đơn vị cấp “\(level)”: chọn cấp khác bằng --level (\(list)).",
      en: "There are no units of the level '\(level)' on \(day.english): choose another with --level (\(list)).")
  }
  public static func notAtLevel(_ unit: LocalizedText, code: String, level: String, on date: CalendarDate)
    -> LocalizedText
  {
    let day = day(date)
    return LocalizedText(
      vi:
        "Không phân tổ được theo cấp “\(level)” ngày \(day.vietnamese): số liệu của “\(unit.vietnamese)” (\(code)) không nằm trọn trong các đơn vị cấp này. Thêm dòng sự kiện từ \(code) đến các đơn vị đó, hoặc chọn cấp khác bằng --level.",
      en:
        "This is not broken down by units of the level '\(level)' on \(day.english): the figures of '\(unit.english)' (\(code)) do not lie in them as a whole. Add rows from \(code) to those units to the events of units, or choose another level with --level."
    )
  }
  public static func distinctNotDivided(_ measure: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      vi:
        "Không quy đổi được “\(measure)”: đây là số đếm không trùng, mà chỉ một phần của đơn vị \(unit) thuộc đơn vị được hỏi.",
      en:
        "'\(measure)' cannot be restated: it counts different ones, and only a part of the unit \(unit) lies in what is asked for."
    )
  }
  public static func publishedNotRestated(_ measure: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      vi:
        "Không quy đổi được “\(measure)”: đây là điểm số do nơi khác công bố, và đơn vị \(unit) đã thay đổi địa giới.",
      en: "'\(measure)' cannot be restated: it is a published score, and the unit \(unit) has changed its boundaries.")
  }
  public static let restatedFrom = LocalizedText(vi: "Quy đổi từ", en: "Restated from")
  public static let shareOf = LocalizedText(vi: "tỷ trọng", en: "share")
  /// What happened, in a word.
  public static func name(ofEvent kind: String) -> LocalizedText {
    switch kind {
    case "merge": LocalizedText(vi: "nhập", en: "merged")
    case "split": LocalizedText(vi: "chia", en: "divided")
    case "rename": LocalizedText(vi: "đổi tên", en: "renamed")
    case "retype": LocalizedText(vi: "đổi loại", en: "retyped")
    case "move": LocalizedText(vi: "chuyển đơn vị cấp trên", en: "moved")
    case "create": LocalizedText(vi: "thành lập", en: "created")
    case "abolish": LocalizedText(vi: "bãi bỏ", en: "abolished")
    default: LocalizedText(kind)
    }
  }
  public static func lines(_ lines: String) -> LocalizedText {
    LocalizedText(vi: "dòng \(lines)", en: lines.allSatisfy(\.isNumber) ? "line \(lines)" : "lines \(lines)")
  }
  public static func notComparedAcrossEvent(_ unit: LocalizedText, code: String, on date: CalendarDate)
    -> LocalizedText
  {
    let day = day(date)
    return LocalizedText(
      vi:
        "Không so sánh: địa giới của “\(unit.vietnamese)” (\(code)) thay đổi ngày \(day.vietnamese). Dùng --boundaries \(date).",
      en:
        "Not compared: the boundaries of '\(unit.english)' (\(code)) changed on \(day.english). Use --boundaries \(date)."
    )
  }
  public static let noEvents = LocalizedText(vi: "không đổi", en: "unchanged")
}
