import CSVCore
import Findings

/// Looks for persons in what an express reading does not read: the first rows of every file in all columns. Of the
/// columns that it reads, all texts are looked at.
struct PersonSurvey {
  private let resource: ResourceDescriptor
  private let use: ResourceUse
  private var decoders: [(field: Int, decoder: FieldDecoder)]

  init(_ input: ExpressInput) {
    resource = input.resource
    use = input.use
    decoders = input.resource.fields.enumerated().filter { !input.fields.contains($0.offset) }.map { index, field in
      (index, FieldDecoder(field, isFigure: input.use.figures.contains(field.name)))
    }
  }

  mutating func look(at batch: borrowing CSVBatch, from first: Int, _ columns: [Int?]) {
    for record in first..<max(first, batch.recordCount) {
      let count = batch.fieldCount(of: record)
      for index in decoders.indices {
        guard let column = columns[decoders[index].field], column < count,
          batch.length(record, column) <= ResourceScanner.fieldLimit
        else { continue }
        batch.withField(record, column) { _ = decoders[index].decoder.decode($0) }
      }
    }
  }

  /// Whether a scan might refuse one of the columns.
  var findsPersons: Bool {
    PersonalDataGuard.refuses(
      decoders.map { index, decoder in
        (field: index, texts: decoder.dictionary.texts, digits: decoder.digits)
      }, of: resource, use)
  }
}

extension PersonalDataGuard {
  fileprivate static func refuses(
    _ columns: [(field: Int, texts: [String], digits: DigitTally?)], of resource: ResourceDescriptor, _ use: ResourceUse
  ) -> Bool {
    var list = FindingList()
    let start = Position(file: resource.path)
    refuse(
      columns.map {
        Column(field: resource.fields[$0.field].name, texts: $0.texts, digits: $0.digits, heading: start)
      }, of: resource, use, in: &list)
    return list.hasErrors
  }
}

extension ExpressInput {
  /// Whether texts of fields, in order of first appearance, are about persons, so that a scan refuses them.
  public func isAboutPersons(_ columns: [(field: Int, texts: [String])]) -> Bool {
    PersonalDataGuard.refuses(columns.map { ($0.field, $0.texts, nil) }, of: resource, use)
  }
}

extension ResourceScanner {
  /// Whether the resources that a field refers to know what it holds.
  mutating func isReferenceKnown(_ cell: Cell, of index: Int) -> Bool {
    let name = resource.fields[index].name
    guard resource.foreignKeys.contains(where: { $0.fields.contains(name) }) else { return true }
    var cells = Array(repeating: Cell.missing, count: resource.fields.count)
    cells[index] = cell
    return references.check(ScannedRow(line: 1, part: 0, cells: cells), decoders).isEmpty
  }
}
