import Language
public import Values

/// The finished ledger of a report: every number that reaches a reader, where it comes from and where it stands.
public struct Ledger: Sendable, Hashable {
  /// The version of the file's format.
  public static let format = 1

  public let report: String
  public let package: String
  public let language: String
  public let period: Period
  public let engine: String
  public let files: [SourceFile]
  /// Only those that stand somewhere, or from which one that does is computed; sorted by name.
  public let entries: [LedgerEntry]
  public let places: [FigureID: [FigurePlace]]
  /// Texts with digits that are names, not numbers, and where they stand: with `places` they account for every digit of
  /// the briefing and of the workbook's cells. Sorted.
  public let labels: [LabelPlace]
  /// What stands in each tidy table; nil in ledgers that do not say so.
  public let tables: [TableFigures]?

  public init(
    report: String, package: String, language: String, period: Period, engine: String, files: [SourceFile],
    entries: [FigureID: LedgerEntry], places: [FigurePlace], labels: [LabelPlace],
    tables: [TableFigures]? = nil
  ) {
    self.report = report
    self.package = package
    self.language = language
    self.period = period
    self.engine = engine
    // Their numbers are moved instead of the places themselves.
    self.labels = labels.indices.sorted { labels[$0] < labels[$1] }.map { labels[$0] }
    self.tables = tables
    self.places = Dictionary(grouping: places, by: \.figure)
    let used = Self.reachable(from: places.map(\.figure), entries)
    self.entries = used.sorted().compactMap { entries[$0] }
    var quoted: Set<String> = []
    for entry in self.entries {
      switch entry.origin {
      case .observation(let inputs):
        for input in inputs {
          quoted.insert(input.file)
          for applied in input.corrections { quoted.insert(applied.correction.file) }
        }
      case .quoted(let file, _, _): quoted.insert(file)
      case .derived: break
      }
    }
    // A value also rests on the files of a table in which none of its rows stand.
    let resources = Set(files.filter { quoted.contains($0.path) }.map(\.resource))
    self.files = files.filter { resources.contains($0.resource) }.sorted { $0.path < $1.path }
  }

  /// As it was written: nothing is left out or sorted.
  init(
    report: String, package: String, language: String, period: Period, engine: String, files: [SourceFile],
    ordered entries: [LedgerEntry], places: [FigureID: [FigurePlace]], labels: [LabelPlace],
    tables: [TableFigures]?
  ) {
    self.report = report
    self.package = package
    self.language = language
    self.period = period
    self.engine = engine
    self.files = files
    self.entries = entries
    self.places = places
    self.labels = labels
    self.tables = tables
  }

  private static func reachable(from names: [FigureID], _ entries: [FigureID: LedgerEntry]) -> Set<FigureID> {
    var reached: Set<FigureID> = []
    var waiting = names
    while let id = waiting.popLast() {
      guard let entry = entries[id], reached.insert(id).inserted else { continue }
      if case .derived(let inputs) = entry.origin { waiting += inputs }
    }
    return reached
  }
}
