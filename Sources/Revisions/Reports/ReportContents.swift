public import Reports

/// A report as its readers hold it: the text of its briefing and the cells of its workbook.
public struct ReportContents: Sendable {
  public struct Cell: Sendable, Hashable {
    public let sheet: String
    /// In A1 notation.
    public let reference: String
    /// The value as it stands in the file; a formula's cached value.
    public let text: String

    public init(sheet: String, reference: String, text: String) {
      self.sheet = sheet
      self.reference = reference
      self.text = text
    }
  }

  public let briefing: String
  public let lines: [String]
  public let workbook: String
  /// Sheet by sheet, row by row.
  public let cells: [Cell]
  /// Where the figures stand.
  public let places: [FigurePlace]

  /// - Parameters:
  ///   - briefing: the file's name; `lines` is its text.
  ///   - workbook: the file's name.
  public init(briefing: String, lines: [String], workbook: String, cells: [Cell], places: [FigurePlace]) {
    self.briefing = briefing
    self.lines = lines
    self.workbook = workbook
    self.cells = cells
    self.places = places
  }
}

/// A cell or a line that reads otherwise in the newer report.
public struct PlaceRevision: Sendable, Hashable {
  public enum Spot: Sendable, Hashable {
    case cell(sheet: String, reference: String)
    /// Lines from 1; nil where one of both reports has no such line.
    case line(old: Int?, new: Int?)
  }

  public let file: String
  public let spot: Spot
  /// Nil where nothing stands there.
  public let old: String?
  public let new: String?
  /// The figures that stand there, in the newer report where it has any.
  public let figures: [FigureID]
}
