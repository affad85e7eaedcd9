import Foundation
import TestSupport
import Testing

/// A table that comes through a pipe, long enough for the ways of reading that take a file in several ranges at once.
@Suite struct PipedTableTests {
  private static let rows = 120_000

  /// Amounts by year and unit, a third of them decimals; in the faulty one, two rows far apart are wrong.
  private static func table(faulty: Bool) -> String {
    var random = SeededGenerator(seed: 20)
    var text = "year,unit,amount,note\n"
    for row in 0..<rows {
      let amount = "\(Int.random(in: 0..<1_000_000, using: &random))\(row % 3 == 0 ? ".\(row % 100)" : "")"
      let isWrong = faulty && (row == 7 || row == rows - 2)
      let unit = "ABC".randomElement(using: &random) ?? "A"
      text += "\(2010 + row % 10),\(unit),\(isWrong ? "x" : amount),a note \(row)\n"
    }
    return text
  }

  private static let descriptor = """
    {"name": "long", "resources": [
      {"name": "units", "path": "units.csv", "schema": {"fields": [{"name": "code", "type": "string"}, {"name": "level", "type": "string"}]}},
      {"name": "rows", "path": "rows.csv", "schema": {"fields": [{"name": "year", "type": "year"}, {"name": "unit", "type": "string"},
        {"name": "amount", "type": "number"}, {"name": "note", "type": "string"}]}}]}
    """
  private static let catalogue = """
    catalogue: 1
    title: Long
    dimensions: {unit: {resource: units, key: code, level: level}}
    resources: {rows: {period: year, unit: unit, level: district}}
    measures: {amounts: {resource: rows, column: amount, kind: flow}}
    indicators: {amounts: {names: N, value: amounts, unit: number, decimals: 2}}

    """

  @Test func answersAsTheFileDoes() async throws {
    try await withTemporaryFolder { folder in
      for name in ["p", "in", "tmp"] {
        try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: false)
      }
      for (name, text) in [
        ("p/datapackage.json", Self.descriptor), ("p/indicators.yaml", Self.catalogue),
        ("p/units.csv", "code,level\nA,district\nB,district\nC,district\n"), ("p/rows.csv", Self.table(faulty: false)),
        ("in/wrong.csv", Self.table(faulty: true)),
      ] {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      let outcome = try await Shell(
        folder: folder, environment: try Surroundings.environment(home: folder), timeout: .seconds(300)
      ).run(
        """
        export THAPNIEN_DATA=p TMPDIR="$PWD/tmp"
        table() { thapnien table amounts --by unit,period --lang en --format csv "$@"; }
        check() { thapnien check --lang en --format csv "$@"; }
        table > own; wc -l < own
        cp p/rows.csv in/right.csv; echo 'year,unit,amount,note' > p/rows.csv
        check --file rows=in/wrong.csv > found; wc -l < found; sed -i 's,in/wrong.csv,-,' found
        for threads in 1 3; do
          table --file rows=in/right.csv --threads $threads | cmp - own && echo file
          table --file rows=- --threads $threads < in/right.csv | cmp - own && echo redirected
          cat in/right.csv | table --file rows=- --threads $threads | cmp - own && echo pipe
          gzip -1 -c in/right.csv | table --file rows=- --threads $threads | cmp - own && echo compressed
          cat in/wrong.csv | check --file rows=- --threads $threads | cmp - found && echo found
        done
        cat in/wrong.csv | table --file rows=-; echo "exit $?"
        ls -A tmp p
        """)
      let each = "file\nredirected\npipe\ncompressed\nfound\n"
      #expect(
        outcome.output
          == "31\n3\n\(each)\(each)exit 65\np:\ndatapackage.json\nindicators.yaml\nrows.csv\nunits.csv\n\ntmp:\n")
      #expect(outcome.errors.contains("-:9:"), "\(outcome.errors)")
      #expect(outcome.errors.contains("-:\(Self.rows):"), "\(outcome.errors)")
    }
  }

  /// Stopped while the pipe is still open, and its content already in the folder for temporary files.
  @Test func leavesNothingWhenItIsStopped() async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await Shell(folder: folder, environment: try Surroundings.environment(home: folder)).run(
        """
        mkdir tmp; mkfifo pipe; export TMPDIR="$PWD/tmp"
        exec 3<> pipe
        thapnien check --data "$ROOT/Tests/Packages/tiny-province" --file units=- < pipe 3>&- &
        echo 'code;name' >&3
        until ls -l /proc/$!/fd 2>/dev/null | grep -q deleted; do sleep 0.05; done
        ls -A tmp; kill $!; wait $!; echo "code $?"; ls -A tmp
        """)
      #expect(outcome.output == "code 143\n", "\(outcome.errors)")
    }
  }
}
