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
    let known: Set<String>
    let remedies: Remedies
    /// For each code of the column's dictionary, whether it is known; texts are looked up once.
    var verdicts: [Bool] = []
  }

  /// What to do about unknown texts. The nearest words are looked up once a text, and only where somebody reads them.
  private final class Remedies {
    private let values: [String]
    private var known: [String: LocalizedText] = [:]

    init(values: [String]) { self.values = values }

    func remedy(for text: String) -> LocalizedText {
      if let remedy = known[text] { return remedy }
      let remedy =
        ReferenceChecker.padded(text, values).map { Messages.lostZeros($0) }
        ?? Messages.didYouMean(NearestWord.candidates(for: text, among: values), allowed: values)
      known[text] = remedy
      return remedy
    }
  }

  /// A key of several columns: its values have to stand together in one row of the target.
  private struct Combination {
    let fields: [Int]
    let target: String
    let known: Set<[String]>
  }

  private var references: [Reference] = []
  private var combinations: [Combination] = []

  var hasCombinations: Bool { !combinations.isEmpty }

  /// What the values of a field have to be contained in.
  func values(of field: Int) -> [Set<String>] { references.filter { $0.field == field }.map(\.known) }

  init(
    _ resource: ResourceDescriptor, of package: DataPackage, known: [ReferenceTarget: [String]]
  ) throws(Failure) {
    for key in resource.foreignKeys {
      guard let target = package.resource(named: key.resource) else { continue }
      for (name, referred) in zip(key.fields, key.referredFields) {
        guard let field = resource.index(of: name) else { continue }
        var values = known[ReferenceTarget(resource: target.name, field: referred)]
        if values == nil { values = try Self.rows(of: [referred], in: target, package)?.compactMap(\.first) }
        guard let values else { continue }
        references.append(
          Reference(field: field, target: target.path, known: Set(values), remedies: Remedies(values: values)))
      }
      let fields = key.fields.compactMap { resource.index(of: $0) }
      if fields.count > 1, let rows = try Self.rows(of: key.referredFields, in: target, package) {
        combinations.append(Combination(fields: fields, target: target.path, known: Set(rows)))
      }
    }
  }

  /// The values of some columns, row by row where none is missing; nil when the target cannot be read as a table, which
  /// its own findings say.
  private static func rows(
    of fields: [String], in target: ResourceDescriptor, _ package: DataPackage
  ) throws(Failure) -> [[String]]? {
    let columns = fields.compactMap { target.index(of: $0) }
    guard columns.count == fields.count else { return nil }
    var scanner = try ResourceScanner(target.withoutKeys, of: package)
    var rows: [[String]] = []
    let outcome = try scanner.scan { row, scanner in
      var values: [String] = []
      for column in columns {
        guard let value = comparable(row.cells[column], scanner.text(of: row.cells[column], field: column)) else {
          return []
        }
        values.append(value)
      }
      rows.append(values)
      return []
    }
    return rows.isEmpty && outcome.hasErrors ? nil : rows
  }

  mutating func check(_ row: ScannedRow, _ decoders: [FieldDecoder]) -> [RowProblem] {
    var problems: [RowProblem] = []
    for index in references.indices {
      let field = references[index].field
      guard let text = unknown(row.cells[field], index, decoders[field].dictionary) else { continue }
      let (target, remedies) = (references[index].target, references[index].remedies)
      let name = decoders[field].field.name
      problems.append(
        RowProblem(
          code: "unknown-reference", field: field, message: Messages.unknownReference(text, name, target),
          remedy: remedies.remedy(for: text)))
    }
    for combination in combinations where !problems.contains(where: { combination.fields.contains($0.field) }) {
      if let problem = check(row, decoders, combination) { problems.append(problem) }
    }
    return problems
  }

  private func check(_ row: ScannedRow, _ decoders: [FieldDecoder], _ combination: Combination) -> RowProblem? {
    var values: [String] = []
    for field in combination.fields {
      var text: String?
      if case .text(let code) = row.cells[field] { text = decoders[field].dictionary[code] }
      guard let value = Self.comparable(row.cells[field], text) else { return nil }
      values.append(value)
    }
    guard !combination.known.contains(values), let first = combination.fields.first else { return nil }
    let names = combination.fields.map { decoders[$0].field.name }.joined(separator: ", ")
    return RowProblem(
      code: "unknown-reference", field: first,
      message: Messages.unknownCombination(values.joined(separator: ", "), names, combination.target),
      remedy: Messages.unknownCombinationRemedy)
  }

  /// The value that a spreadsheet made this one of, taking it for a number: `00904` became `904`.
  private static func padded(_ text: String, _ values: [String]) -> String? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return values.first { value in
      value.count > text.count && value.hasSuffix(text) && value.dropLast(text.count).allSatisfy { $0 == "0" }
    }
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
  static func comparable(_ cell: Cell, _ text: String?) -> String? {
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
