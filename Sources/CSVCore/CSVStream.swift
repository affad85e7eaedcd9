/// Bytes that come once, from their start to their end, such as those of a compressed file.
public protocol CSVStream: AnyObject, Sendable {
  /// Puts some bytes into a stretch of the buffer, which is not empty; returns how many, 0 only at the end. After an
  /// error every call throws it again.
  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(CSVReadFailure) -> Int
}

/// Why no more bytes of a source can be had.
public enum CSVReadFailure: Error, Sendable, Hashable {
  /// The system says so; the number is `errno`.
  case system(errno: Int32)
  /// What holds the bytes is cut short or spoilt.
  case damaged

  var kind: CSVError.Kind {
    switch self {
    case .system(let errno): .readFailed(errno: errno)
    case .damaged: .damagedSource
    }
  }
}

/// A stream that begins anew each time it is opened, so that a source can be read twice.
public struct CSVStreamSource: Sendable, Hashable {
  /// What tells it apart from other streams, such as the path of its file.
  public let name: String
  let open: @Sendable () throws(CSVError) -> any CSVStream

  public init(name: String, open: @escaping @Sendable () throws(CSVError) -> any CSVStream) {
    self.name = name
    self.open = open
  }

  public static func == (one: Self, other: Self) -> Bool { one.name == other.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
