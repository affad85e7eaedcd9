import Catalogue

extension Grid {
  /// A row by the keys of the columns, in their order; what is not given is empty.
  func keyed(_ values: [String: GridCell]) -> [GridCell] { columns.map { values[$0.key] ?? .empty } }
}

extension Indicator.Direction {
  /// 1 where more is better, −1 where less is, 0 where neither is.
  var sign: Int {
    switch self {
    case .up: 1
    case .down: -1
    case .none: 0
    }
  }
}
