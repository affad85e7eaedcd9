import Aggregation
import Datasets
import Findings
import TestSupport
import Testing

/// The shipped packages: no false alarm, and exactly the two figures that are hard to believe.
@Suite struct ShippedRulesTests {
  @Test func exactlyTwoFiguresAreImplausible() throws {
    let result = try PackageCheck.run(Repository.path(of: "datasets/kien-giang"))
    #expect(result.isValid)
    let notes = result.findings.filter { $0.severity == .information }
    #expect(notes.map(\.code) == ["submission-late", "submission-missing"])
    let findings = result.findings.filter { $0.severity != .information }
    #expect(findings.map(\.code) == ["implausible-value", "implausible-value"])
    #expect(findings.map(\.field) == ["cash", "in_kind"])
    #expect(findings.map(\.value) == ["29.66", "1.44"])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.position.file == "poor_fund.csv" })
  }

  /// One row too many digits, in different files: one finding more, at its line.
  @Test(arguments: [
    ("membership.csv", 300, 3, "rule-broken"), ("population.csv", 40, 2, "rule-broken"),
    ("voter_contacts.csv", 100, 3, "outlier"), ("training.csv", 500, 4, "outlier"),
    ("recommendations.csv", 500, 5, "rule-broken"),
  ]) func oneWrongRowIsOneFinding(file: String, line: Int, column: Int, code: String) throws {
    let source = "datasets/kien-giang"
    let folder = try ScratchFolder()
    let package = try DataPackage.open(Repository.path(of: source))
    for name in package.resources.flatMap(\.files) + ["datapackage.json", "indicators.yaml"] {
      var text = try Repository.text(of: "\(source)/\(name)")
      if name == file {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var fields = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[column] += "000"
        lines[line - 1] = fields.joined(separator: ",")
        text = lines.joined(separator: "\n")
      }
      try folder.write(text, to: name)
    }
    let found = try PackageCheck.run(folder.path).findings.filter {
      $0.code != "implausible-value" && $0.severity != .information && !Self.isOfBalance($0)
    }
    #expect(found.map { "\($0.position.file):\($0.position.line ?? 0) \($0.code)" } == ["\(file):\(line) \(code)"])
    #expect(found.allSatisfy { $0.position.column != nil })
  }

  /// A mistake of each kind: one finding more, in the cell of the row that it points to.
  @Test(arguments: Mistake.allCases) func aMistakeIsOneFinding(mistake: Mistake) throws {
    let source = "datasets/kien-giang"
    let folder = try ScratchFolder()
    let package = try DataPackage.open(Repository.path(of: source))
    var expected = ""
    for name in package.resources.flatMap(\.files) + ["datapackage.json", "indicators.yaml"] {
      var text = try Repository.text(of: "\(source)/\(name)")
      if name == mistake.file {
        var table = Table(text)
        expected = mistake.make(in: &table)
        text = table.text
      }
      try folder.write(text, to: name)
    }
    // A row that is gone is missed by the list of submissions, too.
    let found = try PackageCheck.run(folder.path).findings.filter {
      $0.code != "implausible-value" && $0.code != "submission-without-rows" && $0.severity != .information
        && !Self.isOfBalance($0)
    }
    #expect(found.map { "\($0.position) \($0.code)" } == [expected])
    #expect(found.first?.message.english.contains(mistake.rule) == true, "\(found.map(\.message.english))")
    #expect(found.first?.message.vietnamese.contains(mistake.rule) == true)
  }

  /// Members that were changed no longer follow from those who joined and left, which is no second mistake.
  private static func isOfBalance(_ finding: Finding) -> Bool { finding.message.english.contains("members-balance") }

  /// Who joined and left is the difference of two ends.
  @Test func membersThatDoNotFollowAreFound() throws {
    let source = "datasets/kien-giang"
    let folder = try ScratchFolder()
    let package = try DataPackage.open(Repository.path(of: source))
    for name in package.resources.flatMap(\.files) + ["datapackage.json", "indicators.yaml"] {
      var text = try Repository.text(of: "\(source)/\(name)")
      if name == "member_moves.csv" {
        var table = Table(text)
        table.set(["2018", "904", "HND"], 3, table.value(["2018", "904", "HND"], 3) + 5)
        text = table.text
      }
      try folder.write(text, to: name)
    }
    let found = try PackageCheck.run(folder.path).findings.filter(Self.isOfBalance)
    #expect(found.count == 1 && found.allSatisfy { $0.code == "rule-broken" && $0.severity == .warning })
  }

