import Language

/// Names of parts within an archive, as the Open Packaging Conventions (ECMA-376-2) have them: compared without case.
enum PartName {
  static let longest = 512

  /// Whether a name stays within the archive and means the same to everybody.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= longest else { return false }
    guard name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" && $0 != ":" }) else {
      return false
    }
    // A folder's own entry ends in a slash.
    let path = name.hasSuffix("/") ? name.dropLast() : name[...]
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".."
    }
  }

  static func key(_ name: String) -> String { name.lowercased() }

  /// The part that a relationship of another part leads to; nil when it leads out of the archive.
  static func resolved(_ target: String, from part: String) -> String? {
    var path = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": if path.popLast() == nil { return nil }
      default: path.append(String(step))
      }
    }
    let name = path.joined(separator: "/")
    return isSafe(name) && !name.hasSuffix("/") ? name : nil
  }

  /// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func relationships(of part: String) -> String {
    var path = part.split(separator: "/").map(String.init)
    let last = path.popLast() ?? ""
    return (path + ["_rels", "\(last).rels"]).joined(separator: "/")
  }
}
