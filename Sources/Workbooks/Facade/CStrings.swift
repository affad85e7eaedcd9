import CXLSXWriter

/// Texts handed to C for the length of one call.
struct CStrings: ~Copyable {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  private init() {}

  deinit {
    for pointer in pointers { free(pointer) }
  }

  /// A copy that C may read until the surrounding `lend` returns; nil when memory is out, or for nil.
  mutating func copy(_ text: String?) -> UnsafeMutablePointer<CChar>? {
    guard let text, let pointer = strdup(text) else { return nil }
    pointers.append(pointer)
    return pointer
  }

  static func lend<Result>(_ body: (inout CStrings) throws(WorkbookError) -> Result) throws(WorkbookError) -> Result {
    var strings = CStrings()
    return try body(&strings)
  }
}
