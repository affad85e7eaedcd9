import Aggregation
import Values

extension AnswerForms {
  /// One more column for machines where answers are stated on the boundaries of a day.
  var boundaryColumns: [Grid.Column] {
    boundaries.day == nil
      ? [] : ["boundaries", "restated"].map { Grid.Column(key: $0, heading: $0, audience: .machines) }
  }

  func boundaryCells(_ observation: Observation) -> [GridCell] {
    guard let day = boundaries.day else { return [] }
    return [.text(day.description), .text("\(observation.isRestated)")]
  }

  /// What JSON says about a whole table.
  var boundaryAttributes: [JSONValue.Member] {
    boundaries.day.map { [.init("boundaries", .string($0.description))] } ?? []
  }
}
