public import Aggregation
import Datasets
import Language
public import Values

extension Ledger {
  /// The ledger as it is written to `NAME.ledger.json`.
  public var json: JSONValue { .object(members(entries.map { Self.json($0, places: places[$0.id] ?? []) })) }

  /// The same in UTF-8 with a line break at the end, its entries written by all processors.
  public func written() -> [UInt8] {
    let size = 256
    let elements = WorkPieces.results((entries.count + size - 1) / size) { part in
      let own = entries[part * size..<min((part + 1) * size, entries.count)]
      return JSONWriter.elements(own.map { Self.json($0, places: places[$0.id] ?? []) })
    }
    var document = JSONWriter.bytes(members([]), elements: elements.isEmpty ? [:] : ["entries": elements])
    document.append(UInt8(ascii: "\n"))
    return document
  }

  private func members(_ entryValues: [JSONValue]) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("ledger", .integer(Self.format)), .init("report", .string(report)), .init("package", .string(package)),
      .init("language", .string(language)), .init("period", Self.json(period)), .init("engine", .string(engine)),
      .init("illustrative", .bool(entries.contains(where: \.isIllustrative))),
      .init("files", .array(files.map { Self.json($0, hasChecks: true) })),
      .init("entries", .array(entryValues)),
      .init("labels", .array(labelJSON)),
    ]
    if let tables { members.append(.init("tables", .array(tables.map(Self.json)))) }
    return members
  }

  /// - Parameter places: where it stands.
  public static func json(_ entry: LedgerEntry, places: [FigurePlace] = []) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(entry.id.name)), .init("indicator", .string(orNull: entry.indicator)),
      .init("period", entry.period.map(Self.json) ?? .null),
      .init(
        "unit",
        entry.selection.units.count > 1 ? .strings(entry.selection.units) : .string(orNull: entry.selection.unit)),
    ]
    for (dimension, codes) in entry.selection.members.sorted(by: { $0.key < $1.key }) {
      members.append(.init(dimension, codes.count == 1 ? .string(codes[0]) : .strings(codes)))
    }
    members += [
      .init("value", entry.value.decimal.map { .number($0) } ?? .string(entry.value.description)),
      .init("published", .number(entry.published)), .init("unit_of_measure", .string(entry.unitOfMeasure)),
      .init("flags", .strings(entry.flags.codes)), .init("illustrative", .bool(entry.isIllustrative)),
      .init("coverage", entry.coverage.map(Self.json) ?? .null), .init("formula", .string(entry.formula)),
      .init("inputs", Self.json(entry.origin)), .init("places", .array(places.map(Self.json))),
    ]
    return .object(members)
  }

  private static func json(_ origin: LedgerEntry.Origin) -> JSONValue {
    switch origin {
    case .derived(let figures): .array(figures.map { ["figure": .string($0.name)] })
    case .quoted(let file, let line, let document):
      [["file": .string(file), "lines": .string("\(line)"), "document": .string(orNull: document)]]
    case .observation(let inputs): .array(inputs.map(json))
    }
  }

  public static func json(_ input: ObservationInput) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("measure", .string(input.measure)), .init("column", .string(input.column)),
      .init("where", .strings(input.conditions)),
      .init("value", input.value?.decimal.map { .number($0) } ?? .null), .init("file", .string(input.file)),
      .init("lines", .string(input.lines.description)), .init("rows", .integer(input.lines.count)),
      .init("illustrative", .bool(input.isIllustrative)),
    ]
    if !input.corrections.isEmpty { members.append(.init("corrections", .array(input.corrections.map(json)))) }
    return .object(members)
  }

  private static func json(_ applied: AppliedCorrection) -> JSONValue {
    let correction = applied.correction
    return [
      "file": .string(correction.file), "line": .integer(correction.line),
      "corrected_line": applied.position.line.map { .integer($0) } ?? .null,
      "corrected_column": applied.position.column.map { .integer($0) } ?? .null, "row": .string(correction.row),
      "column": .string(correction.column), "expected": .string(correction.expected),
      "corrected": .string(correction.corrected), "reason": .string(correction.reason),
      "who": .string(correction.who), "day": .string(correction.day.description),
    ]
  }

  private static func json(_ period: Period) -> JSONValue {
    [
      "code": .string(period.code), "start": .string(period.start.description),
      "end": .string(period.end.description), "cut_off": .string(period.cutOff.description),
    ]
  }

  private static func json(_ coverage: Coverage) -> JSONValue {
    ["reporting": .integer(coverage.reporting), "expected": .integer(coverage.expected)]
  }

  /// - Parameter hasChecks: whether the checks of its lines are wanted, too.
  public static func json(_ file: SourceFile, hasChecks: Bool = false) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("resource", .string(file.resource)), .init("path", .string(file.path)),
      .init("sha256", .string(file.sha256)), .init("bytes", .integer(file.bytes)),
      .init("illustrative", .bool(file.isIllustrative)),
    ]
    if hasChecks, let checks = file.lineChecks { members.append(.init("line_checks", .string(checks.base64))) }
    return .object(members)
  }

  private static func json(_ table: TableFigures) -> JSONValue {
    ["file": .string(table.file), "figures": .strings(table.figures.map(\.name))]
  }

  /// One object a text, with all its places.
  private var labelJSON: [JSONValue] {
    var groups: [(label: String, places: [JSONValue])] = []
    for label in labels {
      if groups.last?.label != label.label { groups.append((label.label, [])) }
      let place = Self.json(file: label.file, label.spot) + [.init("column", .integer(label.column))]
      groups[groups.count - 1].places.append(.object(place))
    }
    return groups.map { ["label": .string($0.label), "places": .array($0.places)] }
  }

  private static func json(_ place: FigurePlace) -> JSONValue {
    var members = json(file: place.file, place.spot)
    if let column = place.column { members.append(.init("column", .integer(column))) }
    members.append(.init("printed", .string(place.printed)))
    if let formula = place.formula { members.append(.init("formula", .string(formula))) }
    return .object(members)
  }

  private static func json(file: String, _ spot: FigurePlace.Spot) -> [JSONValue.Member] {
    switch spot {
    case .cell(let sheet, let reference):
      [.init("file", .string(file)), .init("sheet", .string(sheet)), .init("cell", .string(reference))]
    case .line(let line): [.init("file", .string(file)), .init("line", .integer(line))]
    }
  }
}
