import Values

/// Days in the standard form of plausible years, for fields that set them no limits.
struct DayShape: Sendable {
  /// Nil for a field whose days have to be looked at one by one.
  init?(_ field: FieldDescriptor) {
    guard field.kind == .date, !field.format.isPattern, field.constraints.bounds.isEmpty,
      field.constraints.allowed == nil,
      field.missingValues.allSatisfy({ CalendarDate(iso: $0) == nil })
    else { return nil }
  }

  /// Whether the field is certainly such a day.
  @inline(__always)
  static func takes(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard let (year, month, day) = Self.read(base, start, length) else { return false }
    guard year &- 1900 <= 200, month &- 1 < 12, day > 0 else { return false }
    return day <= 28 || Self.exists(year, month, day)
  }

  private static func exists(_ year: UInt64, _ month: UInt64, _ day: UInt64) -> Bool {
    CalendarDate(year: Int(year), month: Int(month), day: Int(day)) != nil
  }

  /// `2023-09-30`; whether there is such a day is not asked.
  @inline(__always)
  static func read(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int
  ) -> (year: UInt64, month: UInt64, day: UInt64)? {
    guard length == 10 else { return nil }
    let bytes = UnsafeRawPointer(base)
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) ^ 0x2D30_302D_3030_3030
    let rest = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt16.self)) ^ 0x3030
    // Hyphens have to be 0 now, digits at most 9.
    let wrong = ((word &+ 0x7F76_767F_7676_7676) | word) & 0x8080_8080_8080_8080
    if wrong != 0 || ((rest &+ 0x7676) | rest) & 0x8080 != 0 { return nil }
    let pairs = (word &* 2561) &>> 8
    return (
      (pairs & 0xFF) &* 100 &+ (pairs &>> 16 & 0xFF), pairs &>> 40 & 0xFF,
      UInt64(rest & 0xFF) &* 10 &+ UInt64(rest &>> 8)
    )
  }
}
