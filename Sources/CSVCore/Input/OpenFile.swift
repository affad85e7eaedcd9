#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file descriptor, closed when its last owner goes. Several readers may share it: where a file has offsets,
/// none of them moves the descriptor's own.
final class OpenFile: Sendable {
  private let descriptor: Int32
  /// The size of a regular file when it was opened; nil for pipes, devices and folders, which are read as they come.
  let size: Int?

  init(at path: String) throws(CSVError) {
    // A NUL would cut the path short and open another file.
    guard !path.utf8.contains(Byte.nul) else { throw CSVError(.openFailed(errno: ENOENT)) }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CSVError(.openFailed(errno: errno)) }
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) : nil
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// Reads at least one byte, from an offset where the file has offsets; 0 at the end of the file.
  func read(into buffer: inout [UInt8], _ range: Range<Int>, from offset: Int) throws(CSVReadFailure) -> Int {
    while true {
      // `range` was reserved by the caller and lies within the buffer, which the rebasing checks.
      let count = buffer.withUnsafeMutableBytes { whole in
        let part = UnsafeMutableRawBufferPointer(rebasing: whole[range])
        return size == nil
          ? systemRead(descriptor, part.baseAddress, part.count)
          : pread(descriptor, part.baseAddress, part.count, off_t(offset))
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .system(errno: errno) }
    }
  }
}

/// The C function, whose name the method above would hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
