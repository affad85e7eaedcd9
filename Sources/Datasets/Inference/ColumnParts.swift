import Language
import Values

/// Which column plays which part, from names and values.
extension InferredTable {
  mutating func assignParts() {
    assignYears()
    for index in columns.indices where columns[index].part == .none {
      let words = ColumnWords(columns[index].name)
      if words.saysFlags, columns[index].kind == .string, areFlags(columns[index]) {
        columns[index].part = .flags
      } else if columns[index].kind == .string, !columns[index].hasMissing, words.saysOrganisation,
        columns[index].members != nil, column(playing: .organisation) == nil
      {
        columns[index].part = .organisation
      }
    }
    assignUnits()
    for index in columns.indices where columns[index].part == .none {
      if columns[index].kind == .integer || columns[index].kind == .number { columns[index].part = .measure }
    }
  }

  /// One column of years, by its name or, where none is so named, the first that holds nothing else and is not the
  /// only column of numbers. Columns that are named by years are one each.
  private mutating func assignYears() {
    let headings = columns.indices.filter { index in
      let isNumber = columns[index].kind == .integer || columns[index].kind == .number || columns[index].kind == .year
      return ColumnWords(columns[index].name).year != nil && isNumber
    }
    if headings.count > 1 {
      for index in headings { columns[index].part = .yearHeading }
      doubt(nil, Messages.inferWide(columns[headings[0]].name, columns[headings[headings.count - 1]].name))
    }
    let years = columns.indices.filter { columns[$0].part == .year }
    let numbers = columns.count { $0.kind == .integer || $0.kind == .number }
    let chosen =
      years.first { columns[$0].kind == .year && !columns[$0].hasMissing }
      ?? years.first { columns[$0].kind == .integer && !columns[$0].hasMissing && numbers > 1 }
    for index in years where index != chosen {
      columns[index].part = .none
      if columns[index].kind == .year { doubt(columns[index].name, Messages.inferSecondYear) }
    }
    guard let chosen, columns[chosen].kind == .integer else { return }
    columns[chosen].kind = .year
    doubt(columns[chosen].name, Messages.inferYearByValues)
  }

  private func areFlags(_ column: InferredColumn) -> Bool {
    guard let members = column.members, !members.isEmpty else { return false }
    return members.allSatisfy { StatusFlags(codes: $0) != nil }
  }

  /// The column of codes before the one of names.
  private mutating func assignUnits() {
    let units = columns.indices.filter { index in
      columns[index].part == .none && columns[index].kind == .string
        && ColumnWords(columns[index].name).unitLevel != nil
    }
    let usable = units.filter { !columns[$0].hasMissing && columns[$0].members != nil }
    guard let chosen = usable.first(where: { ColumnWords(columns[$0].name).saysCode }) ?? usable.first else {
      if let first = units.first { doubt(columns[first].name, Messages.inferIncompleteUnits) }
      return
    }
    columns[chosen].part = .unit
    let level = ColumnWords(columns[chosen].name).unitLevel
    let name = units.first { index in
      let words = ColumnWords(columns[index].name)
      return index != chosen && !words.saysCode && (words.unitLevel == level || words.saysName)
    }
    if let name { columns[name].part = .unitName }
    let totals = columns[chosen].members?.filter(ColumnWords.isTotal) ?? []
    if !totals.isEmpty { doubt(columns[chosen].name, Messages.inferTotals(Array(totals.prefix(3)))) }
  }
}
