import Datasets
import Language
import Testing

@testable import CommandLine

/// What a person at a terminal sees of long readings.
@Suite struct ProgressTests {
  private static let state = ReadingProgress.State(expected: 936_000_001, bytes: 468_000_000, rows: 5_012_345)

  @Test func bytesRowsRateAndTimeLeft() {
    #expect(
      ProgressText(.vietnamese).line(Self.state, milliseconds: 2000, columns: 80)
        == "Đã đọc 468/937 MB · 5.012.345 dòng · 234 MB/s · còn 3 giây")
    #expect(
      ProgressText(.english).line(Self.state, milliseconds: 4000, columns: 80)
        == "Read 468 of 937 MB · 5,012,345 rows · 117 MB/s · 5 s left")
  }

  /// A line that wraps cannot be taken back.
  @Test(arguments: 1...70) func fitsTheTerminal(columns: Int) {
    for language in OutputLanguage.allCases {
      #expect(DisplayWidth.of(ProgressText(language).line(Self.state, milliseconds: 2000, columns: columns)) < columns)
    }
  }

  /// No rate is told before there is one, and more bytes than expected leave no time.
  @Test func numbersWithoutSense() {
    let text = ProgressText(.english)
    #expect(
      text.line(.init(expected: 10, bytes: 5, rows: 0), milliseconds: 0, columns: 80) == "Read 0 of 1 MB · 0 rows")
    let more = ReadingProgress.State(expected: 5_000_000, bytes: 9_000_000, rows: 1)
    #expect(text.line(more, milliseconds: 1000, columns: 80).hasSuffix("9 MB/s · 0 s left"))
  }

  @Test func countsFromSeveralThreads() async {
    let progress = ReadingProgress()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<1000 { progress.add(bytes: 3, rows: 1) }
          progress.expect(bytes: 3000, of: "a.csv")
        }
      }
    }
    #expect(progress.state == .init(expected: 24_000, bytes: 24_000, rows: 8000))
  }
}
