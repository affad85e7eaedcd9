import Values

/// Reads workbooks (Office Open XML, ECMA-376) that anybody may have sent: nothing in them is computed, followed or run,
/// and what is absurd is refused before it costs anything.
public enum WorkbookFile {
  /// Reads sheets, cells, names, tables, links and layout.
  ///
  /// - Parameter wholly: drawings and properties, too, which no value depends on.
  /// - Throws: `WorkbookReadError`, with the part and line where there is one.
  /// - Complexity: O(bytes of the parts); all cells are held.
  public static func read(_ path: String, wholly: Bool = false, limits: WorkbookLimits = WorkbookLimits())
    throws(WorkbookReadError) -> ReadBook
  {
    var reading = WorkbookReading(parts: try PackageParts.open(path, limits: limits), isWhole: wholly)
    return try reading.run()
  }
}

extension WorkbookFile {
  /// Whether every part of a workbook just written has its end.
  ///
  /// - Parameter sizes: parts that are not decompressed, with the bytes that they have at least; the writer knows.
  /// - Throws: `.damaged` for a part that is cut off.
  public static func verify(_ path: String, atLeast sizes: [String: Int] = [:]) throws(WorkbookReadError) {
    var limits = WorkbookLimits()
    (limits.file, limits.part, limits.total, limits.ratio) = (.max, .max, .max, .max)
    var parts = try PackageParts.open(path, limits: limits)
    for name in parts.names {
      guard let size = sizes[name] else {
        guard try parts.endsAsBegun(name) else { throw .damaged(part: name) }
        continue
      }
      guard parts.size(of: name) >= size + smallestFrame else { throw .damaged(part: name) }
    }
  }

  /// What stands around the rows of a sheet, at least.
  private static let smallestFrame = 250
}

private struct WorkbookReading: ~Copyable {
  var parts: PackageParts
  let isWhole: Bool

  init(parts: consuming PackageParts, isWhole: Bool) {
    self.parts = parts
    self.isWhole = isWhole
  }

  mutating func run() throws(WorkbookReadError) -> ReadBook {
    let top = try relationships(of: "")
    guard let main = top.first(where: { $0.kind == "officeDocument" && !$0.isExternal }) else {
      throw .partMissing("xl/workbook.xml")
    }
    let name = try resolved(main, from: "")
    let workbook = WorkbookPart(part: name, limits: parts.limits)
    try parts.parse(name, into: workbook)
    let related = try relationships(of: name)
    let texts = TextsPart(part: name, limits: parts.limits)
    if let part = related.first(where: { $0.kind == "sharedStrings" && !$0.isExternal }) {
      try parts.parse(resolved(part, from: name), into: texts)
    }
    let styles = StylesPart()
    if let part = related.first(where: { $0.kind == "styles" && !$0.isExternal }) {
      try parts.parse(resolved(part, from: name), into: styles)
    }
    var book = ReadBook()
    var room = parts.limits.cells
    let looks = styles.looks
    book.letterSize = styles.firstSize
    book.shownSheet = workbook.shownSheet
    book.hasMacros = related.contains { $0.kind == "vbaProject" }
    book.linkedBooks = related.count { $0.kind == "externalLink" }
    if isWhole { book.properties = try properties(top) }
    for sheet in workbook.sheets {
      guard let part = related.first(where: { $0.id == sheet.relationship && !$0.isExternal }) else {
        throw .partMissing(sheet.name)
      }
      var read = ReadSheet(name: sheet.name, visibility: sheet.visibility, isWorksheet: part.kind == "worksheet")
      if read.isWorksheet { try fill(&read, resolved(part, from: name), texts.texts, looks, room) }
      room -= read.cells.count
      book.sheets.append(read)
    }
    for name in workbook.names {
      let sheet = name.sheet.flatMap { workbook.sheets.indices.contains($0) ? workbook.sheets[$0].name : nil }
      book.names.append(ReadName(name: name.name, sheet: sheet, formula: name.formula))
    }
    return book
  }

  private mutating func fill(
    _ sheet: inout ReadSheet, _ part: String, _ texts: [String], _ looks: [ReadLook], _ room: Int
  ) throws(WorkbookReadError) {
    let cells = SheetPart(part: part, texts: texts, looks: looks, room: room, limit: parts.limits.cells)
    try parts.parse(part, into: cells)
    sheet.cells = cells.cells
    sheet.layout = cells.layout
    let related = try relationships(of: part)
    for table in related where table.kind == "table" && !table.isExternal {
      let reader = TablePart()
      try parts.parse(resolved(table, from: part), into: reader)
      if let table = reader.table { sheet.tables.append(table) }
    }
    for drawing in related where isWhole && drawing.kind == "drawing" && !drawing.isExternal {
      let reader = DrawingPart()
      try parts.parse(resolved(drawing, from: part), into: reader)
      sheet.layout.drawings += reader.drawings
    }
    sheet.links = cells.links.map { link in
      let target = link.relationship.flatMap { id in related.first { $0.id == id }?.target }
      return ReadLink(range: link.range, target: target, location: link.location)
    }
  }

  private mutating func properties(_ top: [RelationshipsPart.Relationship]) throws(WorkbookReadError)
    -> ReadProperties
  {
    let reader = PropertiesPart()
    for kind in ["core-properties", "extended-properties", "custom-properties"] {
      guard let part = top.first(where: { $0.kind == kind && !$0.isExternal }) else { continue }
      let name = try resolved(part, from: "")
      if parts.contains(name) { try parts.parse(name, into: reader) }
    }
    return reader.properties
  }

  /// None where the part has no list of them.
  private mutating func relationships(of part: String) throws(WorkbookReadError)
    -> [RelationshipsPart.Relationship]
  {
    let name = part.isEmpty ? "_rels/.rels" : PartName.relationships(of: part)
    guard parts.contains(name) || part.isEmpty else { return [] }
    let list = RelationshipsPart()
    try parts.parse(name, into: list)
    return list.relationships
  }

  private func resolved(
    _ relationship: RelationshipsPart.Relationship, from part: String
  ) throws(WorkbookReadError) -> String {
    guard let name = PartName.resolved(relationship.target, from: part) else {
      throw .unsafeName(relationship.target)
    }
    return name
  }
}
