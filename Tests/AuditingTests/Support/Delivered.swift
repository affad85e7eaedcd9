import Aggregation
import Auditing
import Briefings
import Datasets
import Language
import Rendering
import Reports
import TestSupport
import Values
import Workbooks

/// The files of a report, kept in memory so that each test can spoil a copy of them.
struct Delivered: Sendable {
  let name: String
  let ledger: Ledger
  let text: String
  let workbook: [UInt8]
  let tables: [(name: String, text: String)]
  let dataset: Dataset
  let definition: ReportDefinition
  let built: BuiltEntries

  /// What the data gave when the report was made.
  struct BuiltEntries: Sendable {
    let entries: [FigureID: LedgerEntry]
    let files: [SourceFile]
  }

  init(report: String, package: String, language: OutputLanguage) throws {
    dataset = try Dataset.open(package)
    let names = ReportDefinitionReader.DatasetNames(
      indicators: dataset.catalogue.indicators.map(\.code), dimensions: dataset.catalogue.dimensions.map(\.name),
      terms: dataset.catalogue.periods.filter { $0.period.kind == .term }.map(\.period.code))
    definition = try ReportDefinitionReader.read(report, names: names)
    name = definition.name
    let built = try ReportBuilder(definition, of: dataset, language: language, years: nil).build()
    let template = definition.briefings[language] ?? ""
    let briefing = try BriefingWriter.write(
      template: try TextFile.read("\(report)/\(template)", called: template), templateFile: template,
      context: built.briefing, labels: definition.labels, file: "\(name).txt")
    let folder = try ScratchFolder()
    let places = try WorkbookWriter.write(built.document, to: folder.path(of: "r.xlsx"), fileName: "\(name).xlsx")
    workbook = try folder.bytes(of: "r.xlsx")
    text = briefing.text
    ledger = Ledger(
      report: name, package: dataset.package.name, language: language.rawValue, period: built.period, engine: "tests",
      files: built.files, entries: built.book.entries, places: places.figures + briefing.places,
      labels: places.labels + briefing.labelPlaces(in: "\(name).txt"),
      tables: built.document.tableFigures)
    tables = TidyTables(built.document, ledger: ledger).files
    self.built = BuiltEntries(entries: built.book.entries, files: built.files)
  }

  /// Writes the files, with some of them replaced.
  func write(text: String? = nil, workbook: [UInt8]? = nil, ledger: Ledger? = nil) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(text ?? self.text, to: "\(name).txt")
    try folder.write(bytes: workbook ?? self.workbook, to: "\(name).xlsx")
    try folder.write(JSONWriter(.pretty).string((ledger ?? self.ledger).json) + "\n", to: "\(name).ledger.json")
    try folder.makeFolder("tables")
    for table in tables { try folder.write(table.text, to: "tables/\(table.name)") }
    return folder
  }

  func audit(
    _ folder: ScratchFolder, package: DataPackage? = nil, entries: [FigureID: LedgerEntry]? = nil,
    files: [SourceFile]? = nil
  ) throws -> AuditResult {
    try Audit(DeliveredReport.open(folder.path), language: .vietnamese).run(
      package: package ?? dataset.package, entries: entries ?? built.entries, files: files ?? built.files)
  }

  func differences(text: String) throws -> [AuditDifference] { try audit(write(text: text)).differences }

  /// With one part of the workbook changed.
  func differences(part: String, _ change: (String) -> String) throws -> [AuditDifference] {
    let folder = try write()
    var zip = try ZipWriter(ZipArchive(path: folder.path(of: "\(name).xlsx")))
    zip.edit(part, change)
    try folder.write(bytes: zip.bytes, to: "\(name).xlsx")
    return try audit(folder).differences
  }

  private static let tiny = Repository.path(of: "Tests/Packages/tiny-province")
  static let tinyInVietnamese = Result {
    try Delivered(report: "\(tiny)/reports/review", package: tiny, language: .vietnamese)
  }
  static let tinyInEnglish = Result {
    try Delivered(report: "\(tiny)/reports/review", package: tiny, language: .english)
  }
  static let decade = Result {
    try Delivered(
      report: Repository.path(of: "reports/decade"), package: Repository.path(of: "datasets/kien-giang"),
      language: .vietnamese)
  }
  static let fiveYear = Result {
    try Delivered(
      report: Repository.path(of: "reports/five-year"), package: Repository.path(of: "datasets/kien-giang"),
      language: .vietnamese)
  }
  static let decadeInEnglish = Result {
    try Delivered(
      report: Repository.path(of: "reports/decade"), package: Repository.path(of: "datasets/kien-giang"),
      language: .english)
  }
}

enum Sample: String, CaseIterable, Sendable {
  case tiny, tinyInEnglish, decade, decadeInEnglish, fiveYear

  var delivered: Delivered {
    get throws {
      switch self {
      case .tiny: try Delivered.tinyInVietnamese.get()
      case .tinyInEnglish: try Delivered.tinyInEnglish.get()
      case .decade: try Delivered.decade.get()
      case .decadeInEnglish: try Delivered.decadeInEnglish.get()
      case .fiveYear: try Delivered.fiveYear.get()
      }
    }
  }
}
