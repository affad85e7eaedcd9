extension CSVSource {
  /// The first bytes of the source, fewer only where it is shorter. Throws `openFailed`, `readFailed` or
  /// `damagedSource`.
  public func beginning(_ count: Int) throws(CSVError) -> [UInt8] {
    let (bytes, failure) = try read(count)
    if let failure { throw CSVError(failure.kind) }
    return bytes
  }

  /// As many of the first bytes as can be had, for guessing what a source is.
  public func sample(_ count: Int) -> [UInt8] { (try? read(count))?.bytes ?? [] }

  private func read(_ count: Int) throws(CSVError) -> (bytes: [UInt8], failure: CSVReadFailure?) {
    guard count > 0 else { return ([], nil) }
    var input = try ByteInput(self)
    let wanted = min(count, input.most)
    var bytes = [UInt8](repeating: 0, count: wanted)
    let (filled, failure) = input.fill(&bytes, 0..<wanted)
    bytes.removeLast(wanted - filled)
    return (bytes, failure)
  }
}
