import CSVCore
import Synchronization

/// What a gzip file holds, decompressed while it is read: memory does not depend on its length.
final class GzipStream: CSVStream {
  fileprivate struct State: ~Copyable {
    var input: ByteInput
    var inflate: Inflate
    /// Compressed bytes, those in `rest` not yet taken.
    var compressed: [UInt8]
    var rest = 0..<0
    var isAtEnd = false
    /// The bytes so far are whole members.
    var isBetweenMembers = false
    var failure: CSVReadFailure?
  }

  private static let blockSize = 64 << 10
  private let state: Mutex<State>

  /// Throws `openFailed`.
  init(path: String) throws(CSVError) {
    let input = try ByteInput(.file(path: path))
    let inflate: Inflate
    do throws(Inflate.Problem) { inflate = try Inflate() } catch { throw CSVError(.damagedSource) }
    state = Mutex(
      State(input: input, inflate: inflate, compressed: Array(repeating: 0, count: Self.blockSize)))
  }

  static func source(_ path: String) -> CSVSource {
    .stream(CSVStreamSource(name: path) { () throws(CSVError) in try GzipStream(path: path) })
  }

  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CSVReadFailure) -> Int {
    try state.withLock { state throws(CSVReadFailure) in try state.read(into: &buffer, range) }
  }
}

extension GzipStream.State {
  mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CSVReadFailure) -> Int {
    if let failure { throw failure }
    do throws(CSVReadFailure) { return try take(into: &buffer, range) } catch {
      failure = error
      throw error
    }
  }

  private mutating func take(into buffer: inout [UInt8], _ range: Range<Int>) throws(CSVReadFailure) -> Int {
    while true {
      if rest.isEmpty && !isAtEnd { try refill() }
      if rest.isEmpty && isBetweenMembers { return 0 }
      let step: Inflate.Step
      do throws(Inflate.Problem) { step = try inflate.step(compressed, rest, into: &buffer, range) } catch {
        throw .damaged
      }
      rest = rest.lowerBound + step.taken..<rest.upperBound
      isBetweenMembers = step.isMemberEnd
      if step.given > 0 { return step.given }
      if step.taken == 0 && !step.isMemberEnd && isAtEnd { throw .damaged }
    }
  }

  private mutating func refill() throws(CSVReadFailure) {
    let (count, trouble) = input.fill(&compressed, compressed.indices)
    rest = 0..<count
    if count == 0, let trouble { throw trouble }
    isAtEnd = count == 0
  }
}
