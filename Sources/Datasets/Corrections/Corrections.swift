import CSVCore
public import Findings
import Language
import Values

/// The corrections of a package: nothing is corrected but what a line of this file says.
public struct Corrections: Sendable {
  /// The name of a resource that describes the file, where a package declares one, for its dialect and encoding.
  public static let resourceName = "corrections"
  static let columns = ["resource", "row", "column", "expected", "corrected", "reason", "who", "day"]
  private static let mayBeEmpty: Set = ["expected", "corrected"]

  /// In the order of the file.
  public private(set) var list: [Correction] = []
  /// What is wrong with the file itself.
  public private(set) var findings: [Finding] = []
  /// The file as a table; nil when the package has none.
  public private(set) var resource: ResourceDescriptor?
  private var addresses: [RowAddress] = []

  static let none = Corrections()

  private init() {}

  /// - Throws: `Failure.noInput` or `.inputOutput` when the file is there and cannot be read. What is wrong in it is in
  ///   `findings`.
  static func read(_ package: DataPackage) throws(Failure) -> Corrections {
    let declared = package.resource(named: resourceName)
    guard let descriptor = declared?.correctionTable ?? undeclared(package) else { return .none }
    var corrections = Corrections()
    corrections.resource = descriptor
    var scanner = try ResourceScanner(descriptor, of: package)
    let outcome = try scanner.scan { row, scanner in corrections.take(row, scanner, package) }
    corrections.findings = outcome.findings
    return corrections
  }

  /// For each correction of a resource, the row that it is about.
  func addresses(in resource: String) -> [(correction: Correction, address: RowAddress)] {
    zip(list, addresses).filter { $0.0.resource == resource }.map { ($0.0, $0.1) }
  }

  /// How many there are of a resource.
  public func count(in resource: String) -> Int { list.count { $0.resource == resource } }

  /// Those of other resources.
  func leavingOut(_ isLeftOut: (_ resource: String) -> Bool) -> Corrections {
    var rest = self
    let kept = list.indices.filter { !isLeftOut(list[$0].resource) }
    rest.list = kept.map { list[$0] }
    rest.addresses = kept.map { addresses[$0] }
    return rest
  }

  /// Findings about lines of the file, with their columns. Reads it again, since only what went wrong needs them.
  func findings(_ problems: [Int: [RowProblem]], of package: DataPackage) throws(Failure) -> [Finding] {
    guard let resource, !problems.isEmpty else { return [] }
    var scanner = try ResourceScanner(resource, of: package)
    let said = Set(findings)
    return try scanner.scan { row, _ in problems[row.line] ?? [] }.findings.filter { !said.contains($0) }
  }

  /// Which column of the file a finding is about.
  static func field(_ name: String) -> Int { columns.firstIndex(of: name) ?? 0 }

  private mutating func take(
    _ row: ScannedRow, _ scanner: borrowing ResourceScanner, _ package: DataPackage
  ) -> [RowProblem] {
    func text(_ name: String) -> String {
      let field = Self.field(name)
      return scanner.text(of: row.cells[field], field: field) ?? ""
    }
    guard case .date(let day) = row.cells[Self.field("day")],
      Self.columns.allSatisfy({ Self.mayBeEmpty.contains($0) || !text($0).isEmpty })
    else { return [] }
    let correction = Correction(
      resource: text("resource"), row: text("row"), column: text("column"), expected: text("expected"),
      corrected: text("corrected"), reason: text("reason"), who: text("who"), day: day, file: scanner.resource.path,
      line: row.line)
    let targets = package.resources.filter { $0.name != Self.resourceName }
    guard let target = targets.first(where: { $0.name == correction.resource }) else {
      return [
        Self.unknown(correction.resource, "resource", Messages.wordResource, among: targets.map(\.name))
      ]
    }
    guard target.index(of: correction.column) != nil else {
      return [Self.unknown(correction.column, "column", Messages.wordColumn, among: target.fields.map(\.name))]
    }
    guard let address = RowAddress(correction.row, in: target),
      address.line == nil || target.primaryKey.isEmpty || !address.conditions.isEmpty
    else {
      return [
        RowProblem(
          code: "unknown-correction", field: Self.field("row"), message: Messages.correctionWithoutRow(correction.row),
          remedy: Messages.correctionWithoutRowRemedy(
            (target.primaryKey.isEmpty ? target.fields.prefix(2).map(\.name) : target.primaryKey).map { "\($0)=…" }
              .joined(separator: "/")))
      ]
    }
    guard correction.expected != correction.corrected else {
      return [
        RowProblem(
          code: "idle-correction", field: Self.field("corrected"), message: Messages.idleCorrection,
          remedy: Messages.idleCorrectionRemedy)
      ]
    }
    list.append(correction)
    addresses.append(address)
    return []
  }

  private static func unknown(
    _ word: String, _ column: String, _ what: LocalizedText, among known: [String]
  ) -> RowProblem {
    RowProblem(
      code: "unknown-correction", field: field(column), message: Messages.unknownWord(what, word: word),
      remedy: Messages.didYouMean(NearestWord.candidates(for: word, among: known), allowed: known))
  }

  private static func undeclared(_ package: DataPackage) -> ResourceDescriptor? {
    guard TextFile.exists(package.path(of: Correction.fileName)) else { return nil }
    return ResourceDescriptor(
      name: resourceName, paths: [Correction.fileName], title: nil,
      position: Position(file: DataPackage.descriptorName), isIllustrative: false, dialect: CSVDialect(),
      layout: HeaderLayout(), encoding: nil, inline: nil, fields: fields, fieldsMatch: .equal, primaryKey: [],
      uniqueKeys: [], foreignKeys: [])
  }

  /// Texts as they are, so that the expected text is compared with that of the field; a day.
  static var fields: [FieldDescriptor] {
    columns.map { name in
      var constraints = FieldDescriptor.Constraints()
      constraints.isRequired = !mayBeEmpty.contains(name)
      return FieldDescriptor(
        name: name, kind: name == "day" ? .date : .string, title: nil,
        position: Position(file: DataPackage.descriptorName), format: .standard,
        decimalCharacter: UInt8(ascii: "."), groupCharacter: nil, declaresSeparators: false, isBareNumber: true,
        trueValues: [], falseValues: [], list: FieldDescriptor.ListForm(delimiter: ",", itemKind: .string),
        missingValues: [""], constraints: constraints)
    }
  }
}

extension ResourceDescriptor {
  /// A declared corrections file, with the columns that are read.
  fileprivate var correctionTable: ResourceDescriptor {
    ResourceDescriptor(
      name: name, paths: paths, title: title, position: position, isIllustrative: isIllustrative, dialect: dialect,
      layout: layout, encoding: encoding, inline: inline, fields: Corrections.fields, fieldsMatch: .equal,
      primaryKey: [], uniqueKeys: [], foreignKeys: [])
  }
}
