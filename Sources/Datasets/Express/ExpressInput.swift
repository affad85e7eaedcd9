public import CSVCore
public import Findings

/// The way past the scanner for resources that are read by the million of rows: some columns of some files, folded in
/// ranges. It only ever gives up, never reports: whatever is unusual is left to `ResourceScanner`, whose findings count.
public struct ExpressInput: Sendable {
  public let package: DataPackage
  public let resource: ResourceDescriptor
  let use: ResourceUse
  let known: [ReferenceTarget: [String]]
  /// The declared fields that are read, by their indices.
  public let fields: [Int]

  /// - Returns: nil where a resource needs the scanner: rows of the descriptor, corrections, remarks between rows,
  ///   references of several columns.
  /// - Throws: what reading referred resources throws.
  public init?(
    _ resource: ResourceDescriptor, of package: DataPackage, use: ResourceUse, known: [ReferenceTarget: [String]],
    fields: [Int]
  ) throws(Failure) {
    guard resource.inline == nil, resource.layout.commentRows.isEmpty,
      package.corrections.addresses(in: resource.name).isEmpty,
      resource.foreignKeys.allSatisfy({ $0.fields.count == 1 })
    else { return nil }
    self.package = package
    self.use = use
    self.fields = fields
    let names = Set(fields.map { resource.fields[$0].name })
    self.resource = resource.keeping(foreignKeys: resource.foreignKeys.filter { names.contains($0.fields[0]) })
    self.known = try ReferenceChecker.values(of: self.resource, in: package, known: known)
  }

  /// Reads every file.
  ///
  /// - Parameters:
  ///   - ranges: up to how many parts of a file are read at once.
  ///   - start: makes the part that batches of a file are folded into.
  ///   - take: as in `CSVReader.fold`; false gives up.
  /// - Returns: the parts of each file; nil where a file is unusual, or a body gave up.
  /// - Throws: `Failure.noInput` or `.inputOutput` when a file cannot be read.
  public func fold<Part: Sendable>(
    ranges: Int, options: CSVOptions = CSVOptions(), into start: @escaping @Sendable (ExpressFile) -> Part,
    _ take: @escaping @Sendable (inout Part, borrowing CSVBatch) -> Bool, isDone: (Part) -> Bool
  ) throws(Failure) -> [[CSVPart<Part>]]? {
    var files: [[CSVPart<Part>]] = []
    var earlier: HeaderBinding?
    for (index, file) in resource.paths.enumerated() {
      let input = try ResourceInput.open(file, of: resource, in: package)
      guard !input.findings.contains(where: { $0.severity == .error }) else { return nil }
      do {
        var reader = try CSVReader(input.source, dialect: resource.dialect, options: options)
        var survey = PersonSurvey(self)
        guard let binding = try bind(&reader, file, earlier, &survey), binding.unnamed.isEmpty, !survey.findsPersons
        else { return nil }
        earlier = binding
        guard let columns = columns(binding) else { return nil }
        let place = ExpressFile(index: index, columns: columns, fieldCount: binding.fieldCount)
        let folding = reader.fold(ranges: ranges, into: { start(place) }, take)
        guard folding.error == nil, folding.parts.allSatisfy({ isDone($0.value) }) else { return nil }
        files.append(folding.parts)
      } catch {
        // The scanner meets it again, and says it.
        return nil
      }
    }
    return files
  }

  /// The columns of the file, one for each field that is read; nil where it lacks one.
  private func columns(_ binding: HeaderBinding) -> [Int]? {
    var columns: [Int] = []
    for field in fields {
      guard let column = binding.columns[field] else { return nil }
      columns.append(column)
    }
    return columns
  }

  /// Reads the header; the reader then stands before the first row.
  private func bind(
    _ reader: inout CSVReader, _ file: String, _ earlier: HeaderBinding?, _ survey: inout PersonSurvey
  ) throws(CSVError) -> HeaderBinding? {
    var header = HeaderReader(resource.layout)
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        guard reader.batch.fieldCount(of: record) <= ResourceScanner.columnLimit else { return nil }
        switch header.take(reader.batch, record) {
        case .skip: continue
        case .header(let names):
          if let earlier, resource.continues(names, columns: earlier.fieldCount) {
            survey.look(at: reader.batch, from: record, earlier.columns)
            reader.rewind(to: record)
            return earlier
          }
          var findings: [Finding] = []
          let binding = HeaderBinding.bind(names, of: file, to: resource, use, findings: &findings)
          if let binding { survey.look(at: reader.batch, from: record + 1, binding.columns) }
          reader.rewind(to: record + 1)
          return binding
        case .none:
          guard !resource.layout.hasHeader else { return nil }
          var findings = FindingList()
          let binding = HeaderBinding.inOrder(of: resource, use, file: file, findings: &findings)
          if let binding { survey.look(at: reader.batch, from: record, binding.columns) }
          reader.rewind(to: record)
          return binding
        }
      }
    }
    return nil
  }
}

/// A file that is read past the scanner.
public struct ExpressFile: Sendable {
  /// Which of the resource's files.
  public let index: Int
  /// The columns of the fields that are read, in their order.
  public let columns: [Int]
  /// Fields of every row.
  public let fieldCount: Int
}
