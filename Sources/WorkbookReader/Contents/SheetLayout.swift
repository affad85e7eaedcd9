public import Values

/// How a sheet is laid out, beside what its cells hold.
public struct SheetLayout: Sendable, Hashable {
  public struct Columns: Sendable, Hashable {
    public var range: ClosedRange<Int>
    /// In digits of the workbook's first font; nil where it is the usual one.
    public var width: Double?
    public var isHidden: Bool
  }

  public var merges: [CellArea] = []
  /// Columns that are not as usual.
  public var columns: [Columns] = []
  /// In digits; nil where the program decides.
  public var usualWidth: Double?
  /// From 0, in order.
  public var hiddenRows: [Int] = []
  /// The range under filter buttons that belong to no table.
  public var filter: CellArea?
  /// Rows above and columns beside the frozen edge; nil where nothing is frozen.
  public var frozen: CellAddress?
  /// The cell that the cursor is in.
  public var cursor: CellAddress?
  /// The first cell in view.
  public var view: CellAddress?
  public var page = SheetPage()
  public var drawings: [ReadDrawing] = []

  /// Of a column, in digits; nil where the program decides.
  public func width(ofColumn column: Int) -> Double? {
    columns.first { $0.range.contains(column) }?.width ?? usualWidth
  }
}

/// How a sheet is printed.
public struct SheetPage: Sendable, Hashable {
  /// The number of the paper's size, 9 for A4; nil where the file does not say.
  public var paper: Int?
  public var isLandscape = false
  /// Scaled to a number of pages.
  public var isFitted = false
  /// Pages beside each other; 0 for as many as are needed.
  public var pagesAcross = 1

  public static let a4 = 9
}

/// A chart or picture over the cells of a sheet.
public struct ReadDrawing: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable { case chart, picture, shape }

  public var kind: Kind
  public var name: String
  /// What is read out to those who do not see it.
  public var description: String
  /// The cell under its corner.
  public var cell: CellAddress
}

/// What a workbook says about itself.
public struct ReadProperties: Sendable, Hashable {
  public var title = ""
  public var subject = ""
  public var creator = ""
  public var lastModifiedBy = ""
  public var company = ""
  /// `vi-VN`
  public var language = ""
  /// Properties of its own, by name.
  public var others: [String: String] = [:]
}
