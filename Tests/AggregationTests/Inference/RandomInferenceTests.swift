import Aggregation
import Datasets
import Findings
import TestSupport
import Testing
import Values

/// What is inferred from a file never changes a value of it: a number is read as it was meant, or left as text.
@Suite struct RandomInferenceTests {
  struct Tally {
    var numbers = 0
    var days = 0
    var leftAsText = 0
    var published = 0
  }

  @Test(arguments: 0..<6) func valuesAreThoseOfTheFile(batch: Int) throws {
    var generator = SeededGenerator(seed: 31_400 + batch)
    var tally = Tally()
    for number in 0..<40 {
      let table = RandomTable(&generator)
      let problem = try Self.problem(table, &tally)
      #expect(problem == nil, "batch \(batch), table \(number):\n\(table.text)")
    }
    // The test would prove little if everything were left as text, or nothing.
    #expect(tally.numbers > 20 && tally.days > 3 && tally.leftAsText > 0 && tally.published > 10, "\(tally)")
  }

  /// What is wrong with the package that is made of a table.
  private static func problem(_ table: RandomTable, _ tally: inout Tally) throws -> String? {
    let folder = try ScratchFolder()
    try folder.write(bytes: table.bytes, to: "Số liệu 2023.csv")
    let draft = try PackageDraft(name: "random", from: [folder.path(of: "Số liệu 2023.csv")])
    let package = try folder.write(draft)
    let result = try PackageCheck.run(package)
    guard result.isValid else {
      return result.findings.map { "\($0.summary) \($0.message.english)" }.joined(separator: "\n")
    }
    let opened = try DataPackage.open(package)
    let resource = try #require(opened.resource(named: draft.tables[0].name))
    if draft.files(in: .english).contains(where: { $0.name == "indicators.yaml" }) { tally.published += 1 }
    var scanner = try ResourceScanner(resource, of: opened)
    var rows: [[(Cell, String?)]] = []
    _ = try scanner.scan { row, scanner in
      rows.append(row.cells.enumerated().map { ($1, scanner.text(of: $1, field: $0)) })
      return []
    }
    guard rows.count == table.columns[0].values.count else { return "\(rows.count) rows" }
    for (index, column) in table.columns.enumerated() {
      guard let field = resource.fields.first(where: { $0.name == column.name }) else { return "no \(column.name)" }
      let place = resource.index(of: column.name) ?? 0
      let cells = rows.map { $0[place] }
      if field.kind == .string, !column.values.allSatisfy({ if case .text = $0 { true } else { false } }) {
        tally.leftAsText += 1
      }
      if field.kind == .number || field.kind == .integer { tally.numbers += 1 }
      if field.kind == .date { tally.days += 1 }
      for (row, (cell, text)) in cells.enumerated() where !agrees(cell, text, table.columns[index], row) {
        return "\(column.name), row \(row): \(cell) \(text ?? "nil") for \(column.values[row]), '\(column.texts[row])'"
      }
    }
    return nil
  }

  private static func agrees(_ cell: Cell, _ text: String?, _ column: RandomTable.Column, _ row: Int) -> Bool {
    switch (cell, column.values[row]) {
    case (.number(let read), .number(let meant)): read == meant
    case (.year(let year), .number(let meant)): ExactDecimal(year) == meant
    case (.date(let read), .day(let meant)): read == meant
    case (.missing, .missing): true
    case (.missing, .text(let meant)): meant.isEmpty
    case (.text, _): text == column.texts[row]
    default: false
    }
  }
}

extension ScratchFolder {
  /// Puts a draft into a folder of its own.
  func write(_ draft: PackageDraft) throws -> String {
    try makeFolder("package")
    for file in draft.files(in: .english) { try write(file.text, to: "package/\(file.name)") }
    for copy in draft.copies {
      let file = copy.path.split(separator: "/").last.map(String.init) ?? ""
      try write(bytes: try bytes(of: file), to: "package/\(copy.name)")
    }
    return path(of: "package")
  }
}
