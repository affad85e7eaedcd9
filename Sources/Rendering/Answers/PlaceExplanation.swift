public import Language
public import Reports
public import Values

/// Where the numbers in one place of a delivered report come from: a tree from each number down to files and rows.
public struct PlaceExplanation {
  public struct Figure {
    public let entry: LedgerEntry
    public let place: FigurePlace
    /// What the file says there, where that is something else.
    public let found: String?

    public init(entry: LedgerEntry, place: FigurePlace, found: String?) {
      self.entry = entry
      self.place = place
      self.found = found
    }
  }

  private let title: String
  private let figures: [Figure]
  private let entries: [FigureID: LedgerEntry]
  private let files: [String: SourceFile]
  private let language: OutputLanguage
  private let numbers: NumberForm

  /// - Parameter title: `decade.xlsx, Biểu 02, D7`.
  public init(title: String, figures: [Figure], ledger: Ledger, language: OutputLanguage) {
    self.title = title
    self.figures = figures
    self.language = language
    entries = Dictionary(ledger.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    files = Dictionary(ledger.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    numbers = NumberForm(language)
  }

  public var text: String {
    var lines = [title]
    for figure in figures {
      lines.append("")
      lines.append("\(Messages.printedForm[language]) “\(figure.place.printed)”")
      if let found = figure.found {
        lines.append(Messages.placeDiffers(expected: figure.place.printed, found: found)[language])
      }
      var shown: Set<FigureID> = []
      lines += tree(figure.entry, depth: 1, &shown)
      if let formula = figure.place.formula { lines.append(row(Messages.cellFormula, "=\(formula)", depth: 1)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func tree(_ entry: LedgerEntry, depth: Int, _ shown: inout Set<FigureID>) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    guard shown.insert(entry.id).inserted else {
      return ["\(indent)\(entry.id.name) \(Messages.shownAbove[language])"]
    }
    var lines = ["\(indent)\(entry.id.name)"]
    let depth = depth + 1
    let mark = entry.isIllustrative ? " \(Messages.illustrativeMark[language])" : ""
    let isExact = Rational(entry.published) == entry.value
    let exact = isExact ? "" : " (\(Messages.exactValue[language]) \(entry.value))"
    lines.append(
      row(Messages.value, "\(numbers.string(entry.published)) \(entry.unitOfMeasure)\(mark)\(exact)", depth: depth))
    lines.append(row(Messages.formula, entry.formula, depth: depth))
    if let period = entry.period {
      let days = DateForm(language)
      lines.append(
        row(
          Messages.periodDays,
          "\(period.code): \(days.short(period.start)) – \(days.short(period.end)); "
            + Messages.dataAsOf(period.cutOff)[language], depth: depth))
    }
    if let coverage = entry.coverage {
      lines.append(row(Messages.cells, "\(coverage.reporting)/\(coverage.expected)", depth: depth))
    }
    if !entry.flags.flags.isEmpty {
      let names = entry.flags.flags.map { "\($0.rawValue) (\($0.name[language]))" }
      lines.append(row(Messages.statusColumn, names.joined(separator: ", "), depth: depth))
    }
    return lines + origin(entry, depth: depth, &shown)
  }

  private func origin(_ entry: LedgerEntry, depth: Int, _ shown: inout Set<FigureID>) -> [String] {
    var lines: [String] = []
    switch entry.origin {
    case .derived(let inputs):
      for input in inputs { if let entry = entries[input] { lines += tree(entry, depth: depth, &shown) } }
    case .quoted(let file, let line, let document):
      if let document { lines.append(row(Messages.document, document, depth: depth)) }
      lines += source(file, "\(line)", depth: depth)
    case .observation(let inputs):
      for input in inputs {
        let indent = String(repeating: "  ", count: depth)
        let value = input.value.map { value in value.decimal.map { numbers.string($0) } ?? value.description }
        let together = input.isCountedTogether ? Messages.countedTogether[language] : ""
        lines.append("\(indent)\(input.measure): \(input.resource).\(input.column) = \(value ?? together)")
        if !input.conditions.isEmpty {
          lines.append(row(Messages.conditions, input.conditions.joined(separator: ", "), depth: depth + 1))
        }
        let count = Messages.rowCount(input.lines.count)[language]
        lines += source(input.file, "\(input.lines) (\(count))", depth: depth + 1)
      }
    }
    return lines
  }

  private func source(_ file: String, _ rows: String, depth: Int) -> [String] {
    [
      row(Messages.file, file, depth: depth),
      row(LocalizedText("SHA-256"), files[file]?.sha256 ?? "", depth: depth),
      row(Messages.fileLines, rows, depth: depth),
    ]
  }

  private func row(_ word: LocalizedText, _ text: String, depth: Int) -> String {
    String(repeating: "  ", count: depth) + DisplayWidth.padded(word[language] + ":", to: 18) + text
  }

  /// Every figure with its place, and every entry of the ledger that it needs.
  public var json: JSONValue {
    var needed: [FigureID] = []
    var waiting = figures.map(\.entry.id)
    while let id = waiting.popLast() {
      guard !needed.contains(id), let entry = entries[id] else { continue }
      needed.append(id)
      if case .derived(let inputs) = entry.origin { waiting += inputs.reversed() }
    }
    let used = Set(
      needed.flatMap { id -> [String] in
        switch entries[id]?.origin {
        case .observation(let inputs): inputs.map(\.file)
        case .quoted(let file, _, _): [file]
        case .derived, nil: []
        }
      })
    return [
      "place": .string(title),
      "figures": .array(
        figures.map { figure in
          [
            "figure": .string(figure.entry.id.name), "printed": .string(figure.place.printed),
            "found": .string(orNull: figure.found), "formula": .string(orNull: figure.place.formula),
          ]
        }),
      "entries": .array(needed.compactMap { entries[$0] }.map { Ledger.json($0) }),
      "files": .array(used.sorted().compactMap { files[$0] }.map { Ledger.json($0) }),
    ]
  }
}