  /// A CSV file without quotes.
  struct Table {
    var rows: [[String]]

    init(_ text: String) {
      rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }

    var text: String { rows.map { $0.joined(separator: ",") }.joined(separator: "\n") }

    func index(_ key: [String]) -> Int { rows.firstIndex { Array($0.prefix(key.count)) == key } ?? 0 }
    func value(_ key: [String], _ column: Int) -> Int { Int(rows[index(key)][column]) ?? 0 }
    mutating func set(_ key: [String], _ column: Int, _ value: Int) { rows[index(key)][column] = "\(value)" }

    /// `file.csv:14:9`, the cell's place.
    func place(_ file: String, _ key: [String], _ column: Int) -> String {
      let before = rows[index(key)].prefix(column).reduce(1) { $0 + $1.count + 1 }
      return "\(file):\(index(key) + 1):\(before)"
    }
  }

  enum Mistake: String, CaseIterable {
    case jump, aboveWhole, partsAboveWhole, stock, missingYear, missingUnitYear, cumulative, copiedDenominator

    var file: String {
      switch self {
      case .jump, .aboveWhole, .missingYear, .copiedDenominator: "membership.csv"
      case .partsAboveWhole: "emulation.csv"
      case .stock: "complaints.csv"
      case .missingUnitYear: "population.csv"
      case .cumulative: "voter_contacts.csv"
      }
    }

    var rule: String {
      switch self {
      case .jump: "members-jump"
      case .aboveWhole: "rate-at-most-100"
      case .partsAboveWhole: "rewarded-of-recognised"
      case .stock: "carried-over-cases"
      case .missingYear: "membership-complete"
      case .missingUnitYear: "population-complete"
      case .cumulative: "contacts-not-cumulative"
      case .copiedDenominator: "eligible-recounted"
      }
    }

    /// - Returns: the finding that is due.
    func make(in table: inout Table) -> String {
      switch self {
      case .jump:
        let key = ["2018", "904", "HND"]
        table.set(key, 3, table.value(key, 3) * 135 / 100)
        return table.place(file, key, 3) + " rule-broken"
      case .aboveWhole:
        let key = ["2018", "904", "HND"]
        table.set(key, 3, table.value(key, 4) + 1)
        return table.place(file, key, 3) + " rule-broken"
      case .partsAboveWhole:
        let key = ["2018", "904", "commune", "economy", "collective"]
        table.set(key, 7, table.value(key, 6) + 1)
        return table.place(file, key, 7) + " rule-broken"
      case .stock:
        let key = ["2018", "904", "district", "complaint"]
        table.set(key, 5, table.value(key, 5) + 2)
        return table.place(file, key, 5) + " rule-broken"
      case .missingYear:
        table.rows.remove(at: table.index(["2018", "904", "HND"]))
        return table.place(file, ["2017", "904", "HND"], 3) + " incomplete-years"
      case .missingUnitYear:
        table.rows.remove(at: table.index(["2013", "904"]))
        return table.place(file, ["2014", "904"], 2) + " incomplete-years"
      case .cumulative:
        for year in 2017...2019 {
          let before = table.value(["\(year - 1)", "904", "commune"], 3)
          let key = ["\(year)", "904", "commune"]
          table.set(key, 3, table.value(key, 3) + before)
        }
        return table.place(file, ["2016", "904", "commune"], 3) + " cumulative-series"
      case .copiedDenominator:
        let (last, key) = (["2017", "904", "HND"], ["2018", "904", "HND"])
        table.set(key, 4, table.value(last, 4))
        table.set(key, 3, table.value(last, 3) * 107 / 100)
        return table.place(file, key, 4) + " denominator-unchanged"
      }
    }
  }

  @Test func theSmallPackageHasNoFindings() throws {
    #expect(try PackageCheck.run(Repository.path(of: "Tests/Packages/tiny-province")).findings == [])
  }
}
