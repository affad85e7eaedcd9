import Aggregation
import Findings
import TestSupport
import Testing
import Values

/// A table of several files: each input names its file and the rows of it.
@Suite struct SplitTableTests {
  private static let rows = "2021,A,X,2,1,,\n2021,A,Y,3,1.5,,\n"
  private static let later = "2021,B,X,4,1,,\n2021,A,X,10,1,,\n"

  private func inputs(_ observation: Observation) -> [String] {
    observation.inputs.map { input in
      "\(input.measure) \(input.file) \(input.lines) \(input.value?.description ?? "nil")"
    }
  }

  @Test func eachFileIsAnInputOfItsOwn() throws {
    let data = try SmallDataset(Self.rows, continuations: [Self.later, SmallDataset.header + "2022,A,X,5,2,,\n"])
    let sum = try data.observe()
    #expect(sum.value == Rational(19))
    #expect(inputs(sum) == ["count rows.csv 2-3 5", "count rows.2.csv 1-2 14"])
    let later = try data.observe("count", 2022...2022)
    #expect(inputs(later) == ["count rows.3.csv 2 5"])
    let share = try data.observe("share", 2021...2022)
    #expect(
      inputs(share) == [
        "count rows.csv 2-3 5", "count rows.2.csv 1-2 14", "count rows.3.csv 2 5", "amount rows.csv 2-3 2.5",
        "amount rows.2.csv 1-2 2", "amount rows.3.csv 2 2",
      ])
    #expect(share.numerator == Rational(24))
  }

  /// Nobody's rows are in none of the files.
  @Test func whatHasNoRowsNamesAllFiles() throws {
    let data = try SmallDataset(Self.rows, continuations: [Self.later])
    let none = try data.observe("count", 2019...2019)
    #expect(none.absence == .missing)
    #expect(inputs(none) == ["count rows.csv  nil", "count rows.2.csv  nil"])
  }

  private static let corrections = "resource,row,column,expected,corrected,reason,who,day\n"

  @Test func aCorrectionIsToldWithTheFileInWhichItWasMade() throws {
    let data = try SmallDataset(Self.rows, continuations: [Self.later]) { folder in
      try folder.write(
        Self.corrections + "rows,year=2021/unit=B,count,4,7,Ghi nhầm,Văn phòng,2022-01-05\n", to: "corrections.csv")
    }
    let sum = try data.observe()
    #expect(inputs(sum) == ["count rows.csv 2-3 5", "count rows.2.csv 1-2 17"])
    #expect(sum.inputs.map(\.corrections.count) == [0, 1])
    #expect(sum.inputs.last?.corrections.first?.position.description == "rows.2.csv:1:10")
  }

  /// A value that was taken out leaves no row, and its correction is told all the same.
  @Test func aCorrectionWithoutAValueIsTold() throws {
    let data = try SmallDataset(Self.rows, continuations: ["2021,B,X,4,1,,\n"]) { folder in
      try folder.write(
        Self.corrections + "rows,rows.2.csv:1,count,4,,Ghi nhầm,Văn phòng,2022-01-05\n", to: "corrections.csv")
    }
    let sum = try data.observe()
    #expect(inputs(sum) == ["count rows.csv 2-3 5", "count rows.2.csv  nil"])
    #expect(sum.inputs.map(\.corrections.count) == [0, 1])
  }

  @Test func aPieceMayBeCompressed() throws {
    let plain = try SmallDataset(Self.rows, continuations: [Self.later])
    let packed = try SmallDataset(Self.rows, continuations: [Self.later]) { folder in
      try folder.write(bytes: Deflated.gzip(folder.bytes(of: "rows.2.csv")), to: "rows.2.csv.gz")
      try folder.remove("rows.2.csv")
      let descriptor = try folder.text(of: "datapackage.json")
      try folder.write(descriptor.replacing("rows.2.csv", with: "rows.2.csv.gz"), to: "datapackage.json")
    }
    let found = try packed.observe()
    #expect(try found.value == plain.observe().value)
    #expect(inputs(found) == ["count rows.csv 2-3 5", "count rows.2.csv.gz 1-2 14"])
  }

  /// Rows of the descriptor feed measures as those of a file do.
  @Test func rowsInTheDescriptorAreItsLines() throws {
    let data = try SmallDataset("") { folder in
      let header = #"["year", "unit", "body", "count", "amount", "status", "as_of"]"#
      let rows = [#"[2021, "A", "X", 2, 1, null, null]"#, #"[2021, "B", "Y", 3, 4, null, null]"#]
      let descriptor = try folder.text(of: "datapackage.json")
      let data = "\"data\": [\(header),\n\(rows.joined(separator: ",\n"))]"
      try folder.write(descriptor.replacing(#""path": "rows.csv""#, with: data), to: "datapackage.json")
    }
    let lines = try data.folder.text(of: "datapackage.json").split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("[2021") }) + 1
    let sum = try data.observe()
    #expect(sum.value == Rational(5))
    #expect(inputs(sum) == ["count datapackage.json \(first)-\(first + 1) 5"])
    #expect(
      try inputs(data.observe("count", 2021...2021, Selection.whole.at(unit: "B"))) == [
        "count datapackage.json \(first + 1) 3"
      ])
  }
}
