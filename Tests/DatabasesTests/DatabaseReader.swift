import CSQLite
import Databases

/// Reads the bytes of a database file, without the code that wrote them.
final class DatabaseReader {
  private let handle: OpaquePointer
  private let bytes: UnsafeMutablePointer<UInt8>

  init(_ content: [UInt8]) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open(":memory:", &opened)
    guard code == SQLITE_OK, let opened else { throw ReaderError(code: code) }
    handle = opened
    bytes = .allocate(capacity: content.count)
    bytes.initialize(from: content, count: content.count)
    let read = sqlite3_deserialize(
      handle, "main", bytes, Int64(content.count), Int64(content.count), UInt32(SQLITE_DESERIALIZE_READONLY))
    guard read == SQLITE_OK else { throw ReaderError(code: read) }
  }

  deinit {
    sqlite3_close(handle)
    bytes.deallocate()
  }

  /// What a query answers, row by row.
  func rows(_ query: String) throws -> [[DatabaseValue]] {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, query, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw ReaderError(code: code) }
    defer { sqlite3_finalize(prepared) }
    var rows: [[DatabaseValue]] = []
    while true {
      let code = sqlite3_step(prepared)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else { throw ReaderError(code: code) }
      rows.append((0..<sqlite3_column_count(prepared)).map { Self.value(prepared, $0) })
    }
  }

  private static func value(_ statement: OpaquePointer, _ column: Int32) -> DatabaseValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(statement, column) else { return .null }
      let length = Int(sqlite3_column_bytes(statement, column))
      return .text(String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self))
    default: return .null
    }
  }
}

struct ReaderError: Error { let code: Int32 }
