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
    "member names", "ten", "Tên", "TEN", "name", "Name", "nam_sinh", "Năm sinh", "NamSinh", "birth_year",
    "year of birth",
    "ho_va_ten", "so_cccd", "ten_nguoi", "HỌ TÊN",
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
    "name_vi", "name_en", "ten_don_vi", "so_nguoi_theo_nam_sinh", "unit name", "tên xã", "number", "Tên tổ chức",
    "code", "full_name_vi", "full_name_en", "Ban Dân tộc",
    "đại đoàn kết toàn dân tộc", "so_nguoi", "tên mô hình", "status", "document", "idea", "race",
  ]) func namesOfThingsAreNot(heading: String) throws { #expect(try Self.findings(heading) == []) }

  /// A list that other tables refer to may name its members; their years of birth are still nobody's business.
  @Test func listsMayNameTheirMembers() throws {
    func summaries(_ heading: String) throws -> [String] {
      let units = PackageSketch.Table("units", fields: ["code", heading], csv: "code,\(heading)\nN1,Đông\n")
      let figures = PackageSketch.Table(
        "figures", fields: ["unit"],
        schema: [#""foreignKeys": [{"fields": ["unit"], "reference": {"resource": "units", "fields": ["code"]}}]"#],
        csv: "unit\nN1\n")
      return try ScanSketch(units, figures).scan("units").outcome.findings.map(\.summary)
    }
    #expect(try summaries("ten") == [])
    #expect(try summaries("name") == [])
    #expect(try summaries("nam_sinh") == ["units.csv:1:6 personal-data 'nam_sinh'"])
    #expect(try summaries("ho_ten") == ["units.csv:1:6 personal-data 'ho_ten'"])
  }

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

  /// Whole numbers: identity numbers repeat seldom, are seldom round, and fill the column.
  @Test(arguments: [
    (["001085012345", "035201000017"], true), (["1085012345", "79085012345"], false),
    ((0..<12).map { "\(79_085_012_345 + 1_000_003 * $0)" }, true),
    ((0..<12).map { "\(171_234_567 + 7919 * $0)" }, true),
    ((0..<12).map { "\(171_234_000 + 1000 * $0)" }, false),
    ((0..<12).map { "\(171_234_567 + 7919 * ($0 % 3))" }, false),
    ((0..<12).map { "\(171_234_567 + 7919 * $0)" } + ["5", "12"], false),
    ((0..<12).map { "\(471_234_567 + $0)" }, false),
    ((0..<9).map { "\(171_234_567 + 7919 * $0)" }, false), ((0..<30).map { "\(1000 + $0)" }, false),
  ]) func wholeNumbersAreRecognised(values: [String], isPersonal: Bool) throws {
    let rows = values.map { "2022,\($0)\n" }.joined()
    let table = PackageSketch.Table("figures", fields: ["year:year", "so:integer"], csv: "year,so\n" + rows)
    #expect(try ScanSketch.summaries(table) == (isPersonal ? ["figures.csv:1:6 personal-data 'so'"] : []))
  }

  private static let persons = [
    "Nguyễn Văn An", "Trần Thị Bích", "LÊ VĂN CƯỜNG", "Phạm Thị Dung", "Huỳnh Minh Em", "Võ Thị Phượng", "Danh Sơn",
    "Đỗ Quốc Hùng", "Thạch Thị Lan", "Nguyễn Thị Thu Hà",
  ]
  private static let streets = [
    "Nguyễn Trung Trực", "Trần Hưng Đạo", "Lê Hồng Phong", "Phan Đình Phùng", "Võ Thị Sáu", "Lý Thường Kiệt",
    "Hoàng Hoa Thám", "Ngô Gia Tự", "Đinh Tiên Hoàng", "Phạm Hồng Thái",
  ]
  private static let places = [
    "Hà Tiên", "Châu Thành", "Lâm Đồng", "Hà Nội", "Cao Bằng", "Thái Bình", "Mai Sơn", "Hồ Chí Minh", "Phan Thiết",
    "Lý Sơn",
    "Kiên Lương", "Hòn Đất", "Tân Hiệp",
  ]
  private static let bodies = [
    "Đoàn Thanh niên", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Công đoàn", "Mặt trận Tổ quốc", "Hội Cựu chiến binh",
    "Đoàn Luật sư", "Hồ Tràm Resort",
  ]

  /// By what the column holds, whatever it is called.
  @Test(arguments: [
    (persons, "error personal-data"), (Array(persons.prefix(4)), ""), (streets, "warning possible-personal-data"),
    (Array(streets.prefix(7)), ""), (places, ""), (bodies, ""), (persons + bodies + places, ""),
    (["Nguyen Van An", "Tran Thi Binh", "Pham Van Chi", "Vo Thi Dao", "Bui Van Em"], "error personal-data"),
    (["Hộ nghèo", "Lê lợi", "Đỗ quyên", "Lý do khác", "Mai vàng", "Hồ sơ", "Cao su", "Hà mã"], ""),
  ]) func namesOfPersonsAreRecognised(values: [String], expected: String) throws {
    let found = try Self.findings("noi_dung", values: values)
    #expect(found.map { "\($0.severity.rawValue) \($0.code)" } == (expected.isEmpty ? [] : [expected]))
    #expect(found.allSatisfy { $0.field == "noi_dung" && $0.position.column == 6 })
    for finding in found {
      #expect(!values.contains { finding.message.vietnamese.contains($0) || finding.value == $0 })
    }
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
