import Datasets
import Findings
import TestSupport
import Testing

/// Columns about persons are refused, by what they are called and by what they hold, and never shown.
@Suite struct PersonalDataTests {
  private static func findings(_ heading: String, values: [String] = ["x"]) throws -> [Finding] {
    let rows = values.map { "2022,\"\($0)\"\n" }.joined()
    return try ScanSketch(
      .figures(
        "year,\(heading)\n" + rows, fields: ["year:year", #"{"name": "\#(heading)", "type": "string"}"#], schema: [])
    ).scan().outcome.findings
  }

  @Test(arguments: [
    "ho_ten", "Họ và tên", "HoTen", "ho-va-ten", "ho_ten_hoi_vien", "full_name", "FullName", "first name", "cccd",
    "Số CCCD", "soCCCD", "CMND", "so_dinh_danh", "national_id", "Số định danh cá nhân", "identity number", "ngay_sinh",
    "NGÀY SINH", "birth_date", "birthDate", "Ngày, tháng, năm sinh", "date_of_birth", "passport", "hộ chiếu",
    "member names",
  ]) func namesOfPersonsAreRefused(heading: String) throws {
    let quoted = heading.contains(",") ? "\"\(heading)\"" : heading
    let table = PackageSketch.Table(
      "figures", fields: ["year:year", #"{"name": "\#(heading)"}"#], csv: "year,\(quoted)\n2022,An\n")
    let found = try ScanSketch(table).scan().outcome.findings
    #expect(found.map(\.code) == ["personal-data"])
    #expect(found.first?.position == Position(file: "figures.csv", line: 1, column: 6))
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    "dan_toc", "Dân tộc", "ton_giao", "Tôn giáo", "religion", "ethnicity", "ethnic_group", "số hộ dân tộc thiểu số",
  ])
  func beliefAndOriginAreRefused(heading: String) throws {
    #expect(try Self.findings(heading).map(\.code) == ["forbidden-breakdown"])
  }

  @Test(arguments: [
    "name_vi", "name_en", "ten", "ten_don_vi", "Tên tổ chức", "code", "full_name_vi", "full_name_en", "Ban Dân tộc",
    "đại đoàn kết toàn dân tộc", "nam_sinh", "so_nguoi", "tên mô hình", "status", "document", "idea", "race",
  ]) func namesOfThingsAreNot(heading: String) throws { #expect(try Self.findings(heading) == []) }

  @Test func columnsThatAreNotDeclaredAreRefusedToo() throws {
    let found = try ScanSketch(.figures("year,unit,count,ho_ten\n2022,N1,5,An\n")).scan()
    #expect(found.outcome.findings.map(\.summary) == ["figures.csv:1:17 personal-data 'ho_ten'"])
    #expect(found.rows.isEmpty)
  }

  @Test func aTitleSaysItToo() throws {
    let table = PackageSketch.Table(
      "figures", fields: ["year:year", #"{"name": "c3", "title": {"vi": "Họ và tên", "en": "Name"}}"#],
      csv: "year,c3\n2022,An\n")
    #expect(try ScanSketch.summaries(table) == ["figures.csv:1:6 personal-data 'c3'"])
  }

  @Test(arguments: [
    (["001085012345"], true), (["091 199 000 123"], true), (["001085012345", "x", "y"], false),
    (["371234567", "271234567", "024567890"], true), (["371234567", "271234567"], false),
    (["971234567", "571234567", "024567890"], false), (["097085012345"], false), (["001985012345"], false),
    (["1234567890", "0123456789"], false), (["2022", "904"], false), ([], false),
    (["001085012345", "035201000017", "-"], true),
  ]) func contentsAreRecognised(values: [String], isPersonal: Bool) throws {
    let found = try Self.findings("ma", values: values)
    #expect(found.map(\.summary) == (isPersonal ? ["figures.csv:1:6 personal-data 'ma'"] : []))
  }

  @Test func amountsAreNoIdentityNumbers() throws {
    let csv = "year,unit,count\n2022,N1,123456789\n2022,N2,123456780\n2022,N3,123456781\n"
    #expect(try ScanSketch.summaries(.figures(csv)) == [])
  }

  /// Whatever else is wrong with the file, no finding repeats what stands in such a column.
  @Test func noFindingShowsAValue() throws {
    let secret = "001085012345"
    let table = PackageSketch.Table(
      "figures", fields: ["year:year", #"{"name": "ma", "constraints": {"unique": true, "enum": ["a"]}}"#],
      csv: "year,ma\n2022,\(secret)\n2022,\(secret)\n22,\(secret)\n2022,\(secret),1\n")
    let found = try ScanSketch(table).scan().outcome.findings
    #expect(found.map(\.code) == ["personal-data", "type-error", "ragged-row"])
    for finding in found {
      let texts = [finding.value ?? "", finding.message.vietnamese, finding.message.english, finding.remedy.english]
      #expect(!texts.contains { $0.contains(secret) }, "\(finding.code)")
    }
  }
}
