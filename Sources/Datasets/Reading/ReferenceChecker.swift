import Findings
import Language
import Values

/// Finds values that a foreign key says stand in another resource, and do not.
struct ReferenceChecker {
  private struct Reference {
    let field: Int
    let target: String
    let values: [String]
    let known: Set<String>
    /// For each code of the column's dictionary, whether it is known; texts are looked up once.
    var verdicts: [Bool] = []
  }

  private var references: [Reference] = []

  init(_ resource: ResourceDescriptor, of package: DataPackage) throws(Failure) {
    for key in resource.foreignKeys {
      // Keys of several columns are checked column by column: each part has to exist.
      for (name, referred) in zip(key.fields, key.referredFields) {
        guard let field = resource.index(of: name), resource.fields[field].kind == .string,
          let target = package.resource(named: key.resource), target.name != resource.name
        else { continue }
        let values = try Self.values(of: referred, in: target, package)
        references.append(Reference(field: field, target: target.path, values: values, known: Set(values)))
      }
    }
  }

  private static func values(
    of field: String, in target: ResourceDescriptor, _ package: DataPackage
  ) throws(Failure) -> [String] {
    guard let index = target.index(of: field) else { return [] }
    let bare = ResourceDescriptor(
      name: target.name, path: target.path, title: nil, position: target.position, isIllustrative: false,
      dialect: target.dialect, fields: target.fields, primaryKey: [], foreignKeys: [])
    var scanner = try ResourceScanner(bare, of: package)
    var values: [String] = []
    _ = try scanner.scan { row, scanner in
      if case .text(let code) = row.cells[index] { values.append(scanner.text(code, ofField: index)) }
      return []
    }
    return values
  }

  mutating func check(_ row: ScannedRow, _ decoders: [FieldDecoder]) -> [RowProblem] {
    var problems: [RowProblem] = []
    for index in references.indices {
      let field = references[index].field
      guard case .text(let code) = row.cells[field] else { continue }
      let text = decoders[field].dictionary[code]
      while references[index].verdicts.count <= code {
        let next = decoders[field].dictionary[references[index].verdicts.count]
        references[index].verdicts.append(references[index].known.contains(next))
      }
      guard !references[index].verdicts[code] else { continue }
      let reference = references[index]
      problems.append(
        RowProblem(
          code: "unknown-reference", field: field,
          message: Messages.unknownReference(text, decoders[field].field.name, reference.target),
          remedy: Messages.didYouMean(
            NearestWord.candidates(for: text, among: reference.values), allowed: reference.values)))
    }
    return problems
  }
}
