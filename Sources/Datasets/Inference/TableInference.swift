import CSVCore
public import Findings
import Language

/// Infers a first schema from a CSV file. Nothing is guessed that could make a wrong number: what has two readings
/// stays text, and a doubt says so.
public enum TableInference {
  /// Reads the file once for its columns and once for each size of key, in bounded memory; a file that is not UTF-8 is
  /// decoded whole.
  ///
  /// - Parameters:
  ///   - folder: where the file is; empty for here.
  ///   - file: its name in the folder.
  /// - Throws: `Failure.noInput` when it cannot be read; `.invalid` when it is empty, no text, has no rows, names columns
  ///   twice or not at all, or has columns about persons; `.inputOutput` when reading fails half-way.
  public static func infer(folder: String, file: String) throws(Failure) -> InferredTable {
    let opened = try FileOpening.open(folder: folder, file: file)
    let guess = LayoutGuess.guess(opened.sample)
    let layout = TableLayout(
      file: file, source: opened.source, encoding: opened.encoding, dialect: guess.dialect, header: guess.header,
      headerLine: guess.headerLine, isBelowTitles: guess.isBelowTitles)
    var table = InferredTable(
      name: ColumnWords.slug(stem(file)), file: file, columns: [], layout: layout)
    table.addLayoutDoubts(guess)
    let names = try names(layout, width: guess.width)
    try table.survey(names)
    table.assignParts()
    try table.findKey()
    return table
  }

  /// The file's name without its endings.
  static func stem(_ file: String) -> String {
    var stem = file[...]
    for ending in [".gz", ".csv", ".txt", ".tsv"] where stem.lowercased().hasSuffix(ending) {
      stem = stem.dropLast(ending.count)
    }
    return String(stem)
  }

  /// What the columns are called, behind the last one with a name nothing.
  private static func names(_ layout: TableLayout, width: Int) throws(Failure) -> [String] {
    guard let header = layout.header else { return (1...max(1, width)).map { "column_\($0)" } }
    var findings: [Finding] = []
    let decoded = HeaderBinding.names(header)
    let named = (decoded.lastIndex { $0 != "" } ?? -1) + 1
    var names: [String] = []
    for (index, name) in decoded.prefix(named).enumerated() {
      func report(_ code: String, _ value: String, _ message: LocalizedText, _ remedy: LocalizedText) {
        let place = header.positions[index]
        findings.append(
          Finding(
            code: code, position: Position(file: layout.file, line: place.line, column: place.column), field: value,
            value: value, message: message, remedy: remedy))
      }
      let name = name ?? Messages.undecodable
      if let kind = PersonalColumn(named: name) {
        let place = header.positions[index]
        findings.append(
          PersonalDataGuard.finding(
            kind, column: name, resource: nil,
            at: Position(file: layout.file, line: place.line, column: place.column)))
      } else if decoded[index] == nil {
        report("encoding-error", name, Messages.headerNotUTF8, Messages.notUTF8Remedy)
      } else if name.isEmpty {
        report("unnamed-column", name, Messages.inferUnnamedColumn(index + 1), Messages.unnamedColumnRemedy)
      } else if names.contains(name) {
        report("duplicate-column", name, Messages.duplicateColumn(name), Messages.duplicateColumnRemedy)
      }
      names.append(name)
    }
    guard findings.isEmpty else { throw .invalid(findings) }
    guard !names.isEmpty else {
      throw .invalid([
        FileOpening.finding(
          "missing-header", layout.file, Messages.missingHeader, Messages.inferHeaderRemedy, line: layout.headerLine)
      ])
    }
    return names
  }
}

extension InferredTable {
  fileprivate mutating func addLayoutDoubts(_ guess: LayoutGuess.Result) {
    if let encoding = layout.encoding { doubt(nil, Messages.inferEncoding(encoding.name)) }
    if let rival = guess.rival {
      doubt(nil, Messages.inferDelimiter(Self.sign(guess.dialect.delimiter), or: Self.sign(rival)))
    }
    if guess.dialect.quote == nil { doubt(nil, Messages.inferNoQuotes) }
    if guess.dialect.quote == UInt8(ascii: "'") { doubt(nil, Messages.inferSingleQuotes) }
    if layout.header == nil { doubt(nil, Messages.inferNoHeader) }
    if layout.isBelowTitles { doubt(nil, Messages.inferTitleRows(layout.headerLine)) }
  }

  private static func sign(_ byte: UInt8) -> String { byte == UInt8(ascii: "\t") ? "\\t" : String(UnicodeScalar(byte)) }

  mutating func doubt(_ column: String?, _ message: LocalizedText) { doubts.append(Doubt(file, column, message)) }

  /// Reads all rows once.
  fileprivate mutating func survey(_ names: [String]) throws(Failure) {
    var surveys = names.map { ColumnSurvey($0) }
    var rows = 0
    try layout.rows { batch, record in
      rows += 1
      let count = batch.fieldCount(of: record)
      for column in surveys.indices where column < count {
        batch.withField(record, column) { surveys[column].take($0, line: batch.line(of: record)) }
      }
      return true
    }
    guard rows > 0 else {
      throw .invalid([
        FileOpening.finding(
          "missing-rows", file, Messages.inferHeaderOnly, Messages.inferHeaderOnlyRemedy, line: layout.headerLine)
      ])
    }
    self.rows = rows
    for survey in surveys {
      var messages: [LocalizedText] = []
      columns.append(survey.conclusion(&messages))
      for message in messages { doubt(survey.name, message) }
    }
  }

  fileprivate mutating func findKey() throws(Failure) {
    let order: [InferredColumn.Part: Int] = [.unit: 0, .year: 1, .organisation: 2, .flags: 9, .unitName: 5]
    func rank(_ column: InferredColumn) -> Int { order[column.part] ?? (ColumnWords(column.name).saysCode ? 3 : 4) }
    let candidates = columns.indices.filter { index in
      let column = columns[index]
      if column.hasMissing || column.isUndecided { return false }
      if column.part == .measure || column.part == .yearHeading { return false }
      return column.kind != .number && column.kind != .boolean
    }.sorted { (rank(columns[$0]), $0) < (rank(columns[$1]), $1) }
    guard rows > 1 else {
      doubt(nil, Messages.inferFewRows)
      return
    }
    let base = candidates.filter { [.year, .unit, .organisation].contains(columns[$0].part) }
    let result = try KeySearch(layout: layout).search(base: base, candidates: candidates.filter { !base.contains($0) })
    if result.isCut { doubt(nil, Messages.inferTooManyForKeys) }
    guard let key = result.keys.first else {
      if !result.isCut { doubt(nil, Messages.inferNoKey) }
      return
    }
    // In the order of the file.
    primaryKey = key.sorted().map { columns[$0].name }
    let others = result.keys.dropFirst().map { $0.sorted().map { columns[$0].name }.joined(separator: " + ") }
    if !others.isEmpty { doubt(nil, Messages.inferOtherKeys(primaryKey, others: others)) }
    for index in key where columns[index].part == .none && columns[index].kind == .string {
      if let members = columns[index].members, members.count <= Self.breakdownLimit { columns[index].part = .breakdown }
    }
  }

  /// A breakdown of more members is a list of things, not a dimension of figures.
  private static let breakdownLimit = 2000
}
