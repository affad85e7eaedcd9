import Catalogue
import Datasets
public import Findings
import Language
public import Rendering
import Values

/// The values of a package as an SQLite database, with a view for every indicator.
///
/// Tables: `package`, `indicators`, `units` (with the days between which a name or a type held), `dimension_members`,
/// `statuses` and `observations`. A number stands twice: as a number to compute with, and to the letter in `value_text`.
/// Where a column of a dimension is null the row is about all of its members.
public struct PackageDatabase {
  private let observed: ObservationSet
  private let tidy: TidyExport

  public init(_ observed: ObservationSet) {
    self.observed = observed
    tidy = TidyExport(observed)
  }

  /// The bytes of a database file: the same for the same values and the same version of SQLite.
  ///
  /// - Throws: `.defect` where SQLite refuses what this type writes, or has no memory.
  /// - Complexity: O(observations).
  public func bytes() throws(Failure) -> [UInt8] {
    do throws(DatabaseError) {
      let connection = try Connection()
      // "TNIE": so that `file` and other programs tell this database from others.
      try connection.run("PRAGMA application_id = 0x544E4945; PRAGMA user_version = 1; BEGIN")
      try writeReferences(in: connection)
      try writeObservations(in: connection)
      try writeViews(in: connection)
      try connection.run("COMMIT")
      return try connection.serialized()
    } catch { throw .defect(error.description) }
  }

  // MARK: Tables

  private static let references = """
    CREATE TABLE package (
      name TEXT NOT NULL PRIMARY KEY, title_vi TEXT NOT NULL, title_en TEXT NOT NULL,
      illustrative INTEGER NOT NULL, notice_vi TEXT, notice_en TEXT);
    CREATE TABLE units (
      code TEXT NOT NULL, name_vi TEXT NOT NULL, name_en TEXT NOT NULL, type_vi TEXT, type_en TEXT, level TEXT,
      parent TEXT, valid_from TEXT, valid_to TEXT);
    CREATE INDEX units_by_code ON units (code, valid_from);
    CREATE TABLE dimension_members (
      dimension TEXT NOT NULL, code TEXT NOT NULL, name_vi TEXT NOT NULL, name_en TEXT NOT NULL,
      PRIMARY KEY (dimension, code)) WITHOUT ROWID;
    CREATE TABLE statuses (code TEXT NOT NULL PRIMARY KEY, name_vi TEXT NOT NULL, name_en TEXT NOT NULL) WITHOUT ROWID;
    """

