import Synchronization
import Testing

@testable import CSVCore

/// A source that yields its bytes in pieces of random sizes, and may break off.
private final class Trickle: CSVStream {
  private let bytes: [UInt8]
  private let failure: CSVReadFailure?
  private let state: Mutex<(position: Int, generator: SeededGenerator)>

  init(_ bytes: [UInt8], seed: UInt64, failure: CSVReadFailure?) {
    self.bytes = bytes
    self.failure = failure
    state = Mutex((0, SeededGenerator(seed: seed)))
  }

  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CSVReadFailure) -> Int {
    let piece = state.withLock { state in
      let most = min(range.count, bytes.count - state.position, 1 + Int(state.generator.next() % 9))
      state.position += most
      return state.position - most..<state.position
    }
    if piece.isEmpty, let failure { throw failure }
    buffer.replaceSubrange(range.lowerBound..<range.lowerBound + piece.count, with: bytes[piece])
    return piece.count
  }
}

private func trickle(_ bytes: [UInt8], seed: UInt64, failure: CSVReadFailure? = nil) -> CSVSource {
  .stream(CSVStreamSource(name: "\(seed)") { Trickle(bytes, seed: seed, failure: failure) })
}

@Suite struct StreamTests {
  @Test func aStreamReadsAsItsBytesDo() {
    var generator = SeededGenerator(seed: 1968)
    for file in 0..<400 {
      let dialect = PropertyTests.dialects.randomElement(using: &generator) ?? .commas
      let bytes =
        switch file % 3 {
        case 0: randomNoise(&generator, dialect: dialect)
        case 1: randomFile(&generator, dialect: dialect)
        default: randomPlainFile(&generator, dialect: dialect)
        }
      let expected = read(.bytes(bytes), dialect: dialect)
      let source = trickle(bytes, seed: generator.next())
      let blockSize = [1, 7, 64, 1 << 18].randomElement(using: &generator)
      #expect(read(source, dialect: dialect, blockSize: blockSize) == expected)
      // It can be opened again, and goes on in one piece where several were asked for.
      let path = ScanPath.available.randomElement(using: &generator) ?? .bytewise
      #expect(
        readRanges(source, dialect: dialect, ranges: 3, blockSize: blockSize ?? 64, path: path) == expected)
    }
  }

  /// Where a stream breaks off, the whole records before are delivered, and the error stands at the one that was cut.
  @Test func theRecordsBeforeAFailureAreDelivered() {
    var generator = SeededGenerator(seed: 1969)
    var cut = 0
    for _ in 0..<300 {
      let whole = randomPlainFile(&generator, dialect: .commas)
      let bytes = Array(whole.prefix(Int(generator.next() % UInt64(whole.count + 1))))
      let failure: CSVReadFailure = generator.next() & 1 == 0 ? .damaged : .system(errno: 5)
      let outcome = read(
        trickle(bytes, seed: generator.next(), failure: failure), blockSize: 1 + Int(generator.next() % 90))
      // The same bytes with an end: its last record may be one only because the source ended.
      let ended = read(.bytes(bytes))
      guard let error = outcome.error, ended.error == nil else { continue }
      #expect(error.kind == failure.kind)
      #expect(ended.records.starts(with: outcome.records))
      #expect(ended.records.count - outcome.records.count <= 1)
      if ended.records.count > outcome.records.count {
        cut += 1
        #expect(error.position.byteOffset <= ended.offsets[outcome.records.count])
        #expect(error.position.line <= ended.lines[outcome.records.count])
      }
    }
    #expect(cut > 50)
  }

  @Test func theBeginningOfABrokenStreamIsASample() throws {
    let source = trickle(Array("a,b\n1".utf8), seed: 1, failure: .damaged)
    #expect(try source.beginning(5) == Array("a,b\n1".utf8))
    #expect(throws: CSVError(.damagedSource)) { try source.beginning(6) }
    #expect(source.sample(6) == Array("a,b\n1".utf8))
  }
}
