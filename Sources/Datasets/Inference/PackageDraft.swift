public import Findings
public import Language
import Values

/// A first data package for some CSV files: what to write, what to copy, what is left to a person.
public struct PackageDraft: Sendable {
  public struct File: Sendable, Hashable {
    public let name: String
    public let text: String
  }

  public struct Copy: Sendable, Hashable {
    /// As it was given.
    public let path: String
    public let name: String
  }

  public private(set) var tables: [InferredTable] = []
  /// The CSV files of the package are copies: it does not change when the original does.
  public private(set) var copies: [Copy] = []
  public private(set) var doubts: [Doubt] = []
  /// What only a person can fill in.
  public private(set) var tasks: [LocalizedText] = []
  let name: String
  var lists: [MemberList] = []
  /// Of all units of the package.
  var level: String?

  /// - Parameters:
  ///   - name: of the folder that the package will be.
  ///   - paths: the CSV files.
  /// - Throws: what `TableInference.infer` throws.
  public init(name: String, from paths: [String]) throws(Failure) {
    self.name = ColumnWords.slug(name)
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.dropLast().joined(separator: "/")
      let file = String(parts.last ?? "")
      var table = try TableInference.infer(folder: folder.isEmpty && parts.count > 1 ? "/" : folder, file: file)
      table.name = unused(table.name)
      copies.append(Copy(path: path, name: "\(table.name).csv\(Gzip.isCompressed(file) ? ".gz" : "")"))
      tables.append(table)
    }
    try gatherMembers()
    doubts = tables.flatMap(\.doubts)
    for table in tables where !isPublished(table) && !table.isWide {
      doubts.append(Doubt(table.file, nil, Messages.inferNoRoles))
    }
    for list in lists {
      guard let conflict = list.conflict else { continue }
      doubts.append(Doubt("\(list.resource).csv", conflict.code, Messages.inferTwoNames(conflict.names)))
    }
    gatherTasks()
  }

  /// Tables from which figures can be taken as they are: a year in every row, and a number.
  func isPublished(_ table: InferredTable) -> Bool {
    table.column(playing: .year) != nil && table.column(playing: .measure) != nil && !table.isWide
  }

  /// A name that no table has yet.
  private func unused(_ name: String) -> String {
    let taken = Set(tables.map(\.name) + lists.map(\.resource))
    var candidate = name
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  private mutating func gatherMembers() throws(Failure) {
    let levels = Set(tables.compactMap { $0.column(playing: .unit) }.compactMap { ColumnWords($0.name).unitLevel })
    if !levels.isEmpty { level = levels.count == 1 ? levels.first : "unit" }
    for table in tables {
      for column in table.columns {
        guard let dimension = Self.dimension(of: column) else { continue }
        var index = lists.firstIndex { $0.dimension == dimension }
        if index == nil {
          lists.append(MemberList(dimension: dimension, resource: unused(Self.resource(of: dimension))))
          index = lists.count - 1
        }
        guard let index else { continue }
        lists[index].add(column.members ?? [])
        if column.part == .unit, let name = table.column(playing: .unitName) {
          try lists[index].addNames(table, code: column.name, name: name.name)
        }
      }
    }
  }

  /// Nil where the column holds no members of a dimension.
  static func dimension(of column: InferredColumn) -> String? {
    switch column.part {
    case .unit: return "unit"
    case .organisation: return "organisation"
    case .breakdown:
      let slug = ColumnWords.slug(column.name)
      return ["unit", "organisation", "period"].contains(slug) ? "\(slug)-column" : slug
    default: return nil
    }
  }

  private static func resource(of dimension: String) -> String {
    dimension == "unit" ? "units" : dimension == "organisation" ? "organisations" : "\(dimension)-list"
  }

  private mutating func gatherTasks() {
    tasks = [Messages.fillSources, Messages.fillTitle]
    if level != nil { tasks.append(Messages.fillUnits) }
    if lists.contains(where: { $0.dimension != "unit" }) {
      tasks.append(Messages.fillMembers(lists.filter { $0.dimension != "unit" }.map { "\($0.resource).csv" }))
    }
    tasks.append(catalogue == nil ? Messages.fillCatalogue : Messages.fillIndicators)
  }

  /// Everything but the copies, in the order in which it is to be read.
  public func files(in language: OutputLanguage) -> [File] {
    var files = [File(name: DataPackage.descriptorName, text: descriptor)]
    if let catalogue { files.append(File(name: "indicators.yaml", text: catalogue)) }
    for list in lists {
      let level = list.dimension == "unit" ? level : nil
      files.append(File(name: "\(list.resource).csv", text: list.csv(level: level)))
    }
    files.append(File(name: "README.md", text: readme(language)))
    return files
  }

  private func readme(_ language: OutputLanguage) -> String {
    var text = "# \(name)\n\n## \(Messages.toFillIn[language])\n\n"
    text += tasks.map { "- \($0[language])\n" }.joined()
    if !doubts.isEmpty {
      text += "\n## \(Messages.notSure[language])\n\n" + doubts.map { "- \($0.line[language])\n" }.joined()
    }
    return text
  }
}

extension Doubt {
  /// `gdp.csv, Value: …`.
  public var line: LocalizedText {
    let place = column.map { "\(file), \($0)" } ?? file
    return LocalizedText(vi: "\(place): \(message.vietnamese)", en: "\(place): \(message.english)")
  }
}
