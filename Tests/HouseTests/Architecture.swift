/// What a module may import: the rules that the manifest cannot express, because SwiftPM lets a module import whatever
/// another module of the same build brought in.
struct Architecture {
  /// A module may import modules of earlier layers only; modules of one layer do not see each other.
  static let layers: [Set<String>] = [
    ["Values"], ["Statistics", "Language"], ["Findings"], ["CSVCore", "WorkbookReader"], ["Datasets"], ["Catalogue"],
    ["Aggregation"], ["Trends"], ["Verification"], ["Reports"], ["Auditing", "Revisions"],
    ["Workbooks", "Briefings", "Rendering"], ["Databases"], ["CommandLine"], ["thapnien"],
  ]

  /// Each library from outside has its owners, so that it can be replaced in one place.
  static let owners: [String: Set<String>] = [
    "CXLSXWriter": ["Workbooks"],
    "CMinizip": ["WorkbookReader"],
    "CExpat": ["WorkbookReader"],
    "CZlib": ["Datasets"],
    "CSQLite": ["Databases"],
    "CSVCoreSIMD": ["CSVCore"],
    "ArgumentParser": ["CommandLine", "thapnien"],
    "Crypto": ["Reports"],
    "Mustache": ["Briefings"],
    "Yams": ["Datasets", "Catalogue", "Reports"],
  ]

  /// Part of every toolchain. Foundation itself (formatters, locale data) is not: see `filesWithFoundation`.
  static let platform: Set<String> = [
    "Darwin", "Dispatch", "FoundationEssentials", "Glibc", "Musl", "Synchronization",
  ]

  /// How many files of a module may import all of Foundation. It costs start-up time and follows the machine's locale;
  /// the one thing it is needed for is Unicode normalisation.
  static let filesWithFoundation = ["Language": 1]

  /// Modules that know nothing of files, dates or processes.
  static let withoutFoundation: Set<String> = ["CSVCore"]

  static func layer(of module: String) -> Int? { layers.firstIndex { $0.contains(module) } }

  /// What is wrong with one module's imports; empty where nothing is.
  /// - Parameter declared: the dependencies that the manifest gives the module.
  static func violations(of module: String, sources: [SwiftSource], declared: Set<String>) -> [String] {
    guard let ownLayer = layer(of: module) else { return ["\(module) stands in no layer"] }
    var found: [String] = []
    for source in sources {
      for name in source.imports {
        if let layer = layer(of: name) {
          if layer >= ownLayer { found.append("\(source.path): \(module) must not see \(name)") }
          if !declared.contains(name) { found.append("\(source.path): \(name) is not declared in Package.swift") }
        } else if let owners = owners[name] {
          if !owners.contains(module) { found.append("\(source.path): \(name) belongs to \(owners.sorted())") }
          if !declared.contains(name) { found.append("\(source.path): \(name) is not declared in Package.swift") }
        } else if name.hasPrefix("Foundation"), withoutFoundation.contains(module) {
          found.append("\(source.path): \(module) does without \(name)")
        } else if name != "Foundation", !platform.contains(name) {
          found.append("\(source.path): nobody owns \(name)")
        }
      }
    }
    let heavy = sources.filter { $0.imports.contains("Foundation") }.map(\.path)
    if heavy.count > filesWithFoundation[module, default: 0] {
      found.append("\(module) imports all of Foundation: \(heavy)")
    }
    return found
  }

  /// The dependencies that a manifest declares, by module. Names of packages stand among them and do no harm.
  static func declaredDependencies(in manifest: SwiftSource) -> [String: Set<String>] {
    let bytes = Array(manifest.code.utf8)
    var declared: [String: Set<String>] = [:]
    for call in ["module(", ".executableTarget("] {
      for start in bytes.indices where bytes[start...].starts(with: call.utf8) {
        var depth = 0
        let end = bytes[start...].firstIndex { byte in
          if byte == UInt8(ascii: "(") { depth += 1 }
          if byte == UInt8(ascii: ")") { depth -= 1 }
          return byte == UInt8(ascii: ")") && depth == 0
        }
        let names = manifest.literals.filter { $0.offset > start && $0.offset < end ?? bytes.count }.map(\.text)
        if let name = names.first { declared[name] = Set(names.dropFirst()) }
      }
    }
    return declared
  }
}
