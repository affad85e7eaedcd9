#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command writes: a file descriptor, or memory for another program.
public final class OutputStream {
  /// What writing can end in.
  public enum Ending: Sendable, Hashable {
    /// The reader has gone: not an error, the command ends quietly.
    case closed
    /// Anything else, such as a full disk.
    case failed(errno: Int32)
  }

  let descriptor: Int32?
  /// What was written, when there is no descriptor.
  public private(set) var text = ""
  /// What has to go from the terminal before anything is written to it.
  var beforeWriting: (() -> Void)?
  /// Set when nothing more can be written.
  public private(set) var ending: Ending?

  /// - Parameter descriptor: nil keeps everything in `text`.
  public init(descriptor: Int32?) { self.descriptor = descriptor }

  public var isTerminal: Bool { descriptor.map { isatty($0) == 1 } ?? false }

  /// The terminal's columns; nil when it is not one or does not say.
  public var columns: Int? {
    guard let descriptor, isTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  public func write(_ text: String) {
    guard ending == nil else { return }
    beforeWriting?()
    guard descriptor != nil else {
      self.text += text
      return
    }
    write(Array(text.utf8))
  }

  /// Only where there is a descriptor.
  func write(_ bytes: [UInt8]) {
    guard ending == nil, let descriptor else { return }
    beforeWriting?()
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { unsafeWrite(descriptor, $0) }
      if written < 0 {
        if errno == EINTR { continue }
        ending = errno == EPIPE ? .closed : .failed(errno: errno)
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// The pointer is valid for the call only, and its count is passed with it.
  private func unsafeWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
