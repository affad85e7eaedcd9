import Datasets
import Findings
import Language
import TestSupport
import Testing
import Values

@Suite struct DescriptorTests {
  private static func open(_ descriptor: String) throws -> DataPackage {
    let folder = try ScratchFolder()
    try folder.write(descriptor, to: DataPackage.descriptorName)
    return try DataPackage.open(folder.path)
  }

  /// A package of one resource, written on known lines: the resource's name on line 4, its path on line 5, its schema on
  /// line 6 and further members on line 7.
  private static func descriptor(
    path: String = #""a.csv""#, schema: String = #"{"fields": [{"name": "x"}]}"#, more: String = #""type": "table""#
  ) -> String {
    """
    {
      "name": "p",
      "resources": [
        {"name": "a",
         "path": \(path),
         "schema": \(schema),
         \(more)}
      ]
    }
    """
  }

  private static func summaries(_ descriptor: String) -> [String] {
    findings { try open(descriptor) }?.map(\.summary) ?? ["no findings"]
  }

  @Test func readsWhatIsDeclared() throws {
    let package = try Self.open(
      """
      {"name": "p", "title": "Gói", "illustrativeNotice": {"vi": "minh họa", "en": "made up"}, "version": "1",
       "resources": [{"name": "a", "path": "sub/a.csv", "title": "Bảng", "illustrative": true,
         "dialect": {"delimiter": ";", "quoteChar": "'"},
         "schema": {"fields": [
           {"name": "x", "type": "number", "decimalChar": ",", "groupChar": ".", "title": {"vi": "Số", "en": "Number"},
            "constraints": {"required": true, "minimum": 0, "maximum": "99.5"}},
           {"name": "y"}], "missingValues": ["", "-"], "primaryKey": "x",
           "foreignKeys": [{"fields": "y", "reference": {"resource": "", "fields": "x"}}]}}]}
      """)
    #expect(package.name == "p" && package.title == "Gói" && package.illustrativeNotice?.english == "made up")
    let resource = try #require(package.resource(named: "a"))
    #expect(resource.path == "sub/a.csv" && resource.title == "Bảng" && resource.isIllustrative)
    #expect(resource.dialect.delimiter == UInt8(ascii: ";") && resource.dialect.quote == UInt8(ascii: "'"))
    #expect(resource.primaryKey == ["x"] && resource.foreignKeys.map(\.resource) == ["a"])
    let number = try #require(resource.field(named: "x"))
    #expect(
      number.kind == .number && number.decimalCharacter == UInt8(ascii: ",") && number.missingValues == ["", "-"])
    #expect(number.constraints.isRequired && number.constraints.maximum == ExactDecimal("99.5"))
    #expect(number.title?.vietnamese == "Số")
    #expect(
      resource.field(named: "y")?.kind == .string && resource.index(of: "y") == 1 && resource.index(of: "z") == nil)
    #expect(package.path(of: "b").hasSuffix("/b"))
  }

  @Test(arguments: [
    "/etc/passwd", "../a.csv", "sub/../../a.csv", "..", "https://example.org/a.csv", "file:///a.csv", #"..\\a.csv"#,
    #"C:\\a.csv"#, "", "a\\u0000.csv", "a\\n.csv",
  ]) func refusesPathsOutsideThePackage(path: String) throws {
    let found = try #require(findings { try Self.open(Self.descriptor(path: "\"\(path)\"")) })
    #expect(found.map(\.code) == ["unsafe-path"])
    #expect(found.first?.position.description == "datapackage.json:5:14")
    #expect(found.first?.remedy.english.contains("relative path") == true)
  }

  @Test(arguments: ["a.csv", "sub/a.csv", "./a.csv", "a..b.csv", "năm 2023.csv"])
  func takesPathsInsideThePackage(path: String) throws {
    #expect(try Self.open(Self.descriptor(path: "\"\(path)\"")).resources.map(\.path) == [path])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var summaries: [String]
    var testDescription: String { summaries.joined(separator: "; ") }
  }

  @Test(arguments: [
    Mistake(text: descriptor(path: "[]"), summaries: ["datapackage.json:5:14 wrong-value ''"]),
    Mistake(
      text: descriptor(path: #"["a.csv", "../b.csv"]"#), summaries: ["datapackage.json:5:24 unsafe-path '../b.csv'"]),
    Mistake(text: descriptor(schema: "[1]"), summaries: ["datapackage.json:6:16 wrong-type ''"]),
    Mistake(
      text: descriptor(schema: #""schema.json""#), summaries: ["datapackage.json:6:16 unknown-file 'schema.json'"]),
    Mistake(
      text: descriptor(schema: #""../schema.json""#),
      summaries: ["datapackage.json:6:16 unsafe-path '../schema.json'"]),
    Mistake(
      text: descriptor(more: #""profile": "tabular-data-resource""#),
      summaries: ["datapackage.json:7:17 unsupported 'tabular-data-resource'"]),
    Mistake(
      text: descriptor(more: #""encoding": "windows-1250""#),
      summaries: ["datapackage.json:7:18 unknown-word 'windows-1250'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "geopoint"}]}"#),
      summaries: ["datapackage.json:6:50 unsupported 'geopoint'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "date", "format": "any"}]}"#),
      summaries: ["datapackage.json:6:68 unsupported 'any'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "date", "format": "%d.%Q"}]}"#),
      summaries: ["datapackage.json:6:68 unsupported '%d.%Q'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "format": "e-mail"}]}"#),
      summaries: ["datapackage.json:6:52 unknown-word 'e-mail'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x"}], "fieldsMatch": ["same"]}"#),
      summaries: ["datapackage.json:6:59 unknown-word 'same'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x"}], "uniqueKeys": [["x"], ["y"]]}"#),
      summaries: ["datapackage.json:6:16 unknown-word 'y'"]),
    Mistake(
      text: descriptor(more: #""dialect": {"headerRows": [0]}"#),
      summaries: ["datapackage.json:7:33 wrong-number '0'"]),
    Mistake(
      text: descriptor(more: #""dialect": {"lineTerminator": ";"}"#),
      summaries: ["datapackage.json:7:36 unsupported ';'"]),
    Mistake(text: descriptor(schema: "{}"), summaries: ["datapackage.json:6:16 missing-key 'fields'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": {"name": "x"}}"#), summaries: ["datapackage.json:6:27 wrong-type ''"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"type": "string"}]}"#),
      summaries: ["datapackage.json:6:28 missing-key 'name'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "integr"}]}"#),
      summaries: ["datapackage.json:6:50 unknown-word 'integr'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x"}, {"name": "x"}]}"#),
      summaries: ["datapackage.json:6:43 duplicate-name 'x'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x"}], "missingValues": ""}"#),
      summaries: ["datapackage.json:6:61 wrong-type ''"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "xy"}], "primaryKey": ["xz"]}"#),
      summaries: ["datapackage.json:6:16 unknown-word 'xz'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "number", "decimalChar": ",,"}]}"#),
      summaries: ["datapackage.json:6:75 wrong-value ',,'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "number", "groupChar": "."}]}"#),
      summaries: ["datapackage.json:6:73 wrong-value '.'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "constraints": {"minimun": 0}}]}"#),
      summaries: ["datapackage.json:6:58 unknown-word 'minimun'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "constraints": {"minLength": 2, "minimum": 0}}]}"#),
      summaries: ["datapackage.json:6:85 unsupported 'minimum'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "array", "constraints": {"jsonSchema": {}}}]}"#),
      summaries: ["datapackage.json:6:89 unsupported 'jsonSchema'"]),
    Mistake(
      text: descriptor(
        schema: #"{"fields": [{"name": "x", "type": "date", "constraints": {"minimum": "01/01/2013"}}]}"#),
      summaries: ["datapackage.json:6:85 wrong-value '01/01/2013'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "integer", "constraints": {"pattern": "[0-9]"}}]}"#),
      summaries: ["datapackage.json:6:88 unsupported 'pattern'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "type": "integer", "constraints": {"minimum": "0,5"}}]}"#),
      summaries: ["datapackage.json:6:88 wrong-number '0,5'"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "constraints": {"pattern": "("}}]}"#),
      summaries: ["datapackage.json:6:69 wrong-value '('"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "constraints": {"enum": "a"}}]}"#),
      summaries: ["datapackage.json:6:66 wrong-type ''"]),
    Mistake(
      text: descriptor(schema: #"{"fields": [{"name": "x", "constraints": {"required": "maybe"}}]}"#),
      summaries: ["datapackage.json:6:70 unknown-word 'maybe'"]),
    Mistake(
      text: descriptor(
        schema:
          #"{"fields": [{"name": "x"}], "foreignKeys": [{"fields": "x", "reference": {"resource": "b", "fields": "x"}}]}"#
      ),
      summaries: ["datapackage.json:6:60 unknown-word 'b'"]),
    Mistake(
      text: descriptor(
        schema: #"{"fields": [{"name": "x"}], "foreignKeys": [{"fields": ["x"], "reference": {"fields": ["x", "y"]}}]}"#
      ),
      summaries: ["datapackage.json:6:60 wrong-value ''", "datapackage.json:6:60 unknown-word 'y'"]),
    Mistake(
      text: descriptor(more: #""dialect": {"delimiter": "tab"}"#),
      summaries: ["datapackage.json:7:31 wrong-value 'tab'"]),
    Mistake(text: descriptor(more: #""illustrative": "yes""#), summaries: ["datapackage.json:7:22 unknown-word 'yes'"]),
    Mistake(
      text: "{}",
      summaries: ["datapackage.json:1:1 missing-key 'name'", "datapackage.json:1:1 missing-key 'resources'"]),
    Mistake(text: "[1]", summaries: ["datapackage.json:1:1 wrong-type ''"]),
    Mistake(text: #"{"name": "p", "resources": "a"}"#, summaries: ["datapackage.json:1:28 wrong-type ''"]),
    Mistake(text: "", summaries: ["datapackage.json:1 empty-file ''"]),
    Mistake(text: "{\n  \"name\": \"p\",\n", summaries: ["datapackage.json:3:1 syntax-error ''"]),
    Mistake(
      text: "{\"name\": \"p\",\n \"name\": \"q\", \"resources\": []}",
      summaries: ["datapackage.json:1:2 duplicate-name 'name'"]),
  ])
  func mistakesAreFoundInTheirPlace(mistake: Mistake) {
    #expect(Self.summaries(mistake.text) == mistake.summaries)
  }

  @Test func aNameUsedTwiceIsFound() {
    let resource = #"{"name": "a", "path": "a.csv", "schema": {"fields": []}}"#
    #expect(
      Self.summaries("{\"name\": \"p\", \"resources\": [\n\(resource),\n\(resource)]}") == [
        "datapackage.json:3:1 duplicate-name 'a'"
      ])
  }

  @Test func everyMistakeIsReportedNotOnlyTheFirst() {
    let text = Self.descriptor(path: #""/a.csv""#, more: #""x": 1"#).replacing(#""name": "p","#, with: "")
    #expect(Self.summaries(text).count == 2)
  }

  @Test func aFolderWithoutADescriptorIsNoInput() throws {
    let folder = try ScratchFolder()
    guard case .noInput = failure(of: { try DataPackage.open(folder.path) }) else {
      Issue.record("opened a folder without a descriptor")
      return
    }
    try folder.makeFolder(DataPackage.descriptorName)
    #expect(
      failure { try DataPackage.open(folder.path) }
        == .noInput(path: folder.path(of: DataPackage.descriptorName), reason: Messages.isAFolder))
  }
}
