import Language
import Testing

/// Periods as offices write them.
@Suite struct PeriodReadingTests {
  @Test(arguments: [
    ("2022", "2022"), ("năm 2022", "2022"), ("2022-Q3", "2022-Q3"), ("Q3/2022", "2022-Q3"), ("Quý III/2022", "2022-Q3"),
    ("quý IV năm 2022", "2022-Q4"), ("QII-2022", "2022-Q2"), ("6T2022", "2022-S1"), ("6T đầu năm 2022", "2022-S1"),
    ("6 tháng đầu năm 2022", "2022-S1"), ("6 tháng cuối năm 2022", "2022-S2"), ("H2 2022", "2022-S2"),
    ("9T/2022", "2022-9M"), ("9 tháng năm 2022", "2022-9M"), ("tháng 7 năm 2022", "2022-07"), ("T07/2022", "2022-07"),
    ("7/2022", "2022-07"), ("2022/07", "2022-07"),
  ]) func isRead(text: String, code: String) { #expect(PeriodReading.slot(text)?.description == code) }

  @Test(arguments: [
    "", "soon", "2022 2023", "2014/2023", "3Q2022", "5T2022", "quý V/2022", "T13/2022", "đầu năm 2022 và 2023", "22",
    "tháng cuối năm 2022", "9 tháng cuối năm 2022", "nửa năm 2022",
  ]) func isNotGuessed(text: String) { #expect(PeriodReading.slot(text) == nil) }
}
