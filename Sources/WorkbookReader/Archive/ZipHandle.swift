import CMinizip

/// The owner of one open archive of the C library: closed once, when it is dropped. No pointer leaves it.
struct ZipHandle: ~Copyable {
  struct Entry {
    var name: String
    var compressed: Int
    /// As the archive's directory says; compared with what comes out.
    var claimed: Int
    var isEncrypted: Bool
    fileprivate var place: unz64_file_pos
  }

  private let file: unzFile
  private static let pieceSize = 64 << 10

  init(path: String) throws(WorkbookReadError) {
    guard let file = unzOpen64(path) else { throw .notAnArchive }
    self.file = file
  }

  deinit { unzClose(file) }

  /// The archive's directory, in its order.
  func entries(limit: Int) throws(WorkbookReadError) -> [Entry] {
    var global = unz_global_info64()
    guard unzGetGlobalInfo64(file, &global) == UNZ_OK else { throw .notAnArchive }
    guard global.number_entry <= UInt64(limit) else { throw .tooManyParts(Int(clamping: global.number_entry)) }
    var entries: [Entry] = []
    var code = unzGoToFirstFile(file)
    while code == UNZ_OK {
      entries.append(try entry())
      guard entries.count <= limit else { throw .tooManyParts(entries.count) }
      code = unzGoToNextFile(file)
    }
    guard code == UNZ_END_OF_LIST_OF_FILE, entries.count == Int(clamping: global.number_entry) else {
      throw .notAnArchive
    }
    return entries
  }

  private func entry() throws(WorkbookReadError) -> Entry {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: PartName.longest + 1)
    let code = unzGetCurrentFileInfo64(file, &info, &name, UInt(name.count), nil, 0, nil, 0)
    guard code == UNZ_OK else { throw .notAnArchive }
    guard info.size_filename <= PartName.longest,
      let text = String(validating: name.prefix(Int(info.size_filename)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    else { throw .unsafeName(String(decoding: name.map { UInt8(bitPattern: $0) }.prefix { $0 != 0 }, as: UTF8.self)) }
    var place = unz64_file_pos()
    guard unzGetFilePos64(file, &place) == UNZ_OK else { throw .notAnArchive }
    return Entry(
      name: text, compressed: Int(clamping: info.compressed_size), claimed: Int(clamping: info.uncompressed_size),
      isEncrypted: info.flag & 1 != 0, place: place)
  }

  /// Decompresses a part piece by piece; length and checksum are compared at the end.
  func read(
    _ entry: Entry, take: (ArraySlice<UInt8>) throws(WorkbookReadError) -> Void
  ) throws(WorkbookReadError) {
    var place = entry.place
    guard unzGoToFilePos64(file, &place) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else {
      throw .damaged(part: entry.name)
    }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(file) } }
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    var length = 0
    while true {
      let count = Int(unzReadCurrentFile(file, &piece, UInt32(piece.count)))
      guard count >= 0, count <= piece.count else { throw .damaged(part: entry.name) }
      if count == 0 { break }
      length += count
      try take(piece[..<count])
    }
    isOpen = false
    guard unzCloseCurrentFile(file) == UNZ_OK, length == entry.claimed else { throw .damaged(part: entry.name) }
  }
}
