import Reports

/// How wide a table's columns become, in pixels of 1/96 inch.
///
/// Numbers are never wrapped. Headings stand on one line where there is room, else on two, three or four; long texts
/// wrap only when that is not enough.
struct TableWidths: Sendable {
  let shape: TableShape

  private var columns: [ReportColumn] { shape.columns }

  /// What the columns want, with headings of this many lines.
  func natural(headingLines: Int = 2) -> [Int] { natural(headingLines: headingLines, contents: contents) }

  /// What stands in the columns below their headings, in pixels.
  private var contents: [Double] {
    columns.indices.map { column in
      guard !shape.marks.contains(column) else { return 0 }
      var content = 0.0
      for row in shape.table.rows.indices {
        content = max(content, shape.paddedWidth(row, column) * 1.03 + shape.indent(row, column))
      }
      return content
    }
  }

  private func natural(headingLines: Int, contents: [Double]) -> [Int] {
    var widths = columns.indices.map { natural(of: $0, headingLines, content: contents[$0]) }
    // Years beside each other are equally wide, unless one holds much larger numbers.
    let plain = years
    if let widest = plain.map({ widths[$0] }).max(), let narrowest = plain.map({ widths[$0] }).min(),
      widest <= narrowest * 8 / 5
    {
      for column in plain { widths[column] = widest }
    }
    return widths
  }

  /// The widths that fill a room.
  ///
  /// - Parameter strict: whether nothing may stick out; otherwise the page's scale takes a little.
  /// - Returns: the widths, and how narrow each column may become without wrapping more.
  func filling(_ room: Int, strict: Bool = false) -> (widths: [Int], least: [Int]) {
    let tolerated = strict ? room : room * 107 / 100
    let contents = contents
    var roomier: [Int]?
    for lines in 1...Self.mostHeadingLines {
      let natural = natural(headingLines: lines, contents: contents)
      if natural.reduce(0, +) <= tolerated {
        return (settled(grown(natural, to: room, wanting: roomier ?? natural, contents: contents), natural), natural)
      }
      roomier = natural
    }
    let shrunk = shrunk(
      natural(headingLines: Self.mostHeadingLines, contents: contents), to: strict ? room : room * 6 / 5)
    return (settled(shrunk, shrunk), shrunk)
  }

  /// What a label needs to stand on one line.
  var wholeLabel: Int {
    guard let label = columns.firstIndex(where: { $0.role == .label }) else { return 0 }
    return Int((contents[label] + 14).rounded(.up))
  }

  /// A little wider or narrower where a heading, wherever the spreadsheet breaks it, would reach the next one.
  private func settled(_ widths: [Int], _ least: [Int]) -> [Int] {
    guard shape.hasFilters else { return widths }
    var settled = widths
    let years = years
    let areAlike = Set(years.map { widths[$0] }).count == 1
    let groups = (areAlike ? [years] : []) + columns.indices.filter { !areAlike || !years.contains($0) }.map { [$0] }
    for group in groups {
      guard let first = group.first, !shape.marks.contains(first) else { continue }
      let headings = group.map {
        MeasuredText(columns[$0].heading, by: shape.measure, size: shape.headerSize, isBold: true)
      }
      let least = group.map { least[$0] }.max() ?? 0
      let tries = (0...24).flatMap { [widths[first] + $0, widths[first] - $0] }
      for gap in [11.0, 7.0] {
        guard
          let clear = tries.first(where: { width in
            width >= least && headings.allSatisfy { $0.isClear(width, gap: gap) }
          })
        else { continue }
        for column in group { settled[column] = clear }
        break
      }
    }
    return settled
  }

  /// The columns of plain numbers.
  private var years: [Int] { columns.indices.filter { columns[$0].role == .number && !columns[$0].isDerived } }

  private func natural(of column: Int, _ headingLines: Int, content: Double) -> Int {
    guard !shape.marks.contains(column) else { return ofSigns(column) }
    var heading = headingWidth(shape.brokenBeforeMark(columns[column].heading), lines: headingLines)
    // Without filters it stands over the signs, too.
    if !shape.hasFilters, shape.isMarked(column) { heading -= Double(ofSigns(column + 1)) }
    let wanted =
      switch columns[column].role {
      case .ordinal: max(heading, content + 14, 34)
      case .label: max(heading, min(content + 14, Self.widestLabel), 96)
      case .text: max(heading, min(content + 16, 280), 44)
      case .number: max(heading, content + 16, 52)
      }
    return Int(wanted.rounded(.up))
  }

