import Catalogue
import Datasets
import Findings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an engine found in large files, kept beside them in `.thapnien/`, which may be removed at any time.
///
/// An entry is used only while every file that it depends on is the one that was read: the resource's own, the
/// descriptor, the catalogue, the lists that rows refer to. A file that was modified within the file system's grain of
/// the reading may have been modified after it without a trace, so it counts as another one, as in git's index
/// (https://git-scm.com/docs/racy-git). Times are those of the file system alone.
///
/// Whatever goes wrong here is as if there were no cache: a folder that cannot be written, an entry that is cut short.
struct CellCache {
  static let folderName = ".thapnien"
  private static let signature = Array("thapnien cells 1\n".utf8)

  private let plan: AggregationPlan
  private let use: CacheUse
  private let folder: String

  /// Nil where nothing is kept: it is not wanted, the files are small, or others are read in place of the package's.
  init?(_ plan: AggregationPlan) {
    guard let use = plan.package.cache, !plan.resource.paths.isEmpty,
      !plan.package.isReplaced(plan.resource.name), !Self.others(plan).contains(where: plan.package.isReplaced)
    else { return nil }
    let sizes = plan.resource.paths.map { FileIdentity(plan.package.path(of: $0))?.size ?? 0 }
    guard sizes.reduce(0, +) >= use.smallestSize else { return nil }
    self.plan = plan
    self.use = use
    folder = plan.package.path(of: Self.folderName)
  }

  /// The table that is kept, else what `make` makes, which is kept then.
  static func table(
    of plan: AggregationPlan, make: () throws(Failure) -> CellTable
  ) throws(Failure) -> CellTable {
    guard let cache = CellCache(plan) else { return try make() }
    if let table = cache.kept() { return table }
    let (before, began) = (cache.key, cache.now())
    let table = try make()
    if let before, let began, before == cache.key { cache.keep(table, key: before, began: began) }
    return table
  }

  // MARK: What it depends on

  /// The files that the cells depend on, the large ones first.
  private var files: [String] {
    let others = Self.others(plan).sorted().flatMap { plan.package.resource(named: $0)?.paths ?? [] }
    return plan.resource.paths + [DataPackage.descriptorName, Catalogue.fileName] + others
  }

  /// The other resources that they depend on.
  private static func others(_ plan: AggregationPlan) -> Set<String> {
    var resources = Set(plan.resource.foreignKeys.map(\.resource))
    resources.formUnion(plan.memberLists)
    resources.insert(Corrections.resourceName)
    resources.remove(plan.resource.name)
    return resources
  }

  /// Everything that decides whether an entry is this one; nil where a file is not there.
  private var key: [UInt8]? {
    var writer = ByteWriter()
    writer.add(use.program)
    writer.add(plan.resource.name)
    for measure in plan.measures { writer.add(measure.name) }
    writer.add(grain)
    for file in files {
      guard let identity = FileIdentity(plan.package.path(of: file)) else { return nil }
      writer.add(file)
      writer.add(identity.size)
      writer.add(identity.inode)
      writer.add(identity.modified)
      writer.add(identity.changed)
    }
    return writer.bytes
  }

  /// Empty for the finest.
  private var grain: String { plan.grain?.name ?? "" }

  /// The latest time at which one of the files was modified.
  private var latest: Int? {
    files.compactMap { FileIdentity(plan.package.path(of: $0)) }.map { max($0.modified, $0.changed) }.max()
  }

  // MARK: Entries

  /// One a resource and grain: the next one takes its place.
  private var path: String { "\(folder)/\(name).cells" }

  private var name: String {
    // Questions of several grains do not take each other's place.
    let digits = String(ByteCheck.sum(Array("\(plan.resource.name)\u{0}\(grain)".utf8)), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func kept() -> CellTable? {
    guard isFolder, let size = FileIdentity(path)?.size, let bytes = TextFile.firstBytes(of: path, limit: size),
      let key, let latest
    else { return nil }
    let length = Self.signature.count
    guard bytes.count > length + 8, bytes.starts(with: Self.signature) else { return nil }
    let body = bytes[length..<bytes.count - 8]
    guard Self.word(bytes[(bytes.count - 8)...]) == ByteCheck.sum(body) else { return nil }
    var reader = ByteReader(body)
    guard let began = try? reader.integer(), let count = try? reader.count(), count == key.count else { return nil }
    let start = reader.position
    guard body[start..<start + count].elementsEqual(key), latest < began - use.grain else { return nil }
    return CellTableCoding.table(body[(start + count)...], grain: plan.grain)
  }

  /// Written beside and renamed: who reads meanwhile finds the one before, and of several who write the last one stays.
  private func keep(_ table: CellTable, key: [UInt8], began: Int) {
    // Nobody could use it.
    guard let latest, latest < began - use.grain else { return }
    guard let content = CellTableCoding.bytes(of: table), let part = makePart() else { return }
    var writer = ByteWriter()
    writer.add(began)
    writer.add(UInt64(key.count))
    let body = writer.bytes + key + content
    let sum = ByteCheck.sum(body)
    let check = (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
    let isDone = Self.fill(part.descriptor, Self.signature + body + check) && rename(part.path, path) == 0
    if !isDone { unlink(part.path) }
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  // MARK: The folder

  /// A link in its place is not followed: it may lead anywhere.
  private var isFolder: Bool {
    var status = stat()
    return lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What the file system's clock says: that of a file that is made now.
  private func now() -> Int? {
    if mkdir(folder, 0o777) == 0 {
      let ignore = open("\(folder)/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if ignore >= 0 { _ = Self.fill(ignore, Array("*\n".utf8)) }
    }
    guard isFolder, let part = makePart() else { return nil }
    defer {
      close(part.descriptor)
      unlink(part.path)
    }
    return FileIdentity(part.path)?.modified
  }

  /// A new file of this process alone.
  private func makePart() -> (path: String, descriptor: Int32)? {
    for number in 0..<64 {
      let path = "\(folder)/\(name).\(getpid())-\(number).part"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
      if descriptor >= 0 { return (path, descriptor) }
      guard errno == EEXIST else { return nil }
    }
    return nil
  }

  /// Writes all bytes and closes; false when that failed.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var done = 0
    var isWhole = true
    while done < bytes.count, isWhole {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done) }
      if written < 0, errno == EINTR { continue }
      isWhole = written > 0
      done += max(0, written)
    }
    return close(descriptor) == 0 && isWhole
  }
}
