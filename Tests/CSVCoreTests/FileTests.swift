import Foundation
import Testing

@testable import CSVCore

@Suite("Files")
struct FileTests {
  @Test("a file reads as its bytes do")
  func file() throws {
    var generator = SeededGenerator(seed: 1945)
    let path = FileManager.default.temporaryDirectory.appending(path: "csv-core-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    for _ in 0..<20 {
      let bytes = randomFile(&generator, dialect: .commas)
      try Data(bytes).write(to: path)
      let expected = read(.bytes(bytes))
      #expect(expected.error == nil)
      for blockSize in [1, 17, 1 << 18] {
        #expect(read(.file(path: path.path), blockSize: blockSize) == expected)
      }
    }
  }

  @Test("a file that is not there, and a path with a NUL")
  func missing() {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    #expect(read(.file(path: path)).error == CSVError(.openFailed(errno: ENOENT)))
    #expect(read(.file(path: "/dev/null\u{0}x")).error == CSVError(.openFailed(errno: ENOENT)))
    #expect(read(.file(path: "/dev/null")) == Outcome())
  }

  @Test("a file that grows while it is read, and one whose size says nothing")
  func size() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "csv-core-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data("a,b\n1,2\n".utf8).write(to: path)
    var reader = try CSVReader(.file(path: path.path))
    let more = try FileHandle(forWritingTo: path)
    try more.seekToEnd()
    try more.write(contentsOf: Data(String(repeating: "3,4\n", count: 10_000).utf8))
    var records = 0
    while try reader.next() { records += reader.batch.recordCount }
    #expect(records == 10_002)
    #if os(Linux)
      let bytes = Array(try Data(contentsOf: URL(filePath: "/proc/version")))
      #expect(!bytes.isEmpty && read(.file(path: "/proc/version")) == read(.bytes(bytes)))
    #endif
  }

  @Test("a folder cannot be read")
  func folder() {
    let outcome = read(.file(path: FileManager.default.temporaryDirectory.path))
    #expect(outcome.error == CSVError(.readFailed(errno: EISDIR)))
  }
}
