import Aggregation
import Auditing
import Datasets
import Findings
import Language
import Reports
import Revisions
import WorkbookReader

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One report made from two vintages of the data, and what its readers would see otherwise.
struct ReportRevision {
  /// A name or path.
  let report: String
  let language: OutputLanguage?

  /// - Throws: what building and writing the report throws.
  func run(_ old: Dataset, _ new: Dataset) throws(Failure) -> [PlaceRevision] {
    let folder = try ReportFinder.folder(of: report, package: new.package.folder)
    return ReportComparison.run(try contents(old, folder), try contents(new, folder))
  }

  /// The report is written to a folder of its own and read back, as its readers do.
  ///
  /// - Parameter folder: of the report's definition, which is the same for both.
  private func contents(_ dataset: Dataset, _ folder: String) throws(Failure) -> ReportContents {
    let scratch = TemporaryPlaces.newPath
    TemporaryPlaces.add(scratch)
    defer {
      try? FileManager.default.removeItem(atPath: scratch)
      TemporaryPlaces.remove(scratch)
    }
    let definition = try ReportDefinitionReader.read(folder, names: ReportFinder.names(dataset))
    let builder = try ReportBuilder(definition, of: dataset, language: language ?? definition.language, years: nil)
    _ = try ReportWriter(builder: builder, pages: builder.pages(), definition: definition, dataset: dataset)
      .write(into: scratch)
    let delivered = try DeliveredReport.open(scratch)
    let text = try TextFile.read(delivered.path(of: delivered.briefingFile), called: delivered.briefingFile)
    let book: ReadBook
    do { book = try WorkbookFile.read(delivered.path(of: delivered.workbookFile)) } catch {
      throw error.failure(path: delivered.workbookFile)
    }
    return ReportContents(
      briefing: delivered.briefingFile,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      workbook: delivered.workbookFile, cells: Self.cells(of: book),
      places: delivered.ledger.places.values.flatMap { $0 })
  }

  private static func cells(of book: ReadBook) -> [ReportContents.Cell] {
    book.sheets.flatMap { sheet in
      sheet.cells.compactMap { cell in
        text(cell.value).map {
          ReportContents.Cell(sheet: sheet.name, reference: cell.address.description, text: $0)
        }
      }
    }
  }

  private static func text(_ value: ReadCell.Value) -> String? {
    switch value {
    case .empty: nil
    case .number(let text), .text(let text), .error(let text), .date(let text): text
    case .truth(let truth): "\(truth)"
    }
  }
}
