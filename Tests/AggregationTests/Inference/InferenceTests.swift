import Aggregation
import Datasets
import Findings
import Language
import TestSupport
import Testing

/// A file, the fields that it is given, its key, and words of what is not sure.
struct InferenceCase: Sendable, CustomTestStringConvertible {
  let name: String
  let csv: String
  /// `name:kind`, with separators behind the kind: `cash:number,.` is a decimal comma and grouping points.
  let fields: [String]
  var key: [String] = []
  var doubts: [String] = []
  var testDescription: String { name }
}

@Suite struct InferenceTests {
  static let cases: [InferenceCase] = [
    InferenceCase(
      name: "long form", csv: "Country Name,Country Code,Year,Value\nA,AA,2013,1.5\nA,AA,2014,2.25\nB,BB,2013,3\n",
      fields: ["Country Name:string", "Country Code:string", "Year:year", "Value:number."],
      key: ["Country Code", "Year"]),
    InferenceCase(
      name: "an office's Excel", csv: "Năm;Đơn vị;Số tiền\r\n2022;A;1.234,5\r\n2023;A;2.345.678\r\n",
      fields: ["Năm:year", "Đơn vị:string", "Số tiền:number,."], key: ["Năm", "Đơn vị"]),
    InferenceCase(
      name: "points group", csv: "year,unit,n\n2022,A,1.234.567\n2023,A,12\n",
      fields: ["year:year", "unit:string", "n:integer,."], key: ["year", "unit"]),
    InferenceCase(
      name: "commas group", csv: "year;n\n2022;1,234.5\n2023;12\n", fields: ["year:year", "n:number.,"], key: ["year"]),
    InferenceCase(
      name: "thousands or decimals", csv: "year;n\n2022;1.234\n2023;12\n", fields: ["year:year", "n:string"],
      key: ["year"], doubts: ["'1.234' may be thousands or a decimal"]),
    InferenceCase(
      name: "comma of thousands or decimals", csv: "year;n\n2022;1,234\n2023;12\n", fields: ["year:year", "n:string"],
      key: ["year"], doubts: ["'1,234' may be thousands or a decimal"]),
    InferenceCase(
      name: "three decimals below one", csv: "year;n\n2022;0.125\n2023;1.250\n", fields: ["year:year", "n:number."],
      key: ["year"]),
    InferenceCase(
      name: "two ways of writing", csv: "year;n\n2022;1,5\n2023;1.5\n", fields: ["year:year", "n:string"],
      key: ["year"],
      doubts: ["written in several ways"]),
    InferenceCase(
      name: "codes", csv: "code;year;n\n00904;2022;1\n00905;2022;2\n",
      fields: ["code:string", "year:year", "n:integer"],
      key: ["code", "year"], doubts: ["zeros in front"]),
    InferenceCase(
      name: "codes by name", csv: "Mã;năm;n\n904;2022;1\n904;2023;2\n", fields: ["Mã:string", "năm:year", "n:integer"],
      key: ["năm"]),
    InferenceCase(
      name: "marks", csv: "year,n\n2021,-\n2022,5\n2023,...\n", fields: ["year:year", "n:integer"], key: ["year"],
      doubts: ["where “-” means that nothing occurred"]),
    InferenceCase(
      name: "a slip among numbers",
      csv: "year,n\n" + (2000..<2020).map { "\($0),\($0 == 2007 ? "1O" : "10")\n" }.joined(),
      fields: ["year:year", "n:string"], key: ["year"], doubts: ["'1O' in line 9"]),
    InferenceCase(
      name: "percentages", csv: "year;rate\n2022;95,5%\n2023;96 %\n", fields: ["year:year", "rate:number,"],
      key: ["year"]),
    InferenceCase(
      name: "days", csv: "ma,ngày,x\na,31/12/2023,true\nb,01/02/2023,false\n",
      fields: ["ma:string", "ngày:date", "x:boolean"], key: ["ma"], doubts: ["not in the catalogue"]),
    InferenceCase(
      name: "day or month", csv: "ma,ngày\na,03/04/2023\nb,01/02/2023\n", fields: ["ma:string", "ngày:string"],
      key: ["ma"], doubts: ["'03/04/2023' may be day/month"]),
    InferenceCase(
      name: "titles above", csv: "BÁO CÁO NĂM;;\r\nTheo đơn vị;;\r\n\r\nNăm;Đơn vị;Số hộ\r\n2022;A;5\r\n2023;A;6\r\n",
      fields: ["Năm:year", "Đơn vị:string", "Số hộ:integer"], key: ["Năm", "Đơn vị"], doubts: ["taken from line 4"]),
    InferenceCase(
      name: "wide form", csv: "Đơn vị,2021,2022,2023\nA,1,2,3\nB,4,5,6\n",
      fields: ["Đơn vị:string", "2021:integer", "2022:integer", "2023:integer"], key: ["Đơn vị"],
      doubts: ["wide form: a column for each year, '2021' to '2023'"]),
    InferenceCase(
      name: "years without a name", csv: "kx,n\n2021,10\n2022,20\n", fields: ["kx:year", "n:integer"], key: ["kx"],
      doubts: ["all values lie from 1900 to 2100"]),
    InferenceCase(
      name: "no header", csv: "1,10\n2,20\n", fields: ["column_1:integer", "column_2:integer"],
      doubts: ["all numbers and not taken for names", "no columns tell all rows apart", "not in the catalogue"]),
    InferenceCase(
      name: "sent twice", csv: "year,unit,n\n2021,A,1\n2021,A,1\n", fields: ["year:year", "unit:string", "n:integer"],
      doubts: ["no columns tell all rows apart"]),
    InferenceCase(
      name: "totals", csv: "Huyện,Năm,n\nA,2022,1\nTổng cộng,2022,1\n",
      fields: ["Huyện:string", "Năm:year", "n:integer"], key: ["Huyện", "Năm"], doubts: ["look like totals (Tổng cộng)"]
    ),
    InferenceCase(
      name: "one column", csv: "Xã\nA\nB\n", fields: ["Xã:string"], key: ["Xã"], doubts: ["not in the catalogue"]),
    InferenceCase(
      name: "spaces behind the delimiter", csv: "year, n\n2022, 5\n2023, 6\n", fields: ["year:year", "n:integer"],
      key: ["year"]),
    InferenceCase(
      name: "single quotes", csv: "year,place\n'2022','a,b'\n'2023','c'\n", fields: ["year:year", "place:string"],
      key: ["year"], doubts: ["single quotes", "not in the catalogue"]),
    InferenceCase(
      name: "exponents are not numbers", csv: "year,n\n2021,9E+05\n2022,5\n2023,6\n",
      fields: ["year:year", "n:string"],
      key: ["year"], doubts: ["not in the catalogue"]),
    InferenceCase(
      name: "codes of units, with names", csv: "Huyện,Tên huyện,Năm,Số hộ\n904,A,2022,5\n904,A,2023,6\n905,B,2022,5\n",
      fields: ["Huyện:string", "Tên huyện:string", "Năm:year", "Số hộ:integer"], key: ["Huyện", "Năm"]),
    InferenceCase(
      name: "several keys", csv: "a,b,n\nx,p,1.5\ny,q,2.5\n", fields: ["a:string", "b:string", "n:number."],
      key: ["a"], doubts: ["a is taken as the key; unique, too: b", "not in the catalogue"]),
    InferenceCase(
      name: "units are not what is counted", csv: "Năm,Số huyện\n2022,5\n2023,6\n",
      fields: ["Năm:year", "Số huyện:integer"], key: ["Năm"]),
    InferenceCase(
      name: "trailing separators", csv: "year;n;;\n2021;1;;\n2022;2;;\n", fields: ["year:year", "n:integer"],
      key: ["year"]),
  ]

