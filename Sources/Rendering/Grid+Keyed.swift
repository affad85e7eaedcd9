extension Grid {
  /// A row by the keys of the columns, in their order; what is not given is empty.
  func keyed(_ values: [String: GridCell]) -> [GridCell] { columns.map { values[$0.key] ?? .empty } }
}
