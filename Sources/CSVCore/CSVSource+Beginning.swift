extension CSVSource {
  /// The first bytes of the source, fewer only where it is shorter. Throws `openFailed` or `readFailed`.
  public func beginning(_ count: Int) throws(CSVError) -> [UInt8] {
    guard count > 0 else { return [] }
    var input = try ByteInput(self)
    let wanted = min(count, input.most)
    var bytes = [UInt8](repeating: 0, count: wanted)
    do {
      bytes.removeLast(wanted - (try input.fill(&bytes, 0..<wanted)))
    } catch {
      throw CSVError(.readFailed(errno: error.errno))
    }
    return bytes
  }
}
