import CSVCore

/// Decides of the rows of which single fields could not: each combination of values is looked at once.
final class RowCompanions {
  private struct Member {
    let column: Int
    var decoder: FieldDecoder
    var keys = FieldKeys()
    /// By the combination of the members before it, above the code of its own text.
    var combinations: [Int: Int] = [:]
  }

  private var members: [Member]
  private var verdicts: [Int: Bool] = [:]
  private let values: [(column: Int, decoder: FieldDecoder)]
  private let doubts: @Sendable ([RowDemands.Value]) -> Bool
  /// More combinations are not remembered, and their rows are read in full.
  private static let most = 1 << 18

  init(_ sieve: Sieve, _ demands: RowDemands) {
    func column(_ index: Int) -> (column: Int, decoder: FieldDecoder)? {
      sieve.columns.first { $0.index == index }.map { ($0.column, FieldDecoder($0.field, isFigure: true)) }
    }
    members = demands.together.compactMap(column).map { Member(column: $0.column, decoder: $0.decoder) }
    values = demands.values.compactMap(column)
    doubts = demands.doubts
  }

  func isDoubtful(_ rows: CSVRows, _ record: Int, _ marks: UInt8) -> Bool {
    if marks & RowMarks.contradictsValues != 0, holdsValues(rows, record) { return true }
    return marks & RowMarks.dependent != 0 && isDoubtfulTogether(rows, record)
  }

  private func holdsValues(_ rows: CSVRows, _ record: Int) -> Bool {
    values.contains { column, decoder in
      let field = rows.field(record, column)
      return !decoder.isMissing(Span(_unsafeStart: rows.bytes + field.start, count: field.length))
    }
  }

  private func isDoubtfulTogether(_ rows: CSVRows, _ record: Int) -> Bool {
    var combination = 0
    for index in members.indices {
      guard members[index].keys.count < Self.most else { return true }
      let code = members[index].keys.code(of: rows.field(record, members[index].column), in: rows)
      let key = combination << 32 | code
      if let known = members[index].combinations[key] {
        combination = known
        continue
      }
      combination = members[index].combinations.count
      guard combination < Self.most else { return true }
      members[index].combinations[key] = combination
    }
    if let known = verdicts[combination] { return known }
    let found = judge(rows, record)
    verdicts[combination] = found
    return found
  }

  private func judge(_ rows: CSVRows, _ record: Int) -> Bool {
    var values: [RowDemands.Value] = []
    for index in members.indices {
      let field = rows.field(record, members[index].column)
      let (cell, problem) = members[index].decoder.decode(
        Span(_unsafeStart: rows.bytes + field.start, count: field.length))
      if problem?.severity == .error { return true }
      var text: String?
      if case .text(let code) = cell { text = members[index].decoder.dictionary[code] }
      values.append(RowDemands.Value(cell, text: text))
    }
    return doubts(values)
  }
}
