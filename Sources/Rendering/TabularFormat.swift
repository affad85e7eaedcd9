public import Language

/// The formats in which a table leaves the program.
public enum TabularFormat: String, Sendable, Hashable, CaseIterable {
  case table, csv, tsv, json, jsonl, markdown

  /// For people: headings and numbers in their language.
  public var isForPeople: Bool { self == .table || self == .markdown }

  /// Whether notices and footnotes are part of the output; where they are not, they belong on the standard error.
  public var carriesNotes: Bool { isForPeople || self == .json }

  /// - Parameters:
  ///   - width: columns of the terminal; nil for no limit.
  ///   - style: colours of the terminal; the other formats have none.
  public func renderer(
    language: OutputLanguage, width: Int? = nil, style: TextStyle = .plain
  ) -> any TableRenderer {
    switch self {
    case .table: TerminalTable(language: language, width: width, style: style)
    case .csv: CSVTable()
    case .tsv: TSVTable()
    case .json: JSONTable()
    case .jsonl: JSONLinesTable()
    case .markdown: MarkdownTable(language: language, width: width)
    }
  }
}

/// Writes a grid in one format. The output ends in a line break.
public protocol TableRenderer: Sendable {
  func render(_ grid: Grid, to out: inout String)
}

extension TableRenderer {
  public func string(_ grid: Grid) -> String {
    var out = ""
    render(grid, to: &out)
    return out
  }
}