  @Test(arguments: cases) func schemaFollowsFromTheValues(_ example: InferenceCase) throws {
    let folder = try ScratchFolder()
    try folder.write(example.csv, to: "data.csv")
    let draft = try PackageDraft(name: "x", from: [folder.path(of: "data.csv")])
    let package = try folder.write(draft)
    let result = try PackageCheck.run(package)
    #expect(result.isValid, "\(result.findings.map(\.summary))")
    let resource = try #require(try DataPackage.open(package).resource(named: "data"))
    #expect(resource.fields.map(Self.summary) == example.fields)
    #expect(resource.primaryKey == example.key)
    let doubts = draft.doubts.map { $0.line.english }
    for words in example.doubts { #expect(doubts.contains { $0.contains(words) }, "\(words) in \(doubts)") }
    if example.doubts.isEmpty { #expect(doubts == []) }
    for doubt in draft.doubts { #expect(doubt.line.vietnamese != doubt.line.english && !doubt.line.vietnamese.isEmpty) }
  }

  private static func summary(_ field: FieldDescriptor) -> String {
    var text = "\(field.name):\(field.kind.rawValue)"
    if field.declaresSeparators {
      text += String(UnicodeScalar(field.decimalCharacter))
      if let group = field.groupCharacter { text += String(UnicodeScalar(group)) }
    }
    return text
  }

  @Test(arguments: [
    ("", "empty-file"), ("\u{FEFF} \r\n\r\n", "empty-file"), ("PK\u{3}\u{4}…", "not-a-table"),
    ("a,b\n1,\u{0}2\n", "not-a-table"), ("year,unit,n\n", "missing-rows"), ("year,n,n\n2021,1,2\n", "duplicate-column"),
    ("year,,n\n2021,1,2\n2022,1,2\n", "unnamed-column"), ("year,Họ và tên,n\n2021,A,2\n", "personal-data"),
    ("year,Số CCCD,n\n2021,A,2\n", "personal-data"), ("Năm,Tôn giáo,n\n2021,A,2\n", "forbidden-breakdown"),
    ("a,b\n\"1,2\n3,4\n", "unclosed-quote"),
  ])
  func whatCannotBeReadIsRefusedWithARemedy(csv: String, code: String) throws {
    let folder = try ScratchFolder()
    try folder.write(csv, to: "data.csv")
    let found = findings { try PackageDraft(name: "x", from: [folder.path(of: "data.csv")]) }
    #expect(found?.map(\.code) == [code])
    for finding in found ?? [] { #expect(!finding.remedy.english.isEmpty && finding.position.file == "data.csv") }
  }

  /// The rows above the wider ones are rows, not titles: none may be passed over.
  @Test func narrowRowsAboveAreNoTitles() throws {
    let folder = try ScratchFolder()
    try folder.write("Unit,Year,Value\nA,2020,1\nB,2020,x,y\nC,2020,1,5\nD,2020,4,6\n", to: "data.csv")
    let draft = try PackageDraft(name: "x", from: [folder.path(of: "data.csv")])
    #expect(draft.tables[0].columns.map(\.name) == ["Unit", "Year", "Value"])
    let found = try PackageCheck.run(try folder.write(draft)).findings
    #expect(found.map(\.code) == ["ragged-row", "ragged-row", "ragged-row"])
  }

  @Test func oldEncodingsAreNamed() throws {
    let folder = try ScratchFolder()
    // "Huyện;Năm\nTân Hiệp;2022\nGiồng Riềng;2023\n" in Windows-1258.
    let bytes: [UInt8] =
      Array("Huy".utf8) + [0xEA, 0xF2] + Array("n;N".utf8) + [0xE3] + Array("m\nT".utf8) + [0xE2]
      + Array("n Hi".utf8) + [0xEA, 0xF2] + Array("p;2022\nGi".utf8) + [0xF4, 0xCC] + Array("ng Ri".utf8)
      + [0xEA, 0xCC] + Array("ng;2023\n".utf8)
    try folder.write(bytes: bytes, to: "data.csv")
    let draft = try PackageDraft(name: "x", from: [folder.path(of: "data.csv")])
    #expect(draft.tables[0].columns.map(\.name) == ["Huyện", "Năm"])
    #expect(draft.doubts.first?.message.english.contains("Windows-1258") == true)
    #expect(try PackageCheck.run(try folder.write(draft)).isValid)
    #expect(draft.files(in: .english).first?.text.contains(#""encoding": "windows-1258""#) == true)
  }

  @Test func tablesShareTheirUnits() throws {
    let folder = try ScratchFolder()
    try folder.write("unit,year,a\nA,2022,1\nB,2022,2\n", to: "one.csv")
    try folder.write("unit,year,sex,a\nB,2022,m,1\nB,2022,f,3\nC,2022,m,2\n", to: "units.csv")
    let draft = try PackageDraft(name: "x", from: ["one.csv", "units.csv"].map(folder.path(of:)))
    let files = draft.files(in: .english)
    #expect(files.map(\.name) == ["datapackage.json", "indicators.yaml", "units-2.csv", "sex-list.csv", "README.md"])
    #expect(files[2].text == "code,name_vi,name_en,level\nA,A,A,unit\nB,B,B,unit\nC,C,C,unit\n")
    #expect(files[3].text == "code,name_vi,name_en\nm,m,m\nf,f,f\n")
    let catalogue = files[1].text
    #expect(catalogue.contains(#"units: {unit: "unit", level: unit, period: "year", dimensions: {sex: "sex"}}"#))
    #expect(catalogue.contains("  a: {resource: one") && catalogue.contains("  units-a: {resource: units"))
    #expect(try PackageCheck.run(try folder.write(draft)).isValid)
  }
}
