import Aggregation
import Briefings
import Catalogue
import Datasets
import Findings
import Language
import Reports
import TestSupport
import Testing
import Values
import Workbooks

/// A report as it would be delivered, with everything it was made from.
struct Delivery: Sendable {
  let dataset: Dataset
  let definition: ReportDefinition
  let document: ReportDocument
  let context: BriefingValue
  let entries: [FigureID: LedgerEntry]
  let briefing: Briefing
  let cells: [FigurePlace]
  let workbook: [UInt8]
  let sheets: ReadWorkbook
  let ledger: Ledger

  init(
    report: String, package: String, language: OutputLanguage = .vietnamese, years: ClosedRange<Int>? = nil
  ) throws {
    dataset = try Dataset.open(package)
    definition = try ReportDefinitionReader.read(report, names: dataset.definitionNames)
    let built = try ReportBuilder(definition, of: dataset, language: language, years: years).build()
    document = built.document
    context = built.briefing
    entries = built.book.entries
    let template = definition.briefings[language] ?? ""
    briefing = try BriefingWriter.write(
      template: try TextFile.read("\(report)/\(template)", called: template), templateFile: template,
      context: built.briefing, labels: definition.labels, file: "\(definition.name).txt")
    let folder = try ScratchFolder()
    let places = try WorkbookWriter.write(
      document, to: folder.path(of: "report.xlsx"), fileName: "\(definition.name).xlsx")
    cells = places.figures
    workbook = try folder.bytes(of: "report.xlsx")
    sheets = try ReadWorkbook(path: folder.path(of: "report.xlsx"))
    ledger = Ledger(
      report: definition.name, package: dataset.package.name, language: language.rawValue, period: built.period,
      engine: "tests", files: built.files, entries: entries, places: cells + briefing.places,
      labels: places.labels + briefing.labelPlaces(in: "\(definition.name).txt"))
  }

  var tables: [ReportTable] { document.summary.tables + document.tables + [document.quality, document.sources] }

  var places: [FigurePlace] { cells + briefing.places }

  func table(_ id: String) -> ReportTable? { document.tables.first { $0.id == id } }
}

extension Dataset {
  var definitionNames: ReportDefinitionReader.DatasetNames {
    .init(
      indicators: catalogue.indicators.map(\.code), dimensions: catalogue.dimensions.map(\.name),
      terms: catalogue.periods.filter { $0.period.kind == .term }.map(\.period.code),
      package: package.folder)
  }
}

/// The reports that most tests look at, each built once.
enum Sample: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case decade, fiveYear, review, tiny, tinyInEnglish

  private static let tinyPackage = Repository.path(of: "Tests/Packages/tiny-province")
  private static let decadeDelivery = Result {
    try Delivery(
      report: Repository.path(of: "reports/decade"), package: Repository.path(of: "datasets/kien-giang"))
  }
  private static let reviewDelivery = Result {
    try Delivery(
      report: Repository.path(of: "reports/emulation-review"), package: Repository.path(of: "datasets/kien-giang"))
  }
  private static let fiveYearDelivery = Result {
    try Delivery(
      report: Repository.path(of: "reports/five-year"), package: Repository.path(of: "datasets/kien-giang"))
  }
  private static let tinyDelivery = Result {
    try Delivery(report: "\(tinyPackage)/reports/review", package: tinyPackage)
  }
  private static let englishDelivery = Result {
    try Delivery(report: "\(tinyPackage)/reports/review", package: tinyPackage, language: .english)
  }

  var testDescription: String { rawValue }

  var delivery: Delivery {
    get throws {
      switch self {
      case .decade: try Self.decadeDelivery.get()
      case .fiveYear: try Self.fiveYearDelivery.get()
      case .review: try Self.reviewDelivery.get()
      case .tiny: try Self.tinyDelivery.get()
      case .tinyInEnglish: try Self.englishDelivery.get()
      }
    }
  }
}
