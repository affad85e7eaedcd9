import CSVCore
public import Findings
import Language

/// Copies of the rows and lines that findings are about. Texts about persons are never in them.
///
/// Nothing here fails: what cannot be read has no copy, and its own finding.
public struct SourceExcerpts: Sendable {
  private var headers: [String: SourceRow] = [:]
  private var rows: [String: [Int: SourceRow]] = [:]
  private var lines: [String: [Int: String]] = [:]
  private var delimiters: [String: String] = [:]

  public init() {}

  /// The row that holds a finding's position, in a table of the package.
  public func row(at position: Position) -> SourceRow? { position.line.flatMap { rows[position.file]?[$0] } }
  /// The names of a table's columns, as they stand in its file.
  public func header(of file: String) -> SourceRow? { headers[file] }
  /// The line of any other file.
  public func line(at position: Position) -> String? { position.line.flatMap { lines[position.file]?[$0] } }
  public func delimiter(of file: String) -> String { delimiters[file] ?? "," }

  /// - Parameters:
  ///   - findings: whose rows are wanted.
  ///   - counted: all kinds of findings, kept or not: they name the columns about persons.
  ///   - folder: of the files that findings name.
  /// - Complexity: one reading of each file, up to the last row that is wanted.
  public static func read(
    _ findings: [Finding], counted: some Sequence<FindingList.Kind>, in folder: String, package: DataPackage?
  ) -> SourceExcerpts {
    var excerpts = SourceExcerpts()
    var personal: [String: Set<String>] = [:]
    let personalCodes: Set = ["personal-data", "possible-personal-data", "forbidden-breakdown"]
    for kind in counted where personalCodes.contains(kind.code) {
      personal[kind.file, default: []].insert(kind.field ?? "")
    }
    for (file, found) in Dictionary(grouping: findings, by: \.position.file) {
      let wanted = Set(found.compactMap(\.position.line)).sorted()
      guard !wanted.isEmpty else { continue }
      if let package, let resource = package.resources.first(where: { $0.paths.contains(file) }) {
        excerpts.readTable(file, wanted, resource, package, withheld: personal[file] ?? [])
      } else if personal[file] == nil {
        let path = folder.isEmpty ? file : "\(folder)/\(file)"
        guard (try? TextFile.require(path, called: file)) != nil else { continue }
        excerpts.readLines(.file(path: path), of: file, wanted)
      }
    }
    return excerpts
  }

  /// The rows that hold some lines of the tables of a package.
  ///
  /// - Parameter lines: by file, as resources name their paths; other files are passed over.
  public static func read(_ lines: [String: Set<Int>], of package: DataPackage) -> SourceExcerpts {
    var excerpts = SourceExcerpts()
    for (file, wanted) in lines {
      guard let resource = package.resources.first(where: { $0.paths.contains(file) }) else { continue }
      excerpts.readTable(file, wanted.sorted(), resource, package, withheld: [])
    }
    return excerpts
  }

  private mutating func readTable(
    _ file: String, _ wanted: [Int], _ resource: ResourceDescriptor, _ package: DataPackage, withheld: Set<String>
  ) {
    guard let input = try? ResourceInput.open(file, of: resource, in: package) else { return }
    delimiters[file] = String(UnicodeScalar(resource.dialect.delimiter))
    var collector = RowCollector(
      resource: resource, use: ResourceUse(resource, of: package), wanted: wanted, withheld: withheld)
    // A structural error ends the rows; the line where it stands is shown as a line.
    try? collector.collect(input.source)
    headers[file] = collector.header
    rows[file] = collector.rows
    let rest = wanted.filter { collector.rows[$0] == nil }
    if !rest.isEmpty, withheld.isEmpty, !collector.holdsPersons { readLines(input.source, of: file, rest) }
  }

  private mutating func readLines(_ source: CSVSource, of file: String, _ wanted: [Int]) {
    lines[file] = try? LineCollector.lines(wanted, of: source)
  }
}

/// Physical lines: records of a dialect that splits nothing.
private enum LineCollector {
  private static let dialect = CSVDialect(delimiter: 0x1F, quote: nil)
  /// In bytes; nobody reads a longer one.
  private static let longest = 1 << 16

