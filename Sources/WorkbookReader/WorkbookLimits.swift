/// How much of a workbook is read before it is refused: far above any honest one, far below what a machine cannot bear.
///
/// Sizes are counted while parts are decompressed; what their headers claim decides nothing.
public struct WorkbookLimits: Sendable, Hashable {
  /// Bytes of the file.
  public var file = 256 << 20
  /// Parts in the archive.
  public var parts = 10_000
  /// Bytes that one part, and all parts together, may decompress to.
  public var part = 256 << 20
  public var total = 512 << 20
  /// Bytes that may come out for each one that went in, once more than `freeBytes` came out of a part.
  public var ratio = 250
  public var freeBytes = 4 << 20
  /// Elements within each other.
  public var depth = 64
  /// Bytes of one tag, one text or one piece of markup.
  public var token = 1 << 20
  /// Different texts of a workbook.
  public var strings = 1_000_000
  /// Cells of all sheets.
  public var cells = 5_000_000
  public var sheets = 1_000

  public init() {}
}
