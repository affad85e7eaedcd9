import CSVCore
import Findings
import Language

/// How the file is written down: its dialect, header and encoding.
extension DescriptorReader {
  func dialect(_ mapping: DeclaredMapping?) -> CSVDialect {
    var dialect = CSVDialect()
    guard let mapping else { return dialect }
    if let delimiter = byte("delimiter", in: mapping) { dialect.delimiter = delimiter }
    if case .scalar("null", isPlain: true) = mapping["quoteChar"]?.content {
      dialect.quote = nil
    } else if let quote = byte("quoteChar", in: mapping) {
      dialect.quote = quote
    }
    dialect.escape = byte("escapeChar", in: mapping)
    dialect.comment = byte("commentChar", in: mapping)
    if let double = mapping.boolean("doubleQuote") { dialect.doubleQuote = double }
    if let skip = mapping.boolean("skipInitialSpace") { dialect.skipInitialSpace = skip }
    // Every kind of line end is read wherever it stands; another sign than those would not be.
    if let end = mapping.string("lineTerminator"), !["\r\n", "\n", "\r"].contains(end) {
      diagnosis.report(
        "unsupported", at: mapping["lineTerminator"]?.position ?? mapping.position, value: end,
        Messages.oddLineTerminator, remedy: Messages.oddLineTerminatorRemedy)
    }
    return dialect
  }

  func layout(_ mapping: DeclaredMapping?) -> HeaderLayout {
    var layout = HeaderLayout()
    guard let mapping else { return layout }
    if let hasHeader = mapping.boolean("header") { layout.hasHeader = hasHeader }
    let rows = lines("headerRows", in: mapping)
    layout.rows = rows == [1] ? [] : rows.sorted()
    if let join = mapping.string("headerJoin") { layout.join = join }
    layout.commentRows = Set(lines("commentRows", in: mapping))
    return layout
  }

  private func lines(_ key: String, in mapping: DeclaredMapping) -> [Int] {
    mapping.list(key)?.compactMap { $0.integer(in: 1...1_000_000, diagnosis) } ?? []
  }

  func byte(_ key: String, in mapping: DeclaredMapping) -> UInt8? {
    guard let declaration = mapping[key], let text = declaration.string(diagnosis) else { return nil }
    guard text.utf8.count == 1, let byte = text.utf8.first else {
      diagnosis.report(
        "wrong-value", at: declaration.position, value: text, Messages.expectedOneCharacter,
        remedy: Messages.expectedOneCharacterRemedy)
      return nil
    }
    return byte
  }

  func encoding(_ mapping: DeclaredMapping?) -> TextEncoding? {
    guard let declaration = mapping?["encoding"], let name = declaration.string(diagnosis) else { return nil }
    guard let encoding = TextEncoding(named: name) else {
      diagnosis.reportUnknown(
        name, at: declaration.position, what: Messages.wordEncoding, allowed: TextEncoding.allCases.map(\.rawValue))
      return nil
    }
    return encoding
  }
}