  private func writeReferences(in connection: borrowing Connection) throws(DatabaseError) {
    let dataset = observed.dataset
    try connection.run(Self.references)
    let isIllustrative = observed.isIllustrative
    let notice = isIllustrative ? dataset.package.illustrativeNotice ?? Messages.illustrativeNotice : nil
    try connection.run(
      "INSERT INTO package VALUES (?, ?, ?, ?, ?, ?)",
      rows: [
        [.text(dataset.package.name)] + Self.both(dataset.catalogue.title) + [.integer(isIllustrative ? 1 : 0)]
          + Self.both(notice)
      ])
    try connection.run(
      "INSERT INTO units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      rows: (dataset.units?.versions ?? []).map { unit in
        [.text(unit.code)] + Self.both(unit.names) + Self.both(unit.types)
          + [unit.level, unit.parent, unit.validFrom?.description, unit.validTo?.description].map(Self.text)
      })
    for name in dimensions {
      let members = dataset.dimensions[name]
      try connection.run(
        "INSERT INTO dimension_members VALUES (?, ?, ?, ?)",
        rows: (members?.codes ?? []).compactMap { code in
          members?.member(code).map { [.text(name), .text(code)] + Self.both($0.names) }
        })
    }
    try connection.run(
      "INSERT INTO statuses VALUES (?, ?, ?)",
      rows: StatusFlag.allCases.map { [.text($0.rawValue)] + Self.both($0.name) })
  }

  private static func both(_ text: LocalizedText?) -> [DatabaseValue] {
    [Self.text(text?.vietnamese), Self.text(text?.english)]
  }

  private static func text(_ text: String?) -> DatabaseValue { text.map { .text($0) } ?? .null }

  /// Besides unit and period.
  private var dimensions: [String] {
    let known = Set(observed.dataset.catalogue.dimensions.map(\.name))
    return tidy.observations.columns.map(\.key).filter { known.contains($0) && $0 != DimensionDeclaration.unit }
  }

  // MARK: Observations

  /// `end` is a word of SQL.
  private static let renamed = ["start": "start_date", "end": "end_date"]

  private func writeObservations(in connection: borrowing Connection) throws(DatabaseError) {
    let names = views
    try write(
      tidy.indicators, to: "indicators", in: connection, key: "PRIMARY KEY (code)",
      adding: ("view", "TEXT NOT NULL", { row in names[Self.string(row[0])].map { .text($0) } ?? .null }))
    let grid = tidy.observations
    guard let value = grid.columns.firstIndex(where: { $0.key == "value" }) else { return }
    try write(
      grid, to: "observations", in: connection, key: "FOREIGN KEY (indicator) REFERENCES indicators (code)",
      adding: (
        "value_text", "TEXT", { row in Self.string(row[value]).isEmpty ? .null : .text(Self.string(row[value])) }
      ))
    let keys = (["indicator", "unit"] + dimensions + ["period"]).map { "coalesce(\(Self.quoted($0)), '')" }
    try connection.run("CREATE UNIQUE INDEX one_observation ON observations (\(keys.joined(separator: ", ")))")
  }

  private typealias Added = (name: String, type: String, value: ([GridCell]) -> DatabaseValue)

  private func write(
    _ grid: Grid, to table: String, in connection: borrowing Connection, key: String, adding added: Added
  ) throws(DatabaseError) {
    let columns = grid.columns.map { column in
      let isNumeric = column.isNumeric || ["decimals", "reporting", "expected"].contains(column.key)
      let isTruth = ["illustrative", "lower_bound", "implausible"].contains(column.key)
      let type = isTruth ? "INTEGER NOT NULL" : isNumeric ? "NUMERIC" : "TEXT"
      return "\(Self.quoted(Self.renamed[column.key] ?? column.key)) \(type)"
    }
    let all = columns + ["\(Self.quoted(added.name)) \(added.type)", key]
    try connection.run("CREATE TABLE \(table) (\(all.joined(separator: ", ")))")
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    try connection.run(
      "INSERT INTO \(table) VALUES (\(marks))",
      rows: grid.rows.map { row in
        let cells = grid.columns.indices.map { $0 < row.count ? row[$0] : .empty }
        return cells.map(Self.value) + [added.value(cells)]
      })
  }

  private static func value(_ cell: GridCell) -> DatabaseValue {
    switch cell {
    case .empty, .absent: .null
    case .text(let text): text.isEmpty ? .null : .text(text)
    case .truth(let truth): .integer(truth ? 1 : 0)
    case .number(let number, _, _), .atLeast(let number, _): Self.number(number)
    }
  }

  /// A whole number as such, any other as the nearest binary fraction.
  private static func number(_ number: ExactDecimal) -> DatabaseValue {
    let exact = Rational(number)
    if exact.isInteger, let whole = Int64(exactly: exact.numerator) { return .integer(whole) }
    return Double(number.description).map { .real($0) } ?? .text(number.description)
  }

  private static func string(_ cell: GridCell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let number, _, _), .atLeast(let number, _): number.description
    case .empty, .absent, .truth: ""
    }
  }

  // MARK: Views

  private static let tables = ["package", "indicators", "units", "dimension_members", "statuses", "observations"]

  /// The name of each indicator's view: its code, which SQL reads in double quotes; with a stroke behind it where a table
  /// or another view has it already, whatever the case of its letters.
  private var views: [String: String] {
    var taken = Set(Self.tables + ["units_by_code", "one_observation"])
    var names: [String: String] = [:]
    for indicator in observed.indicators {
      var name = indicator.code.lowercased().hasPrefix("sqlite_") ? "_\(indicator.code)" : indicator.code
      while taken.contains(name.lowercased()) { name += "_" }
      taken.insert(name.lowercased())
      names[indicator.code] = name
    }
    return names
  }

  private func writeViews(in connection: borrowing Connection) throws(DatabaseError) {
    let names = views
    let members = dimensions.map { "o.\(Self.quoted($0))" }
    let columns =
      ["o.unit", "u.name_vi AS unit_name_vi", "u.name_en AS unit_name_en", "u.level"] + members
      + [
        "o.period", "o.start_date", "o.end_date", "o.cut_off", "o.value", "o.value_text", "o.numerator",
        "o.denominator", "o.flags", "o.reporting", "o.expected", "o.illustrative",
      ]
    for indicator in observed.indicators {
      guard let name = names[indicator.code] else { continue }
      let code = "'" + indicator.code.replacing("'", with: "''") + "'"
      try connection.run(
        """
        CREATE VIEW \(Self.quoted(name)) AS SELECT \(columns.joined(separator: ", "))
        FROM observations AS o LEFT JOIN units AS u ON u.code = o.unit
          AND (u.valid_from IS NULL OR u.valid_from <= o.end_date) AND (u.valid_to IS NULL OR u.valid_to >= o.end_date)
        WHERE o.indicator = \(code)
        """)
    }
  }

  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
