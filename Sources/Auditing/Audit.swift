public import Datasets
public import Findings
public import Language
public import Reports
import Values
import WorkbookReader

/// Proves a delivered report against its ledger, and the ledger against the data of today.
public struct Audit {
  private let delivered: DeliveredReport
  private let numbers: NumberForm

  /// - Parameter language: of the numbers in the differences.
  public init(_ delivered: DeliveredReport, language: OutputLanguage) {
    self.delivered = delivered
    numbers = NumberForm(language)
  }

  /// - Parameters:
  ///   - package: the data package of today.
  ///   - entries: what the same report says from the data of today, whether it stands somewhere or not.
  ///   - files: the files of the data of today.
  /// - Throws: `.noInput` when the workbook or the briefing is not there or cannot be read.
  public func run(package: DataPackage, entries: [FigureID: LedgerEntry], files: [SourceFile]) throws(Failure)
    -> AuditResult
  {
    var result = AuditResult()
    try auditWorkbook(&result)
    try auditBriefing(&result)
    let ledger = delivered.ledger
    let own = Dictionary(ledger.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tables = try TablesAudit(
      folder: delivered.path(of: TablesAudit.name), entries: own, tables: ledger.tables, numbers: numbers
    ).run()
    result.tableNumbers = tables.count
    result.differences += tables.differences
    result.differences += ledgerDifferences()
    result.entries = ledger.entries.count
    result.files = ledger.files.count
    if package.name != ledger.package {
      result.differences.append(
        AuditDifference(.data, .otherPackage, file: delivered.ledgerFile, expected: ledger.package, found: package.name)
      )
    }
    result.differences += DataAudit(
      ledger: ledger, entries: entries, files: files, package: package, numbers: numbers
    ).run()
    result.differences = Self.sorted(result.differences)
    return result
  }

  private func auditWorkbook(_ result: inout AuditResult) throws(Failure) {
    let file = delivered.workbookFile
    let places = LedgerPlaces(delivered.ledger, file: file)
    result.workbookNumbers = places.figureCount
    let book: ReadBook
    do { book = try WorkbookFile.read(delivered.path(of: file)) } catch {
      throw error.failure(path: delivered.path(of: file))
    }
    result.differences += WorkbookAudit(book: book, places: places, file: file, numbers: numbers).run()
  }

  private func auditBriefing(_ result: inout AuditResult) throws(Failure) {
    for file in [delivered.briefingFile, delivered.markdownFile].compactMap(\.self) {
      let places = LedgerPlaces(delivered.ledger, file: file)
      result.briefingNumbers += places.figureCount
      let text = try TextFile.read(delivered.path(of: file), called: delivered.path(of: file))
      result.differences += BriefingAudit(text: text, places: places, file: file).run()
    }
  }

  /// What the ledger says of itself: each value rounds to what is published, which is what was printed.
  private func ledgerDifferences() -> [AuditDifference] {
    let ledger = delivered.ledger
    let form = NumberForm(OutputLanguage(rawValue: ledger.language) ?? .vietnamese)
    var differences: [AuditDifference] = []
    for entry in ledger.entries {
      if (try? entry.value.rounded(to: entry.published.scale)) != entry.published {
        differences.append(
          AuditDifference(
            .ledger, .entryWrong, file: delivered.ledgerFile, figure: entry.id, expected: entry.value.description,
            found: entry.published.description))
      }
      for place in ledger.places[entry.id] ?? [] where !Self.says(place.printed, entry.published, form) {
        differences.append(
          AuditDifference(
            .ledger, .entryWrong, file: delivered.ledgerFile, figure: entry.id,
            expected: numbers.string(entry.published), found: place.printed))
      }
    }
    return differences
  }

  /// Whether a printed text is this number: `07`, `+2,92`, `hơn 19.200`, `59,22% (mh)`, `-` for zero, or a word.
  private static func says(_ printed: String, _ published: ExactDecimal, _ form: NumberForm) -> Bool {
    guard printed.contains(where: DigitWords.isDigit) else { return true }
    let digits = printed.filter { $0.isNumber || String($0) == form.decimalSeparator }
    let canonical = String(digits.map { String($0) == form.decimalSeparator ? "." : $0 })
    return ExactDecimal(canonical.hasSuffix(".") ? String(canonical.dropLast()) : canonical) == published.magnitude
  }

  private static func sorted(_ differences: [AuditDifference]) -> [AuditDifference] {
    let sides = AuditDifference.Side.allCases
    return differences.enumerated().sorted { left, right in
      let (one, two) = (left.element, right.element)
      let (first, second) = (sides.firstIndex(of: one.side) ?? 0, sides.firstIndex(of: two.side) ?? 0)
      return (first, one.file, left.offset) < (second, two.file, right.offset)
    }.map(\.element)
  }
}
