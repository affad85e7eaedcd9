import Values

/// The catalogue of a draft: the roles of columns, and one indicator for each column of numbers.
///
/// Whether a number may be summed over time or over units cannot be seen in it. So every measure is `published`, which
/// is never summed: a first answer may be a refusal, and is no wrong total.
extension PackageDraft {
  private struct Figure {
    let code: String
    let table: InferredTable
    let column: InferredColumn
    let title: String
  }

  /// Nil where no table has figures by year.
  var catalogue: String? {
    let published = tables.filter(isPublished)
    guard !published.isEmpty else { return nil }
    var text = "catalogue: 1\ntitle: \(Self.quoted(name))\n\ndimensions:"
    let used = lists.filter { list in
      published.contains { $0.columns.contains { Self.dimension(of: $0) == list.dimension } }
    }
    text += used.isEmpty ? " {}\n" : "\n"
    for list in used {
      let level = list.dimension == "unit" ? ", level: level" : ""
      text +=
        "  \(list.dimension): {resource: \(list.resource), key: code\(level), names: {vi: name_vi, en: name_en}}\n"
    }
    text += "\nresources:\n" + published.map { "  \($0.name): {\(roles($0))}\n" }.joined()
    let figures = figures(published)
    text += "\nmeasures:\n"
    for figure in figures {
      text +=
        "  \(figure.code): {resource: \(figure.table.name), column: \(Self.quoted(figure.column.name)), kind: published}\n"
    }
    text += "\nindicators:\n"
    for figure in figures {
      text += "  \(figure.code):\n    names: {vi: \(Self.quoted(figure.title)), en: \(Self.quoted(figure.title))}\n"
      text += "    value: \(figure.code)\n    unit: \(figure.column.isPercentage ? "percent" : "number")\n"
      text += "    decimals: \(min(figure.column.decimals, Self.mostDecimals))\n"
    }
    return text
  }

  /// What an indicator may print.
  private static let mostDecimals = 8

  private func roles(_ table: InferredTable) -> String {
    var parts: [String] = []
    var breakdowns: [String] = []
    for column in table.columns {
      let name = Self.quoted(column.name)
      switch column.part {
      case .year: parts.append("period: \(name)")
      case .unit: parts.append("unit: \(name), level: \(level ?? "unit")")
      case .flags: parts.append("flags: \(name)")
      case .organisation, .breakdown:
        if let dimension = Self.dimension(of: column) { breakdowns.append("\(dimension): \(name)") }
      case .unitName, .measure, .yearHeading, .none: break
      }
    }
    if !breakdowns.isEmpty { parts.append("dimensions: {\(breakdowns.joined(separator: ", "))}") }
    return parts.joined(separator: ", ")
  }

  /// `value` says nothing: the table's name does.
  private static let generic: Set<String> = [
    "value", "values", "gia-tri", "so-lieu", "number", "count", "total", "amount",
  ]

  private func figures(_ tables: [InferredTable]) -> [Figure] {
    var taken: Set<String> = []
    return tables.flatMap { table in
      table.columns.filter { $0.part == .measure }.map { column in
        let slug = ColumnWords.slug(column.name)
        let isGeneric = Self.generic.contains(slug)
        var code = isGeneric ? table.name : slug
        if !taken.insert(code).inserted {
          code = "\(table.name)-\(slug)"
          var number = 2
          while !taken.insert(code).inserted {
            code = "\(table.name)-\(slug)-\(number)"
            number += 1
          }
        }
        let title = isGeneric ? TableInference.stem(table.file) : column.name
        return Figure(code: code, table: table, column: column, title: title)
      }
    }
  }

  /// A JSON text is a YAML text.
  private static func quoted(_ text: String) -> String { JSONWriter(.compact).string(.string(text)) }
}
