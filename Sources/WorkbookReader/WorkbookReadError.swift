public import Findings
public import Language

/// Why a workbook could not be read. `part` is the name of a file within the archive.
public enum WorkbookReadError: Error, Sendable, Hashable {
  /// Not there, a folder, or not readable.
  case unreadable
  /// The file is larger than `WorkbookLimits.file`.
  case fileTooLarge(bytes: Int)
  /// No zip file, or one that is cut off.
  case notAnArchive
  case tooManyParts(Int)
  /// A name that leads out of the archive, or that no workbook has: `../x`, `/x`, `a\b`, `a//b`.
  case unsafeName(String)
  /// Two parts of one name; upper and lower case are the same.
  case partTwice(String)
  case partMissing(String)
  case encrypted(part: String)
  /// Wrong length, wrong checksum, broken compression.
  case damaged(part: String)
  /// A part, or all parts together, grow beyond what is allowed.
  case tooLarge(part: String)
  /// A part grows so much more than its compressed size that it was made to.
  case bomb(part: String)
  /// Not well-formed; the reason is the parser's, in English.
  case notXML(part: String, line: Int, column: Int, reason: String)
  /// A document type, which is how entities are declared; no workbook has one.
  case doctype(part: String, line: Int)
  case tooDeep(part: String, line: Int)
  case tokenTooLong(part: String, line: Int)
  /// More sheets, texts or cells than allowed.
  case tooMany(part: String, limit: Int)
  /// What is written does not make sense there: a cell beyond the last column, a number that is none.
  case wrongValue(part: String, line: Int, text: String)
  /// A cell or row that stands twice or before an earlier one.
  case outOfOrder(part: String, line: Int, cell: String)
  case outOfMemory
}

extension WorkbookReadError {
  /// For the reader: what is wrong, and where in the archive.
  public var reason: LocalizedText {
    switch self {
    case .unreadable: Messages.workbookUnreadable
    case .fileTooLarge(let bytes): Messages.workbookFileTooLarge(bytes: bytes)
    case .notAnArchive: Messages.workbookNotAnArchive
    case .tooManyParts(let count): Messages.workbookTooManyParts(count)
    case .unsafeName(let name): Messages.workbookUnsafeName(name)
    case .partTwice(let name): Messages.workbookPartTwice(name)
    case .partMissing(let name): Messages.workbookPartMissing(name)
    case .encrypted(let part): Messages.workbookEncrypted(part: part)
    case .damaged(let part): Messages.workbookDamaged(part: part)
    case .tooLarge(let part): Messages.workbookPartTooLarge(part: part)
    case .bomb(let part): Messages.workbookBomb(part: part)
    case .notXML(let part, let line, let column, let reason):
      Messages.workbookNotXML(part: part, line: line, column: column, reason: reason)
    case .doctype(let part, let line): Messages.workbookDoctype(part: part, line: line)
    case .tooDeep(let part, let line): Messages.workbookTooDeep(part: part, line: line)
    case .tokenTooLong(let part, let line): Messages.workbookTokenTooLong(part: part, line: line)
    case .tooMany(let part, let limit): Messages.workbookTooMany(part: part, limit: limit)
    case .wrongValue(let part, let line, let text): Messages.workbookWrongValue(part: part, line: line, text: text)
    case .outOfOrder(let part, let line, let cell): Messages.workbookOutOfOrder(part: part, line: line, cell: cell)
    case .outOfMemory: Messages.workbookOutOfMemory
    }
  }

  /// As the command line reports it: an input that cannot be read.
  public func failure(path: String) -> Failure { .noInput(path: path, reason: reason) }
}
