import CSQLite

/// A value of a cell.
public enum DatabaseValue: Sendable, Hashable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
}

/// A database in memory, whose bytes are those of a database file.
public struct Connection: ~Copyable {
  private let handle: OpaquePointer

  /// - Throws: where there is no memory.
  public init() throws(DatabaseError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw DatabaseError(code: code, statement: "open")
    }
    handle = opened
  }

  deinit { sqlite3_close(handle) }

  /// - Parameter statements: one or several, without parameters.
  public borrowing func run(_ statements: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(code: code, statement: statements) }
  }

  /// The same statement for every row, whose values take the place of its question marks.
  ///
  /// - Complexity: O(rows × values).
  public borrowing func run(_ statement: String, rows: some Sequence<[DatabaseValue]>) throws(DatabaseError) {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, statement, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw DatabaseError(code: code, statement: statement) }
    defer { sqlite3_finalize(prepared) }
    for row in rows {
      for (index, value) in row.enumerated() {
        let code = Self.bind(value, Int32(index + 1), prepared)
        guard code == SQLITE_OK else { throw DatabaseError(code: code, statement: statement) }
      }
      let code = sqlite3_step(prepared)
      guard code == SQLITE_DONE else { throw DatabaseError(code: code, statement: statement) }
      sqlite3_reset(prepared)
    }
  }

  private static func bind(_ value: DatabaseValue, _ index: Int32, _ statement: OpaquePointer) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(let text):
      var copy = text
      return copy.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          guard let start = characters.baseAddress else { return thapnien_bind_text(statement, index, "", 0) }
          return thapnien_bind_text(statement, index, start, Int32(clamping: characters.count))
        }
      }
    }
  }

  /// The bytes of a database file with all that is in it.
  ///
  /// - Complexity: O(size), twice in memory.
  public borrowing func serialized() throws(DatabaseError) -> [UInt8] {
    var size: Int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else {
      throw DatabaseError(code: SQLITE_NOMEM, statement: "serialize")
    }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
  }
}
