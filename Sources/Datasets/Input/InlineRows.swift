import CSVCore
import Findings
import Language

/// A table that stands in the descriptor itself, as rows or as objects; each value keeps its place.
struct InlineRows: Sendable {
  struct Row: Sendable {
    let values: [String]
    let position: Position
    /// Of each value, where it has one.
    let positions: [Position]
  }

  let header: Row
  let rows: [Row]

  /// Reads `[["a", "b"], [1, 2]]` or `[{"a": 1, "b": 2}]`.
  static func read(_ declaration: Declaration, _ diagnosis: Diagnosis) -> InlineRows? {
    guard case .sequence(let items) = declaration.content, let first = items.first else {
      return refuse(declaration, diagnosis)
    }
    if case .mapping = first.content { return objects(items, at: declaration, diagnosis) }
    var rows: [Row] = []
    for item in items {
      guard case .sequence(let cells) = item.content, !cells.isEmpty else { return refuse(item, diagnosis) }
      let values = cells.compactMap { value($0, diagnosis) }
      guard values.count == cells.count else { return nil }
      rows.append(Row(values: values, position: item.position, positions: cells.map(\.position)))
    }
    return InlineRows(header: rows[0], rows: Array(rows.dropFirst()))
  }

  /// The columns are the keys of all objects, in the order in which they first stand.
  private static func objects(
    _ items: [Declaration], at declaration: Declaration, _ diagnosis: Diagnosis
  ) -> InlineRows? {
    var names: [String] = []
    var places: [String: Int] = [:]
    var rows: [Row] = []
    for item in items {
      guard case .mapping(let entries) = item.content else { return refuse(item, diagnosis) }
      for entry in entries where places[entry.key] == nil {
        places[entry.key] = names.count
        names.append(entry.key)
      }
      var values = Array(repeating: "", count: names.count)
      var positions = Array(repeating: item.position, count: names.count)
      for entry in entries {
        guard let place = places[entry.key], let text = value(entry.value, diagnosis) else { return nil }
        values[place] = text
        positions[place] = entry.value.position
      }
      rows.append(Row(values: values, position: item.position, positions: positions))
    }
    if names.isEmpty { return refuse(declaration, diagnosis) }
    let header = Row(
      values: names, position: declaration.position, positions: names.map { _ in declaration.position })
    let full = rows.map { row in
      let gap = names.count - row.values.count
      return Row(
        values: row.values + Array(repeating: "", count: gap), position: row.position,
        positions: row.positions + Array(repeating: row.position, count: gap))
    }
    return InlineRows(header: header, rows: full)
  }

  private static func value(_ declaration: Declaration, _ diagnosis: Diagnosis) -> String? {
    if case .scalar("null", isPlain: true) = declaration.content { return "" }
    return declaration.string(diagnosis)
  }

  private static func refuse(_ declaration: Declaration, _ diagnosis: Diagnosis) -> InlineRows? {
    diagnosis.report(
      "wrong-type", at: declaration.position, Messages.expectedRows, remedy: Messages.expectedRowsRemedy)
    return nil
  }

  /// The rows as CSV, each field in quotes.
  var csv: [UInt8] {
    var text = ""
    for row in [header] + rows {
      text += row.values.map(CSVText.quoted).joined(separator: ",")
      text += "\n"
    }
    return Array(text.utf8)
  }
}
