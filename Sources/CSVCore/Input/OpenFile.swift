#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct ReadFailure: Error {
  var errno: Int32
}

/// An open file descriptor, closed when it goes. Not private: a private type without copies, stored in one that other
/// files see, stops the compiler (6.3).
struct OpenFile: ~Copyable, Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  static func at(_ path: String) throws(CSVError) -> OpenFile {
    // A NUL would cut the path short and open another file.
    guard !path.utf8.contains(Byte.nul) else { throw CSVError(.openFailed(errno: ENOENT)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CSVError(.openFailed(errno: errno)) }
    return OpenFile(descriptor: descriptor)
  }

  deinit { _ = close(descriptor) }

  /// Reads at least one byte; 0 at the end of the file.
  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(ReadFailure) -> Int {
    let descriptor = descriptor
    while true {
      // `range` was reserved by the caller and lies within the buffer, which the rebasing checks.
      let count = buffer.withUnsafeMutableBytes { whole in
        let part = UnsafeMutableRawBufferPointer(rebasing: whole[range])
        return systemRead(descriptor, part.baseAddress, part.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw ReadFailure(errno: errno) }
    }
  }
}

/// The C function, whose name the methods above would hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
