/// Whether what was computed from a package's large files may be kept beside them, in `.thapnien/`.
public struct CacheUse: Sendable, Hashable {
  /// The program that computes: what another version kept is not used.
  public var program: String
  /// In bytes: resources with less are read again faster than anybody notices.
  public var smallestSize: Int
  /// In nanoseconds: what times of modification are exact to. Unless given, as on the coarsest file system in use (FAT).
  public var grain: Int

  public init(program: String, smallestSize: Int = 16 << 20, grain: Int = 2_000_000_000) {
    self.program = program
    self.smallestSize = smallestSize
    self.grain = grain
  }
}
