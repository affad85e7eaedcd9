/// What is peculiar to one data package: its codes and its names.
struct LocalCodes {
  /// Codes of units, organisations and indicators, and names that plain letters can spell.
  var words: Set<String> = []
  /// Names with diacritics, long enough to mean nothing else wherever they stand.
  var names: Set<String> = []

  /// What every package calls its own bodies that belong to no district: a word of the software, not of a province.
  private static let generic: Set<String> = ["Cấp tỉnh, trực thuộc"]

  /// - Parameter package: the folder of a data package, relative to the repository.
  init(package: String) throws {
    for file in ["units.csv", "organisations.csv"] where Repository.exists("\(package)/\(file)") {
      let table = DelimitedText(try Repository.text(of: "\(package)/\(file)"))
      words.formUnion(table.columns { $0 == "code" })
      for name in table.columns(where: { $0.hasPrefix("name") }) {
        if name.utf8.allSatisfy({ $0 < 0x80 }) || name.count < 5 { words.insert(name) } else { names.insert(name) }
      }
    }
    names.subtract(Self.generic)
    for file in Self.catalogue(of: package) {
      words.formUnion(Self.keys(ofSections: ["indicators", "measures"], in: try Repository.text(of: file)))
    }
  }

  init(words: Set<String>, names: Set<String>) {
    self.words = words
    self.names = names
  }

  static var packages: [String] {
    ["datasets", "Tests/Packages"].flatMap { folder in Repository.names(in: folder).map { "\(folder)/\($0)" } }
      .filter { Repository.exists("\($0)/datapackage.json") }
  }

  private static func catalogue(of package: String) -> [String] {
    let parts = Repository.names(in: "\(package)/catalogue").map { "\(package)/catalogue/\($0)" }
    return parts.filter { $0.hasSuffix(".yaml") } + ["\(package)/indicators.yaml"].filter(Repository.exists)
  }

  /// The keys one level below the named sections of a block-style YAML text.
  static func keys(ofSections sections: Set<String>, in yaml: String) -> Set<String> {
    var keys: Set<String> = []
    var section = ""
    var indentation: Int?
    for line in yaml.split(separator: "\n") {
      let spaces = line.prefix { $0 == " " }.count
      let key = line.dropFirst(spaces).prefix { $0 != ":" && $0 != "#" && $0 != " " }
      guard !key.isEmpty, line.dropFirst(spaces + key.count).hasPrefix(":") else { continue }
      if spaces == 0 {
        section = String(key)
        indentation = nil
      } else if sections.contains(section), indentation ?? spaces == spaces {
        indentation = spaces
        keys.insert(key.trimming { $0 == "\"" || $0 == "'" })
      }
    }
    return keys
  }

  /// Where a source holds one of the codes as a whole literal, or one of the names anywhere, comments included.
  func occurrences(in source: SwiftSource) -> [String] {
    let literals = source.literals.filter { words.contains($0.text) || names.contains($0.text) }
      .map { "\(source.path):\($0.line): \"\($0.text)\"" }
    return literals + names.filter { source.text.contains($0) }.sorted().map { "\(source.path): \($0)" }
  }
}

/// A small CSV file whose delimiter is the one that its heading uses most.
private struct DelimitedText {
  private var header: [String]
  private var rows: [[String]]

  init(_ text: String) {
    let lines = text.trimming { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline)
    let heading = lines.first ?? ""
    let delimiter: Character =
      [",", ";", "\t"].max { left, right in
        heading.count { $0 == left } < heading.count { $0 == right }
      } ?? ","
    header = Self.fields(of: heading, delimiter)
    rows = lines.dropFirst().map { Self.fields(of: $0, delimiter) }
  }

  func columns(where isWanted: (String) -> Bool) -> Set<String> {
    let wanted = header.indices.filter { isWanted(header[$0]) }
    return Set(rows.flatMap { row in wanted.filter(row.indices.contains).map { row[$0] } }.filter { !$0.isEmpty })
  }

  private static func fields(of line: Substring, _ delimiter: Character) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == delimiter, !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

extension StringProtocol {
  fileprivate func trimming(_ isUnwanted: (Character) -> Bool) -> String {
    let start = drop(while: isUnwanted)
    return String(start.reversed().drop(while: isUnwanted).reversed())
  }
}