  /// As narrow as the signs and the words of the heading, which stands over its numbers where there are no filters.
  private func ofSigns(_ column: Int) -> Int {
    let size = shape.headerSize - 2
    let word = shape.hasFilters ? shape.measure.widestWord(columns[column].heading, size: size) + 10 : 0
    let signs = shape.table.rows.indices.map { shape.measure.width(shape.text($0, column), size: shape.fontSize) }
    return Int(max(word, (signs.max() ?? 0) * 1.03 + 10).rounded(.up))
  }

  private func headingWidth(_ heading: String, lines: Int) -> Double {
    let size = shape.headerSize
    let measured = MeasuredText(heading, by: shape.measure, size: size, isBold: true)
    var width = measured.widestWord
    let whole = shape.measure.width(heading, size: size, isBold: true)
    let given = heading.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    while width < whole, measured.lines(within: width) > max(lines, given) {
      width += 2
    }
    // A filter button covers the end of a heading.
    return width * 1.03 + (shape.hasFilters ? 26 : 15)
  }

  private static let mostHeadingLines = 4
  /// Labels longer than this are broken.
  private static let widestLabel = 300.0

  /// - Parameter wanting: the widths of headings on fewer lines, which are given before all columns grow alike.
  private func grown(_ natural: [Int], to room: Int, wanting: [Int], contents: [Double]) -> [Int] {
    var widths = natural
    var extra = room - natural.reduce(0, +)
    let labels = columns.indices.filter { columns[$0].role == .label }
    for column in labels + columns.indices.filter({ columns[$0].role != .label }) {
      let content = Int((contents[column] + 14).rounded(.up))
      let isLongLabel = columns[column].role == .label && content <= natural[column] * 5 / 4
      let missing = max(wanting[column], isLongLabel ? content : 0) - widths[column]
      guard missing > 0, missing <= extra else { continue }
      widths[column] += missing
      extra -= missing
    }
    let limits = columns.indices.map { column in
      if shape.marks.contains(column) { return natural[column] }
      return switch columns[column].role {
      case .ordinal: natural[column]
      case .label, .text: natural[column] * 3 / 2
      case .number: max(natural[column], min(natural[column] * 3 / 2, 96))
      }
    }
    while extra > 0 {
      let growing = widths.indices.filter { widths[$0] < limits[$0] }
      guard growing.count > 0, extra >= growing.count else { break }
      for column in growing { widths[column] += 1 }
      extra -= growing.count
    }
    for column in columns.indices where columns[column].role == .number {
      widths[column] = withoutDoubt(widths[column], at: column, natural: natural[column])
    }
    if let narrowest = years.map({ widths[$0] }).min(), Set(years.map { natural[$0] }).count == 1 {
      for column in years { widths[column] = narrowest }
    }
    let left = room - widths.reduce(0, +)
    if let label = columns.firstIndex(where: { $0.role == .label }), (1..<160).contains(left) { widths[label] += left }
    return widths
  }

  /// A column just about as wide as its heading shows it on one line here and on two lines there: it becomes narrower.
  private func withoutDoubt(_ width: Int, at column: Int, natural: Int) -> Int {
    let heading = columns[column].heading
    guard shape.brokenBeforeMark(heading) == heading else { return width }
    let whole = shape.measure.width(heading, size: shape.headerSize, isBold: true)
    let doubtful = Int(whole * 0.86)...Int(whole * 1.03) + 12
    return doubtful.contains(width) ? max(natural, doubtful.lowerBound) : width
  }

  /// Labels and texts give way, the widest first.
  private func shrunk(_ natural: [Int], to room: Int) -> [Int] {
    var widths = natural
    var excess = natural.reduce(0, +) - room
    while excess > 0 {
      let wrapping = widths.indices.filter {
        columns[$0].role == .label && widths[$0] > 150
          || columns[$0].role == .text && widths[$0] > 110 && !shape.marks.contains($0)
      }
      guard let widest = wrapping.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
