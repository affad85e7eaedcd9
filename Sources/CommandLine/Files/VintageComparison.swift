import Aggregation
import Catalogue
import Findings
import Language
import Rendering
import Reports
import Revisions

/// Opens vintages one after the other, and compares the last two.
struct VintageComparison {
  struct Answer {
    let revision: Revision
    let triangles: [RevisionTriangle]
    /// Nil when no report was asked for.
    let places: [PlaceRevision]?
    let newest: Dataset

    var isEmpty: Bool {
      revision.isEmpty && places?.isEmpty ?? true
        && triangles.allSatisfy { triangle in
          triangle.rows.allSatisfy { row in Set(row.values.map { $0?.value }).count < 2 }
        }
    }
  }

  private let options: CommonOptions
  private let indicators: [String]
  private let report: String?
  private var datasets: [Dataset] = []
  private var folders: [VintageFolder] = []

  init(options: CommonOptions, indicators: [String], report: String?) {
    self.options = options
    self.indicators = indicators
    self.report = report
  }

  mutating func add(_ name: String, in context: ProcessContext) throws(Failure) {
    let options = options
    let folder = try VintageFolder.open(
      name, package: { () throws(Failure) in try options.folder(in: context) }, in: context)
    datasets.append(try folder.dataset())
    folders.append(folder)
  }

  func answer(in context: ProcessContext) throws(Failure) -> Answer {
    let (old, new) = (datasets[datasets.count - 2], datasets[datasets.count - 1])
    let revision = try Revision.between(
      old, new, names: (folders[folders.count - 2].name, folders[folders.count - 1].name))
    var places: [PlaceRevision]?
    if let report { places = try ReportRevision(report: report, language: options.lang).run(old, new) }
    return Answer(revision: revision, triangles: try triangles(revision, new), places: places, newest: new)
  }

  /// Of the indicators asked for; with more than two vintages, of all that differ between any of them.
  private func triangles(_ revision: Revision, _ newest: Dataset) throws(Failure) -> [RevisionTriangle] {
    var wanted: [Indicator] = []
    for name in indicators { wanted.append(try newest.indicator(named: name)) }
    let isGiven = !wanted.isEmpty
    guard isGiven || datasets.count > 2 else { return [] }
    if !isGiven { wanted = newest.catalogue.indicators }
    let evaluators = datasets.map { Evaluator($0) }
    var triangles: [RevisionTriangle] = []
    for indicator in wanted {
      let triangle = try RevisionTriangle.of(indicator, in: evaluators)
      let moves = triangle.rows.contains { row in Set(row.values.map { $0?.value }).count > 1 }
      if isGiven || moves { triangles.append(triangle) }
    }
    return triangles
  }
}
