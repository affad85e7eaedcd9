import Findings
import Language
import Values

/// A column that foreign keys refer to.
public struct ReferenceTarget: Sendable, Hashable {
  public let resource: String
  public let field: String

  public init(resource: String, field: String) {
    self.resource = resource
    self.field = field
  }
}

/// Finds values that a foreign key says stand in another resource, and do not.
struct ReferenceChecker {
  private struct Reference {
    let field: Int
    let target: String
    let values: [String]
    let known: Set<String>
    /// For each code of the column's dictionary, whether it is known; texts are looked up once.
    var verdicts: [Bool] = []
    var remedies: [String: LocalizedText] = [:]
  }

  private var references: [Reference] = []

  init(
    _ resource: ResourceDescriptor, of package: DataPackage, known: [ReferenceTarget: [String]]
  ) throws(Failure) {
    for key in resource.foreignKeys {
      // Keys of several columns are checked column by column: each part has to exist.
      for (name, referred) in zip(key.fields, key.referredFields) {
        guard let field = resource.index(of: name), let target = package.resource(named: key.resource),
          let values = try Self.values(of: referred, in: target, package, known)
        else { continue }
        references.append(Reference(field: field, target: target.path, values: values, known: Set(values)))
      }
    }
  }

  /// Nil when the target cannot be read as a table, which its own findings say.
  private static func values(
    of field: String, in target: ResourceDescriptor, _ package: DataPackage, _ known: [ReferenceTarget: [String]]
  ) throws(Failure) -> [String]? {
    if let values = known[ReferenceTarget(resource: target.name, field: field)] { return values }
    guard let index = target.index(of: field) else { return nil }
    var scanner = try ResourceScanner(target.withoutKeys, of: package)
    var values: [String] = []
    let outcome = try scanner.scan { row, scanner in
      if let value = comparable(row.cells[index], scanner.text(of: row.cells[index], field: index)) {
        values.append(value)
      }
      return []
    }
    return values.isEmpty && outcome.hasErrors ? nil : values
  }

  mutating func check(_ row: ScannedRow, _ decoders: [FieldDecoder]) -> [RowProblem] {
    var problems: [RowProblem] = []
    for index in references.indices {
      let field = references[index].field
      guard let text = unknown(row.cells[field], index, decoders[field].dictionary) else { continue }
      problems.append(
        RowProblem(
          code: "unknown-reference", field: field,
          message: Messages.unknownReference(text, decoders[field].field.name, references[index].target),
          remedy: remedy(for: text, index)))
    }
    return problems
  }

  /// The nearest words are looked up once a text, not once a row.
  private mutating func remedy(for text: String, _ index: Int) -> LocalizedText {
    if let known = references[index].remedies[text] { return known }
    let values = references[index].values
    let remedy = Messages.didYouMean(NearestWord.candidates(for: text, among: values), allowed: values)
    references[index].remedies[text] = remedy
    return remedy
  }

  /// The cell's text when the reference does not know it.
  private mutating func unknown(_ cell: Cell, _ index: Int, _ dictionary: TextDictionary) -> String? {
    guard case .text(let code) = cell else {
      guard let text = Self.comparable(cell, nil), !references[index].known.contains(text) else { return nil }
      return text
    }
    while references[index].verdicts.count <= code {
      references[index].verdicts.append(references[index].known.contains(dictionary[references[index].verdicts.count]))
    }
    return references[index].verdicts[code] ? nil : dictionary[code]
  }

  /// Equal for equal values, however they are written: 1 and 1.0.
  private static func comparable(_ cell: Cell, _ text: String?) -> String? {
    switch cell {
    case .text: text
    case .number(let number): Rational(number).description
    case .year(let year): "\(year)"
    case .date(let date): date.description
    case .boolean(let value): value ? "true" : "false"
    case .missing, .invalid: nil
    }
  }
}
