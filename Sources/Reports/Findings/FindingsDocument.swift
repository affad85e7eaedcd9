public import Aggregation
public import Datasets
public import Findings
public import Language

/// What a check found, as a document to be sent back to those who mend the files.
public struct FindingsDocument: Sendable {
  /// A kind of finding in one file.
  public struct Count: Sendable {
    public let file: String
    public let severity: Severity
    public let code: String
    /// All of them.
    public let count: Int
    /// Those that are listed.
    public let listed: Int
  }

  /// One finding, with its texts in the document's language.
  public struct Entry: Sendable {
    public let severity: Severity
    public let code: String
    public let file: String
    /// Empty where the finding is about no line.
    public let line: String
    public let field: String
    public let value: String
    public let message: String
    public let remedy: String
    /// The copy of its row.
    public internal(set) var place: Place?
  }

  public struct Place: Sendable {
    /// Which of `tables`, and which of its rows.
    public let table: Int
    public let row: Int
  }

  /// Copies of one file's rows.
  public struct Table: Sendable {
    public let file: String
    public let header: [String]
    public internal(set) var rows: [Row]
  }

  public struct Row: Sendable {
    public let line: Int
    public let cells: [String]
    /// Cells to be mended.
    public internal(set) var marked: Set<Int>
    /// Which of `entries` are about the row; never empty.
    public internal(set) var entries: [Int]
  }

  /// A workbook that a person can still go through; links and rows stay far below what a sheet can hold.
  public static let mostEntries = 10_000
  /// Columns of a row's copy: more would be unreadable on paper.
  static let mostColumns = 60

  public let language: OutputLanguage
  /// The package's title.
  public let title: String
  public let isValid: Bool
  /// How much was checked, in one sentence.
  public let checked: String
  /// What is not listed, in one sentence; nil when all is.
  public let omission: String?
  public let counts: [Count]
  public let entries: [Entry]
  public let tables: [Table]

  /// - Parameters:
  ///   - result: its kept findings, up to `mostEntries`, are listed.
  ///   - excerpts: of these findings.
  public init(
    _ result: PackageCheck.Result, title: String, excerpts: SourceExcerpts, language: OutputLanguage
  ) {
    let list = result.list
    let findings = Array(result.findings.prefix(Self.mostEntries))
    self.language = language
    self.title = PrintableText.line(title)
    isValid = result.isValid
    checked =
      Messages.checked(
        errors: list.errors, warnings: list.warnings, information: list.count(of: .information), rows: result.rows,
        files: result.files)[language]
    counts = Self.counts(list, findings)
    let omitted = list.count - findings.count
    omission = omitted > 0 ? Messages.omittedInWorkbook(omitted)[language] : nil
    var entries = findings.map { Self.entry($0, language) }
    var tables: [Table] = []
    for (index, finding) in findings.enumerated() {
      guard let row = excerpts.row(at: finding.position) else { continue }
      let file = finding.position.file
      let table = tables.firstIndex { $0.file == file } ?? tables.count
      if table == tables.count {
        let names = excerpts.header(of: file)?.cells.prefix(Self.mostColumns).map { Self.text($0.text) }
        tables.append(Table(file: file, header: names ?? [], rows: []))
      }
      // Findings come line by line: the row is the last one or a new one.
      if tables[table].rows.last?.line != row.line {
        let cells = row.cells.prefix(Self.mostColumns).map { Self.text($0.text) }
        let isCut = row.isCut || row.cells.count > Self.mostColumns
        tables[table].rows.append(Row(line: row.line, cells: cells + (isCut ? ["…"] : []), marked: [], entries: []))
      }
      let last = tables[table].rows.count - 1
      tables[table].rows[last].entries.append(index)
      if let cell = row.index(at: finding.position), cell < Self.mostColumns {
        tables[table].rows[last].marked.insert(cell)
      }
      entries[index].place = Place(table: table, row: last)
    }
    self.entries = entries
    self.tables = tables
  }

  private static func entry(_ finding: Finding, _ language: OutputLanguage) -> Entry {
    Entry(
      severity: finding.severity, code: finding.code, file: text(finding.position.file),
      line: finding.position.line.map(String.init) ?? "", field: text(finding.field ?? ""),
      value: text(finding.value ?? ""), message: text(finding.message[language]),
      remedy: text(finding.remedy[language]), place: nil)
  }

  /// File by file in the order of the findings, errors first, then by code.
  private static func counts(_ list: FindingList, _ findings: [Finding]) -> [Count] {
    struct Key: Hashable {
      let file: String
      let severity: Severity
      let code: String
    }
    var totals: [Key: Int] = [:]
    for (kind, count) in list.counts {
      totals[Key(file: kind.file, severity: kind.severity, code: kind.code), default: 0] += count
    }
    var listed: [Key: Int] = [:]
    var files: [String: Int] = [:]
    for finding in findings {
      listed[Key(file: finding.position.file, severity: finding.severity, code: finding.code), default: 0] += 1
      if files[finding.position.file] == nil { files[finding.position.file] = files.count }
    }
    for file in Set(totals.keys.map(\.file)).sorted() where files[file] == nil { files[file] = files.count }
    return totals.map { key, count in
      Count(file: key.file, severity: key.severity, code: key.code, count: count, listed: listed[key] ?? 0)
    }.sorted { left, right in
      if left.file != right.file { return files[left.file, default: 0] < files[right.file, default: 0] }
      return left.severity == right.severity ? left.code < right.code : left.severity < right.severity
    }
  }

  /// In a cell: on one line, and no longer than anybody reads there.
  private static func text(_ text: String) -> String {
    let line = PrintableText.line(text)
    return line.count <= longestText ? line : String(line.prefix(longestText)) + "…"
  }

  private static let longestText = 600
}
