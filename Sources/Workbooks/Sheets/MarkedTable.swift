import Language
import Reports
import Values

/// A table with its signs (`...`, `x`, `(*)`, `(mh)`) in columns of their own, so that a column of numbers holds numbers
/// or nothing.
///
/// What all numbers of a column share is said once, in its heading.
struct MarkedTable: Sendable {
  /// As it is shown.
  let table: ReportTable
  /// For each column of the document, the shown one.
  let places: [Int]
  /// The shown columns that hold signs; each stands behind the column that it is about.
  let marks: Set<Int>
  /// What `(*)` stands for in it.
  let status: StatusFlags
  /// What every number of it is, said once above the table instead of beside each.
  let shared: StatusFlags
  /// Cells below the table's items whose sign is part of their number's format, and their columns. Where only totals have
  /// signs, a column for them would be empty beside the items.
  let signed: Set<Place>

  struct Place: Hashable, Sendable {
    let row: Int
    let column: Int
  }

  init(_ original: ReportTable, forms: NumberForms) {
    var status: StatusFlags = []
    shared = forms.style == .symbols ? Self.sharedByAll(original, forms.language) : []
    let document = shared.isEmpty ? Self.sayingSharedStatus(original, forms, &status) : original
    var shown = document
    shown.columns = []
    shown.rows = document.rows.map { row in
      var row = row
      row.cells = []
      return row
    }
    var places: [Int] = []
    var marks: Set<Int> = []
    var signed: Set<Place> = []
    let said = SaidText.rows(of: document, forms.language)
    for column in document.columns.indices {
      places.append(shown.columns.count)
      let signs = ColumnSigns(document, said, column: column, forms: forms, isStatusSaid: !shared.isEmpty)
      status.formUnion(signs.status)
      var heading = document.columns[column]
      heading.heading = signs.heading
      shown.columns.append(heading)
      for row in document.rows.indices {
        let cell = Self.cell(document, row, column)
        if case .absent = cell { shown.rows[row].cells.append(.empty) } else { shown.rows[row].cells.append(cell) }
      }
      guard !signs.isEmpty else { continue }
      if forms.style == .symbols, signs.areBelowItems(of: document) {
        for row in document.rows.indices where !signs.texts[row].isEmpty {
          shown.rows[row].cells[shown.columns.count - 1] = Self.cell(document, row, column)
          signed.insert(Place(row: row, column: shown.columns.count - 1))
        }
        continue
      }
      marks.insert(shown.columns.count)
      shown.columns.append(
        ReportColumn(role: .text, heading: Self.heading(of: column, in: document, forms)))
      for row in document.rows.indices {
        let sign = signs.texts[row]
        shown.rows[row].cells.append(sign.isEmpty ? .empty : .text(sign))
      }
    }
    table = shown
    self.places = places
    self.marks = marks
    self.signed = signed
    self.status = status
  }

  /// The status of the numbers where each of them has the same one and no heading or label says so; else none.
  private static func sharedByAll(_ table: ReportTable, _ language: OutputLanguage) -> StatusFlags {
    var found: Set<StatusFlags> = []
    var count = 0
    let headings = table.columns.map { SaidText($0.heading, language) }
    for (row, texts) in zip(table.rows, SaidText.rows(of: table, language)) {
      for (index, cell) in zip(table.columns.indices, row.cells) {
        guard case .figure(let figure) = cell else { continue }
        let signs = Signs(of: figure, in: texts, heading: headings[index], column: table.columns[index])
        guard signs.hasStatus else { return [] }
        found.insert(figure.flags)
        count += 1
      }
    }
    return found.count == 1 && count > 1 ? found.first ?? [] : []
  }

  /// What all numbers of a row share, such as the status of a total, is said beside its label.
  private static func sayingSharedStatus(
    _ table: ReportTable, _ forms: NumberForms, _ status: inout StatusFlags
  ) -> ReportTable {
    var table = table
    guard let label = table.columns.firstIndex(where: { $0.role == .label }) else { return table }
    let headings = table.columns.map { SaidText($0.heading, forms.language) }
    let said = SaidText.rows(of: table, forms.language)
    for (index, row) in table.rows.enumerated() where row.role != .item {
      guard case .text(let text) = cell(table, index, label) else { continue }
      var flags: StatusFlags = []
      var count = 0
      var isShared = true
      for column in table.columns.indices {
        guard case .figure(let figure) = cell(table, index, column) else { continue }
        let signs = Signs(of: figure, in: said[index], heading: headings[column], column: table.columns[column])
        count += 1
        flags.formUnion(signs.status)
        if !signs.hasStatus { isShared = false }
      }
      guard isShared, count > 1 else { continue }
      status.formUnion(flags)
      table.rows[index].cells[label] = .text("\(text) \(forms.inBrackets(flags))")
    }
    return table
  }

