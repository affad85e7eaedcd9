import Language
import Rendering
import Testing
import Values

/// Units A to D over the years, with each kind of cell.
enum SampleGrid {
  static func make(years: ClosedRange<Int> = 2013...2015) throws -> Grid {
    var columns = [Grid.Column(key: "unit", heading: "Đơn vị", isLabel: true)]
    for year in years { columns.append(.init(key: "\(year)", heading: "\(year)", kind: .number(.plain))) }
    columns.append(.init(key: "change", heading: "So sánh (+/-)", kind: .number(.signed)))
    columns.append(.init(key: "flags", heading: "Tình trạng", audience: .machines))
    func number(_ text: String, _ flag: StatusFlag = .normal) throws -> GridCell {
      .number(try #require(ExactDecimal(text)), flags: StatusFlags(flag))
    }
    let extra = try years.dropFirst(3).map { _ in try number("60.25") }
    return Grid(
      title: "Tỷ lệ tập hợp (%)", notices: ["BẢN MẪU – SỐ MINH HỌA"], columns: columns,
      rows: [
        [.text("Đơn vị A"), try number("56.30"), try number("57.1"), try number("59.22", .provisional)] + extra
          + [try number("2.92"), .text("P")],
        [.text("Cấp tỉnh, trực thuộc"), .absent(.notCollected), .absent(.missing), .number(.zero)] + extra
          + [.absent(.notApplicable), .empty],
        [.text("  trong đó: C"), try number("1234.50"), .atLeast(ExactDecimal(19_200)), try number("-0.13")] + extra
          + [try number("0.00"), .empty],
      ],
      totals: [
        [.text("Tổng cộng"), try number("1290.80"), try number("57.10"), try number("59.09", .estimated)] + extra
          + [try number("-1231.71"), .text("E")]
      ],
      footnotes: ["Tính theo lượt tham gia tổ chức."], attributes: [.init("illustrative", true)])
  }
}
