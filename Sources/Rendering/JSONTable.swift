import Values

/// One JSON object: the attributes of the table, its notices, `rows`, and `totals` and `notes` where there are any. Each
/// row is an object with the columns' keys; null where there is no number.
public struct JSONTable: TableRenderer {
  public init() {}

  public func render(_ grid: Grid, to out: inout String) {
    var members = grid.attributes
    if let title = grid.title { members.append(.init("title", .string(title))) }
    if !grid.notices.isEmpty { members.append(.init("notices", .strings(grid.notices))) }
    members.append(.init("rows", .array(grid.rows.map { grid.object($0) })))
    if !grid.totals.isEmpty { members.append(.init("totals", .array(grid.totals.map { grid.object($0) }))) }
    if !grid.footnotes.isEmpty { members.append(.init("notes", .strings(grid.footnotes))) }
    JSONWriter(.pretty).write(.object(members), to: &out)
    out += "\n"
  }
}

/// One JSON object a line for each row, totals last.
public struct JSONLinesTable: TableRenderer {
  public init() {}

  public func render(_ grid: Grid, to out: inout String) {
    let writer = JSONWriter(.compact)
    for row in grid.rows + grid.totals {
      writer.write(grid.object(row), to: &out)
      out += "\n"
    }
  }
}

extension Grid {
  func object(_ row: [GridCell]) -> JSONValue {
    .object(columns(for: .machines).map { JSONValue.Member(columns[$0].key, Grid.cell(row, $0).json) })
  }
}

extension GridCell {
  var json: JSONValue {
    switch self {
    case .empty, .absent: .null
    case .text(let text): .string(text)
    case .truth(let value): .bool(value)
    case .number(let value, _, _), .atLeast(let value, _): .number(value)
    }
  }
}