  /// "KH 2016": after a short heading, else by the column's number among the numbers.
  private static func heading(of column: Int, in table: ReportTable, _ forms: NumberForms) -> String {
    let language = forms.language
    var name = table.columns[column].heading
    let mark = " " + Messages.illustrativeMark[language]
    if name.hasSuffix(mark) { name = String(name.dropLast(mark.count)) }
    if forms.style == .words { return "\(Messages.statusColumn[language]): \(name)" }
    if name.count <= 6 { return "\(Messages.signColumn[language]) \(name)" }
    let number = table.columns[...column].count { $0.role == .number }
    return "\(Messages.signColumn[language]) (\(number))"
  }

  static func cell(_ table: ReportTable, _ row: Int, _ column: Int) -> ReportCell {
    let cells = table.rows[row].cells
    return column < cells.count ? cells[column] : .empty
  }
}

/// The signs beside the cells of one column.
private struct ColumnSigns {
  let column: Int
  var heading: String
  var texts: [String]
  var status: StatusFlags = []

  var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

  /// Whether no item has a sign, and no number is made up, which its format does not say.
  func areBelowItems(of table: ReportTable) -> Bool {
    let mark = Messages.statusMark[OutputLanguage.vietnamese]
    return table.rows.indices.allSatisfy { row in
      let isNumber = if case .figure = MarkedTable.cell(table, row, column) { true } else { false }
      return texts[row].isEmpty || table.rows[row].role != .item && (!isNumber || texts[row] == mark)
    }
  }

  /// - Parameters:
  ///   - said: the texts of each row.
  ///   - isStatusSaid: of all numbers of the table, so that no sign is needed.
  init(_ table: ReportTable, _ said: [[SaidText]], column: Int, forms: NumberForms, isStatusSaid: Bool) {
    let language = forms.language
    self.column = column
    heading = table.columns[column].heading
    texts = Array(repeating: "", count: table.rows.count)
    guard table.columns[column].role == .number else { return }
    var figures: [(row: Int, signs: Signs)] = []
    let headingText = SaidText(heading, language)
    for row in table.rows.indices {
      switch MarkedTable.cell(table, row, column) {
      case .figure(let figure):
        var signs = Signs(of: figure, in: said[row], heading: headingText, column: table.columns[column])
        if isStatusSaid { signs.hasStatus = false }
        if signs.hasStatus { status.formUnion(figure.flags) }
        figures.append((row, signs))
      case .absent(let absence): texts[row] = forms.printed(absence)
      case .empty, .text: break
      }
    }
    let isShared = figures.count > 1 && figures.allSatisfy(\.signs.hasStatus)
    if isShared { heading = Self.adding(forms.inBrackets(status), to: heading, language) }
    for (row, signs) in figures {
      var words: [String] = []
      if signs.isIllustrative { words.append(Messages.illustrativeMark[language]) }
      if signs.hasStatus, !isShared { words.append(forms.printed(signs.status)) }
      texts[row] = words.joined(separator: " ")
    }
  }

  /// Before the mark of illustrative columns, which ends a heading.
  private static func adding(_ sign: String, to heading: String, _ language: OutputLanguage) -> String {
    let mark = " " + Messages.illustrativeMark[language]
    return heading.hasSuffix(mark) ? "\(heading.dropLast(mark.count)) \(sign)\(mark)" : "\(heading) \(sign)"
  }
}

/// What is said beside a number because neither its column's heading nor its row's texts say it.
private struct Signs {
  var isIllustrative: Bool
  var hasStatus: Bool
  var status: StatusFlags

  init(of figure: ReportFigure, in row: [SaidText], heading: SaidText, column: ReportColumn) {
    isIllustrative =
      figure.isIllustrative
      && !(column.isIllustrative || heading.isIllustrative || row.contains(where: \.isIllustrative))
    status = figure.flags
    hasStatus =
      !status.isEmpty && status.flags.contains { flag in !heading.says(flag) && !row.contains { $0.says(flag) } }
  }
}

/// What a heading or a text of a row says of the numbers beside it. It is asked for each of them.
private final class SaidText {
  private let text: String
  private let language: OutputLanguage
  private(set) lazy var isIllustrative = text.hasSuffix(Messages.illustrativeMark[language])
  private lazy var hasMark = text.contains(Messages.statusMark[language])
  private lazy var small = text.lowercased()
  private var known: [(flag: StatusFlag, isSaid: Bool)] = []

  init(_ text: String, _ language: OutputLanguage) {
    self.text = text
    self.language = language
  }

  /// The texts of each row.
  static func rows(of table: ReportTable, _ language: OutputLanguage) -> [[SaidText]] {
    table.rows.map { row in
      row.cells.compactMap { if case .text(let text) = $0 { SaidText(text, language) } else { nil } }
    }
  }

  func says(_ flag: StatusFlag) -> Bool {
    if let known = known.first(where: { $0.flag == flag }) { return known.isSaid }
    let isSaid = hasMark || small.contains(flag.name[language].lowercased())
    known.append((flag, isSaid))
    return isSaid
  }
}
