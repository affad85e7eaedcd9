public import Values

/// What stands in a workbook, as its file says: nothing is computed anew.
public struct ReadBook: Sendable {
  public var sheets: [ReadSheet] = []
  public var names: [ReadName] = []
  public var properties = ReadProperties()
  /// The sheet that is shown when the workbook is opened, from 0.
  public var shownSheet = 0
  /// Programs that run when the workbook is opened.
  public var hasMacros = false
  /// Other workbooks that formulas read.
  public var linkedBooks = 0
  /// The size of the letters that columns are measured in; nil where the file does not say.
  public var letterSize: Double?

  public init() {}

  /// By its name; upper and lower case are the same, as in Excel.
  public func sheet(named name: String) -> ReadSheet? {
    sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }
}

/// A name of the workbook for a range or a formula.
public struct ReadName: Sendable, Hashable {
  public var name: String
  /// The sheet that it belongs to; nil for the whole workbook.
  public var sheet: String?
  /// `'Biểu 01'!$A$2:$G$24`.
  public var formula: String
}

public struct ReadSheet: Sendable {
  public enum Visibility: String, Sendable, Hashable { case visible, hidden, veryHidden }

  public var name: String
  public var visibility: Visibility
  /// A sheet that holds nothing but a chart has no cells.
  public var isWorksheet: Bool
  /// Those that hold a value or a formula, row by row.
  public var cells: [ReadCell] = []
  public var tables: [ReadTable] = []
  public var links: [ReadLink] = []
  public var layout = SheetLayout()

  /// O(log cells).
  public subscript(address: CellAddress) -> ReadCell? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].address == address ? cells[low] : nil
  }
}

/// A table of a sheet.
public struct ReadTable: Sendable, Hashable {
  public var name: String
  /// `A6:G16`, its header and totals included.
  public var range: String
  public var columns: [String]
  public var hasHeader: Bool
  public var totalRows: Int
}

public struct ReadLink: Sendable, Hashable {
  /// The cell or range that is clicked.
  public var range: String
  /// An address outside the workbook.
  public var target: String?
  /// A place within the workbook: `'Biểu 01'!A1`.
  public var location: String?
}

/// One cell with its value as the file holds it.
public struct ReadCell: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case empty
    /// The digits of the file: `59.22`, `2.9199999999999999`, `1.2E+18`.
    case number(String)
    case text(String)
    case truth(Bool)
    /// `#DIV/0!`
    case error(String)
    /// ISO 8601, where the file does not count days.
    case date(String)
  }

  public enum Formula: Sendable, Hashable {
    /// Without the sign of equality.
    case text(String)
    /// The formula of another cell, with its relative references moved along.
    case shared(with: CellAddress)
  }

  public var address: CellAddress
  public var value: Value
  /// The value is the one that was last computed and kept.
  public var formula: Formula?
  public var look = ReadLook()

  /// `#,##0.00`; nil for the general format.
  public var numberFormat: String? { look.numberFormat }

  /// The number, exactly as its digits say; nil for anything else, and beyond 38 digits or 30 decimals.
  public var number: ExactDecimal? {
    guard case .number(let text) = value else { return nil }
    return NumberText.decimal(text)
  }
}

/// How a cell looks.
public struct ReadLook: Sendable, Hashable {
  public var numberFormat: String?
  /// In points; nil where the file does not say.
  public var fontSize: Double?
  /// The ground has a colour.
  public var isFilled = false
}
