import Datasets
import Values

/// The cells of a resource as bytes.
///
/// Tables with corrections have none: what was corrected is told in full wherever a figure goes, and is read again.
enum CellTableCoding {
  static func bytes(of table: CellTable) -> [UInt8]? {
    var writer = ByteWriter()
    writer.add(table.grain == nil ? 0 : 1)
    writer.add(table.rows)
    writer.add(UInt64(table.years.count))
    for year in table.years.sorted() { writer.add(year) }
    writer.add(UInt64(table.cells.count))
    for (measure, cells) in table.cells.sorted(by: { $0.key < $1.key }) {
      writer.add(measure)
      writer.add(UInt64(cells.count))
      for (key, cell) in cells {
        guard cell.corrections.isEmpty, cell.origin == nil else { return nil }
        writer.add(key)
        writer.add(cell)
      }
    }
    writer.add(UInt64(table.registers.count))
    for (measure, entries) in table.registers.sorted(by: { $0.key < $1.key }) {
      writer.add(measure)
      writer.add(UInt64(entries.count))
      for entry in entries {
        guard entry.corrections.isEmpty else { return nil }
        writer.add(entry)
      }
    }
    return writer.bytes
  }

  /// - Parameter grain: that of the plan, which a table may be finer than.
  static func table(_ bytes: ArraySlice<UInt8>, grain: CellGrain? = nil) -> CellTable? {
    var reader = ByteReader(bytes)
    guard let isCoarse = try? reader.integer(), var table = try? reader.table(), reader.isAtEnd,
      isCoarse == 0 || grain != nil
    else { return nil }
    table.grain = isCoarse == 0 ? nil : grain
    return table
  }
}

extension ByteWriter {
  fileprivate mutating func add(_ key: CellKey) {
    add(key.slot.kind.rawValue)
    add(key.slot.year)
    add(key.slot.number)
    add(key.unit)
    add(UInt64(key.members.count))
    for member in key.members { add(member) }
  }

  fileprivate mutating func add(_ sum: DecimalSum) {
    add(sum.value.coefficient)
    add(sum.value.scale)
  }

  fileprivate mutating func add(_ cell: MeasureCell) {
    add(cell.sum)
    for number in [cell.present, cell.passed, cell.absent] { add(number) }
    add(UInt64(cell.absences.rawValue))
    add(UInt64(cell.flags.rawValue))
    let ranges = cell.lines.ranges
    add(UInt64(ranges.count))
    var last = 0
    for range in ranges {
      add(range.lowerBound - last)
      add(range.upperBound - range.lowerBound)
      last = range.upperBound
    }
    add(UInt64(cell.later.count))
    for (part, piece) in cell.later.sorted(by: { $0.key < $1.key }) {
      add(part)
      add(piece.sum)
      add(piece.present)
    }
    add(cell.cutOff.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0)
    add(UInt64(cell.values.count))
    for value in cell.values.sorted() { add(value) }
    add(cell.distinct ?? -1)
  }

  fileprivate mutating func add(_ entry: RegisterEntry) {
    add(entry.value)
    add(entry.first)
    add(entry.last.map { [$0] } ?? [])
    add(entry.unit)
    add(UInt64(entry.members.count))
    for member in entry.members { add(member) }
    add(UInt64(entry.flags.rawValue))
    add(entry.line.line)
    add(entry.line.part)
  }

  private mutating func add(_ numbers: [Int]) {
    add(UInt64(numbers.count))
    for number in numbers { add(number) }
  }
}

extension ByteReader {
  fileprivate mutating func table() throws(Damaged) -> CellTable {
    var table = CellTable()
    table.rows = try integer()
    for _ in 0..<(try count()) { table.years.insert(try integer()) }
    for _ in 0..<(try count()) {
      guard let measure = try text() else { throw Damaged() }
      let count = try count()
      var cells: [CellKey: MeasureCell] = [:]
      cells.reserveCapacity(count)
      for _ in 0..<count {
        let key = try key()
        cells[key] = try cell()
      }
      guard cells.count == count else { throw Damaged() }
      table.cells[measure] = cells
    }
    for _ in 0..<(try count()) {
      guard let measure = try text() else { throw Damaged() }
      var entries: [RegisterEntry] = []
      for _ in 0..<(try count()) { entries.append(try entry()) }
      table.registers[measure] = entries
    }
    return table
  }

  private mutating func key() throws(Damaged) -> CellKey {
    guard let kind = try text().flatMap(PeriodKind.init(rawValue:)) else { throw Damaged() }
    let year = try integer()
    guard let slot = PeriodSlot(kind, year, try integer()) else { throw Damaged() }
    let unit = try text()
    return CellKey(slot: slot, unit: unit, members: try members())
  }

  private mutating func members() throws(Damaged) -> [String?] {
    var members: [String?] = []
    for _ in 0..<(try count()) { members.append(try text()) }
    return members
  }

  private mutating func sum() throws(Damaged) -> DecimalSum {
    let coefficient = try wide()
    let scale = try integer()
    guard (0...ExactDecimal.largestScale).contains(scale) else { throw Damaged() }
    var sum = DecimalSum()
    do { try sum.add(ExactDecimal(coefficient: coefficient, scale: scale)) } catch { throw Damaged() }
    return sum
  }

  private mutating func flags() throws(Damaged) -> StatusFlags {
    guard let raw = UInt16(exactly: try unsigned()) else { throw Damaged() }
    return StatusFlags(rawValue: raw)
  }

  private mutating func cell() throws(Damaged) -> MeasureCell {
    var cell = MeasureCell()
    cell.sum = try sum()
    cell.present = try integer()
    cell.passed = try integer()
    cell.absent = try integer()
    cell.absences = try flags()
    cell.flags = try flags()
    var last = 0
    var ranges: [ClosedRange<Int>] = []
    for _ in 0..<(try count()) {
      let (gap, length) = (try integer(), try integer())
      guard gap > 0, length >= 0, let end = Self.sum(last, gap, length) else { throw Damaged() }
      ranges.append(last + gap...end)
      last = end
    }
    cell.lines = SourceLines(ascending: ranges)
    for _ in 0..<(try count()) {
      let part = try integer()
      cell.later[part] = CellPiece(sum: try sum(), present: try integer())
    }
    let day = try integer()
    if day != 0 {
      guard let date = CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100) else { throw Damaged() }
      cell.cutOff = date
    }
    for _ in 0..<(try count()) {
      guard let value = try text() else { throw Damaged() }
      cell.values.insert(value)
    }
    let distinct = try integer()
    if distinct >= 0 { cell.distinct = distinct }
    return cell
  }

  private static func sum(_ first: Int, _ second: Int, _ third: Int) -> Int? {
    let (sum, overflow) = first.addingReportingOverflow(second)
    let (all, more) = sum.addingReportingOverflow(third)
    return overflow || more ? nil : all
  }

  private mutating func entry() throws(Damaged) -> RegisterEntry {
    guard let value = try text() else { throw Damaged() }
    let first = try integer()
    let hasLast = try count()
    guard hasLast < 2 else { throw Damaged() }
    let last = hasLast == 1 ? try integer() : nil
    let unit = try text()
    let members = try members()
    let flags = try flags()
    let line = try integer()
    let part = try integer()
    return RegisterEntry(
      value: value, first: first, last: last, unit: unit, members: members, flags: flags,
      line: SourceLine(line: line, part: part), corrections: [])
  }
}