  static func lines(_ wanted: [Int], of source: CSVSource) throws(CSVError) -> [Int: String] {
    var found: [Int: String] = [:]
    var rest = wanted[...]
    var reader = try CSVReader(source, dialect: dialect)
    do {
      while !rest.isEmpty, try reader.next() {
        for record in 0..<reader.batch.recordCount {
          let line = reader.batch.line(of: record)
          rest = rest.drop { $0 < line }
          guard rest.first == line, reader.batch.fieldCount(of: record) == 1, reader.batch.length(record, 0) <= longest
          else { continue }
          found[line] = reader.batch.string(record, 0)
        }
      }
    } catch { return found }
    return found
  }
}

/// Copies rows while a table is read.
private struct RowCollector {
  let resource: ResourceDescriptor
  let use: ResourceUse
  let wanted: [Int]
  /// Names of columns whose texts are left out.
  let withheld: Set<String>
  private(set) var header: SourceRow?
  private(set) var rows: [Int: SourceRow] = [:]
  private(set) var holdsPersons = false
  private var hidden: Set<Int> = []

  init(resource: ResourceDescriptor, use: ResourceUse, wanted: [Int], withheld: Set<String>) {
    self.resource = resource
    self.use = use
    self.wanted = wanted
    self.withheld = withheld
  }

  mutating func collect(_ source: CSVSource) throws(CSVError) {
    var reader = try CSVReader(
      source, dialect: resource.dialect, options: CSVOptions(recordLimit: ResourceScanner.recordLimit))
    var layout = HeaderReader(resource.layout)
    var isBefore = resource.layout.hasHeader
    if !isBefore { hide(resource.fields.map(\.name)) }
    var rest = wanted[...]
    while !rest.isEmpty, try reader.next() {
      for record in 0..<reader.batch.recordCount {
        let line = reader.batch.line(of: record)
        if isBefore, !layout.passesOver(line) {
          switch layout.take(reader.batch, record) {
          case .skip: break
          case .none: isBefore = false
          case .header(let names):
            isBefore = false
            hide(HeaderBinding.names(names).map { $0 ?? "" })
            header = Self.copy(reader.batch, record, hiding: [])
            take(header, at: line...line, &rest)
            continue
          }
        }
        rest = rest.drop { $0 < line }
        let next = record + 1 < reader.batch.recordCount ? reader.batch.line(of: record + 1) : .max
        guard let first = rest.first else { return }
        guard first < next else { continue }
        let last = max(line, reader.batch.record(record).positions.last?.line ?? line)
        if first <= last { take(Self.copy(reader.batch, record, hiding: hidden), at: line...last, &rest) }
      }
    }
  }

  private mutating func hide(_ names: [String]) {
    hidden = Set(
      names.indices.filter {
        withheld.contains(names[$0]) || PersonalDataGuard.kind(of: names[$0], in: resource, use) != nil
      })
    holdsPersons = !hidden.isEmpty
  }

  private mutating func take(_ row: SourceRow?, at lines: ClosedRange<Int>, _ rest: inout ArraySlice<Int>) {
    while let line = rest.first, line <= lines.upperBound {
      rows[line] = row
      rest = rest.dropFirst()
    }
  }

  private static func copy(_ batch: borrowing CSVBatch, _ record: Int, hiding hidden: Set<Int>) -> SourceRow {
    let whole = batch.record(record)
    let count = min(whole.fields.count, SourceRow.mostCells)
    var cells: [SourceRow.Cell] = []
    for field in 0..<count {
      let text = whole.string(field) ?? Messages.undecodable
      let shown =
        text.unicodeScalars.count > SourceRow.longestText
        ? String(text.unicodeScalars.prefix(SourceRow.longestText)) + "…" : text
      cells.append(
        SourceRow.Cell(
          text: shown, isQuoted: batch.wasQuoted(record, field),
          isWithheld: hidden.contains(field) || IdentityNumbers.fill([text]), line: whole.positions[field].line,
          column: whole.positions[field].column))
    }
    return SourceRow(line: batch.line(of: record), cells: cells, isCut: count < whole.fields.count)
  }
}
