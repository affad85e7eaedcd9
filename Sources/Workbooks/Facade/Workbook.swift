import CXLSXWriter
import Reports
import Values
import WorkbookReader

/// The owner of one workbook of the C library.
///
/// Sheets are named by `SheetID`, styles by value, so that no pointer leaves this type. Every limit of Excel is checked
/// before the library sees a value, and every code it returns is read. Nothing is on disk before `close`; a workbook
/// that is dropped instead is freed.
struct Workbook: ~Copyable {
  struct SheetID: Sendable, Hashable { fileprivate(set) var index: Int }

  struct Properties: Sendable {
    var title: String
    var subject: String
    var company: String
    /// As a tag of BCP 47: `vi-VN`.
    var language = ""
    var comments = ""
    /// Stands for the day of making, so that equal inputs give equal bytes.
    var date: CalendarDate
  }

  struct Sheet {
    let name: String
    let pointer: UnsafeMutablePointer<lxw_worksheet>
    var merges: [Int: [CellRange]] = [:]
    var tables: [CellRange] = []
    var links = 0
    /// Of columns, in pixels, as they were set.
    var widths: [Int: Int] = [:]
    /// The row that is being written, in constant memory.
    var row = 0
  }

  private let handle: WorkbookHandle
  private let path: String
  let look: Theme
  let memory: Memory
  var sheets: [Sheet] = []
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  /// Those with a `StyleID`.
  var styles: [UnsafeMutablePointer<lxw_format>] = []
  var takenNames: Set<String> = []

  /// - Parameter path: where `close` writes; the folder must exist.
  init(
    path: String, properties: Properties, memory: Memory = .whole, look: Theme = .office
  ) throws(WorkbookError) {
    self.path = path
    self.memory = memory
    self.look = look
    handle = WorkbookHandle(try Self.open(path, properties, memory, look))
  }

  var pointer: UnsafeMutablePointer<lxw_workbook> { handle.pointer }

  mutating func addSheet(named name: String) throws(WorkbookError) -> SheetID {
    try ExcelLimits.check(sheetName: name)
    guard !sheets.contains(where: { $0.name.lowercased() == name.lowercased() }) else { throw .sheetNameTaken(name) }
    guard let sheet = workbook_add_worksheet(pointer, name) else {
      // In constant memory each sheet has a temporary file.
      guard memory == .constant else { throw .library(code: -1, step: "adding a sheet") }
      throw .writeFailed(path: path, reason: Self.systemReason())
    }
    sheets.append(Sheet(name: name, pointer: sheet))
    return SheetID(index: sheets.count - 1)
  }

  /// Writes the file. Nothing of it is left when that fails.
  consuming func close() throws(WorkbookError) {
    let path = path
    let handle = handle
    var rows: [String: Int] = [:]
    for (index, sheet) in sheets.enumerated() where memory == .constant {
      let bytes = thapnien_rows_written(sheet.pointer)
      guard bytes >= 0 else { throw .writeFailed(path: path, reason: Self.systemReason()) }
      rows["xl/worksheets/sheet\(index + 1).xml"] = bytes
    }
    // The library prints its own message when it cannot create the file, so this is found out first.
    guard let probe = fopen(path, "wb") else { throw .cannotCreate(path: path, reason: Self.systemReason()) }
    fclose(probe)
    let code = handle.close()
    guard code == LXW_NO_ERROR else {
      let reason = Self.systemReason()
      remove(path)
      throw .writeFailed(path: path, reason: reason)
    }
    // The library builds each part in a temporary file and does not notice when that is full.
    do throws(WorkbookReadError) { try WorkbookFile.verify(path, atLeast: rows) } catch {
      remove(path)
      throw .partCut(path: path)
    }
  }

  /// The format of a style, made when it is first asked for.
  mutating func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[style] { return known }
    guard formats.count < ExcelLimits.styles else { throw .tooManyStyles }
    let format = try newFormat(style)
    formats[style] = format
    return format
  }

  static func check(_ code: lxw_error, _ step: String) throws(WorkbookError) {
    switch code {
    case LXW_NO_ERROR: return
    case LXW_ERROR_MEMORY_MALLOC_FAILED: throw .outOfMemory
    default: throw .library(code: Int(code.rawValue), step: step)
    }
  }

  /// What the library takes a digit for: it stores a column's width as its characters and 5/7 more, and places charts
  /// by that measure.
  static let libraryDigitPixels = 7.0

  private static func setDefaultFont(of workbook: UnsafeMutablePointer<lxw_workbook>, _ look: Theme) {
    guard let format = workbook.pointee.formats?.pointee.stqh_first else { return }
    format_set_font_name(format, look.font)
    format_set_font_size(format, 12)
  }

  private static func open(
    _ path: String, _ properties: Properties, _ memory: Memory, _ look: Theme
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
    if let reason = thapnien_load_library() { throw .noLibrary(String(cString: reason)) }
    // The shim reads the library's own structures, which change from version to version.
    guard lxw_version_id() == LXW_VERSION_ID else {
      throw .otherLibrary(built: Int(LXW_VERSION_ID), running: Int(lxw_version_id()))
    }
    var options = lxw_workbook_options()
    options.constant_memory = memory == .constant ? 1 : 0
    guard let workbook = workbook_new_opt(path, &options) else { throw .outOfMemory }
    setDefaultFont(of: workbook, look)
    let code = try CStrings.lend { strings throws(WorkbookError) in
      var values = lxw_doc_properties()
      values.title = strings.copy(Self.cut(properties.title))
      values.subject = strings.copy(Self.cut(properties.subject))
      values.company = strings.copy(Self.cut(properties.company))
      values.author = strings.copy(Self.cut(properties.company))
      values.comments = strings.copy(Self.cut(properties.comments))
      values.created = properties.date.secondsSince1970
      let code = workbook_set_properties(workbook, &values)
      // The library knows no language among the core properties.
      guard code == LXW_NO_ERROR, !properties.language.isEmpty else { return code }
      return workbook_set_custom_property_string(workbook, "Language", properties.language)
    }
    guard code == LXW_NO_ERROR else {
      lxw_workbook_free(workbook)
      throw .library(code: Int(code.rawValue), step: "setting the document's properties")
    }
    return workbook
  }

  /// The library takes 255 characters of a property.
  private static func cut(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(255)))
  }

  private static func systemReason() -> String { String(cString: thapnien_system_reason()) }
}

/// Frees the library's handle exactly once: by closing, which frees it even when it fails, or by being dropped.
private struct WorkbookHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<lxw_workbook>

  init(_ pointer: UnsafeMutablePointer<lxw_workbook>) { self.pointer = pointer }

  deinit { lxw_workbook_free(pointer) }

  consuming func close() -> lxw_error {
    let pointer = pointer
    discard self
    return thapnien_close_quietly(pointer)
  }
}

extension CalendarDate {
  /// Midnight UTC. Days are counted from 1970 in years that begin in March, so that the leap day comes last.
  var secondsSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    return days * 86_400
  }
}
