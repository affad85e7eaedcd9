public import CSVCore
public import Findings

/// One table of a data package and its schema: a CSV file, several files of one form, or rows in the descriptor itself.
public struct ResourceDescriptor: Sendable {
  public struct ForeignKey: Sendable {
    public let fields: [String]
    /// The resource referred to.
    public let resource: String
    public let referredFields: [String]
    public let position: Position
  }

  /// How the columns of a file and the declared fields have to agree.
  public enum FieldsMatch: String, Sendable, CaseIterable {
    /// The same names in the same order.
    case exact
    /// The same names in any order. This is what holds unless something is declared.
    case equal
    /// The file may have more columns.
    case subset
    /// The file may have fewer.
    case superset
    /// Either.
    case partial

    var allowsMore: Bool { self == .subset || self == .partial }
    var allowsFewer: Bool { self == .superset || self == .partial }
  }

  public let name: String
  /// Relative to the package, inside it: the first file, or the descriptor for rows that stand in it.
  public var path: String { paths.first ?? DataPackage.descriptorName }
  /// All files, in the order in which they are read.
  public private(set) var paths: [String]
  /// Where rows can stand: the files, or the descriptor for rows that stand in it.
  public var files: [String] { paths.isEmpty ? [path] : paths }
  public let title: String?
  public let position: Position
  /// The figures are made up for illustration; every output made from them says so.
  public let isIllustrative: Bool
  public let dialect: CSVDialect
  let layout: HeaderLayout
  /// Nil where the descriptor does not say: UTF-8, or UTF-16 that announces itself.
  let encoding: TextEncoding?
  private(set) var inline: InlineRows?
  public let fields: [FieldDescriptor]
  public let fieldsMatch: FieldsMatch
  public private(set) var primaryKey: [String]
  /// Further sets of columns that no two rows have in common.
  public private(set) var uniqueKeys: [[String]]
  public private(set) var foreignKeys: [ForeignKey]

  public func field(named name: String) -> FieldDescriptor? { fields.first { $0.name == name } }
  public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }

  /// The same table with its fields alone, for looking up values.
  var withoutKeys: ResourceDescriptor {
    var copy = self
    copy.primaryKey = []
    copy.uniqueKeys = []
    copy.foreignKeys = []
    return copy
  }

  /// The same table with some of its references.
  func keeping(foreignKeys: [ForeignKey]) -> ResourceDescriptor {
    var copy = self
    copy.foreignKeys = foreignKeys
    return copy
  }

  /// The same columns in another file, which need not belong to a package: references are not looked up.
  func standing(in file: String) -> ResourceDescriptor { read(from: file).keeping(foreignKeys: []) }

  /// The same table, its rows in one other file.
  func read(from file: String) -> ResourceDescriptor {
    var copy = self
    copy.paths = [file]
    copy.inline = nil
    return copy
  }
}

/// Where the header of a file stands.
struct HeaderLayout: Sendable {
  var hasHeader = true
  /// Physical lines of the header, from 1; empty for the first row that is no comment.
  var rows: [Int] = []
  /// Between the parts of a name that stand in several rows.
  var join = " "
  /// Physical lines to be passed over.
  var commentRows: Set<Int> = []
}
