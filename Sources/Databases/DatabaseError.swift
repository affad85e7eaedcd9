import CSQLite

/// What SQLite answered instead of doing what was asked: a defect of the caller, or no memory.
public struct DatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A result code of SQLite (https://www.sqlite.org/rescode.html).
  public let code: Int32
  public let statement: String

  public var description: String { "SQLite \(code) (\(String(cString: sqlite3_errstr(code)))): \(statement)" }
}
