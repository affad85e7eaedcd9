import CSVCore
import Findings
import Language
import Values

/// A dimension that tables of a draft have in common, with all members that stand in them.
struct MemberList {
  /// In the catalogue: `unit`, `organisation`, or the column's name.
  let dimension: String
  /// Of the resource that lists the members.
  var resource: String
  private(set) var codes: [String] = []
  /// By code; a code that never has a name is its own.
  private(set) var names: [String: String] = [:]
  /// A code with two names, and both.
  private(set) var conflict: (code: String, names: [String])?

  init(dimension: String, resource: String) {
    self.dimension = dimension
    self.resource = resource
  }

  mutating func add(_ members: [String]) {
    var known = Set(codes)
    for member in members where known.insert(member).inserted { codes.append(member) }
  }

  /// Takes the names of members from another column of their table.
  mutating func addNames(_ table: InferredTable, code: String, name: String) throws(Failure) {
    guard let codeIndex = table.columns.firstIndex(where: { $0.name == code }),
      let nameIndex = table.columns.firstIndex(where: { $0.name == name })
    else { return }
    var found = names
    var twice = conflict
    try table.layout.rows { batch, record in
      guard max(codeIndex, nameIndex) < batch.fieldCount(of: record), let code = batch.string(record, codeIndex),
        let name = batch.string(record, nameIndex), !name.isEmpty
      else { return true }
      if let known = found[code], known != name {
        if twice == nil { twice = (code, [known, name]) }
      } else {
        found[code] = name
      }
      return true
    }
    (names, conflict) = (found, twice)
  }

  /// - Parameter level: for units.
  func csv(level: String?) -> String {
    var text = "code,name_vi,name_en" + (level == nil ? "" : ",level") + "\n"
    for code in codes {
      let name = names[code] ?? code
      text += [code, name, name, level].compactMap { $0.map(CSVText.field) }.joined(separator: ",") + "\n"
    }
    return text
  }

  func descriptor(level: String?) -> JSONValue {
    var fields: [JSONValue] = ["code", "name_vi", "name_en"].map { Self.field($0) }
    if level != nil { fields.append(Self.field("level")) }
    return [
      "name": .string(resource), "path": .string("\(resource).csv"),
      "schema": ["fields": .array(fields), "primaryKey": ["code"]],
    ]
  }

  private static func field(_ name: String) -> JSONValue {
    ["name": .string(name), "type": "string", "constraints": ["required": true]]
  }
}
