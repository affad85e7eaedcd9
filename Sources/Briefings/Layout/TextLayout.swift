import Language
import Reports

/// Lays paragraphs out as lines and notes on which line each figure and label comes to stand.
struct TextLayout {
  private let format: BriefingFormat
  private let file: String
  private let tables: [(table: ReportTable, language: OutputLanguage)]
  private var figures: [FigureID]
  private var lines: [String] = []
  private var places: [FigurePlace] = []
  private var labels: [BriefingLabel] = []
  private var headings = 0
  private var items = 0
  private var hasTitle = false

  private init(_ contents: MarkedContext, file: String, format: BriefingFormat) {
    self.format = format
    self.file = file
    figures = contents.figures
    tables = contents.tables
  }

  /// Linear in the text.
  ///
  /// - Parameter contents: the figures and tables that the text has marks for.
  static func briefing(
    of filled: String, _ contents: MarkedContext, form: ReportForm?, file: String, format: BriefingFormat
  ) -> Briefing {
    var layout = TextLayout(contents, file: file, format: format)
    var paragraphs = Paragraph.all(in: filled)
    if let form { paragraphs = FormLayout(form: form, width: layout.width).around(paragraphs) }
    for paragraph in paragraphs { layout.add(paragraph) }
    while layout.lines.last?.isEmpty == true { layout.lines.removeLast() }
    let text = layout.lines.joined(separator: "\n") + "\n"
    return Briefing(text: text, places: layout.places, labels: layout.labels)
  }

  private var width: Int {
    if case .text(let width) = format { max(1, width) } else { BriefingFormat.standardWidth }
  }

  private mutating func add(_ paragraph: Paragraph) {
    if paragraph.style == .blank { return addBlank() }
    if case .table(let index) = paragraph.style {
      if tables.indices.contains(index) { add(tables[index].table, tables[index].language) }
      return
    }
    let text = number(of: paragraph) + paragraph.marked
    let marked = MarkedText(format == .markdown ? MarkdownForm.escaped(text) : text)
    let added = laidOut(marked.text, paragraph.style)
    place(marked.spans, in: added)
    lines += added
  }

  private mutating func addBlank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// The paragraph's number, with the sign and the space after it.
  private mutating func number(of paragraph: Paragraph) -> String {
    switch paragraph.style {
    case .heading(let sign):
      headings += 1
      items = 0
      return "\(Self.roman(headings))\(sign) "
    case .item(let sign):
      items += 1
      return Marker.marked("\(items)\(sign)", Marker.numberLabel) + " "
    case .plain, .centred, .right, .preformatted, .blank, .table: return ""
    }
  }

  private mutating func laidOut(_ text: String, _ style: Paragraph.Style) -> [String] {
    guard case .text(let width) = format else { return markdown(text, style) }
    switch style {
    case .centred: return TextWrap.centred(JoinedWords.joined(text), width: max(1, width))
    case .right:
      return TextWrap(width: max(1, width)).lines(JoinedWords.joined(text)).map {
        DisplayWidth.padded($0, to: width, .right)
      }
    case .preformatted: return [TextWrap.unjoined(text).withoutEnd]
    case .plain, .heading, .item, .blank, .table:
      return TextWrap(width: max(1, width)).lines(JoinedWords.joined(text))
    }
  }

  /// A blank line stands between paragraphs, but not within a list.
  private mutating func markdown(_ text: String, _ style: Paragraph.Style) -> [String] {
    let isTitle = style == .centred && !hasTitle
    if isTitle { hasTitle = true }
    let isInList = MarkdownForm.isList(text) && (lines.last.map(MarkdownForm.isList) ?? false)
    let isInBlock = style == .preformatted && (lines.last?.hasPrefix("    ") ?? false)
    if !isInList, !isInBlock { addBlank() }
    return MarkdownForm.lines(text, style, isTitle: isTitle).map(\.withoutEnd)
  }

  // MARK: Tables

  private mutating func add(_ table: ReportTable, _ language: OutputLanguage) {
    addBlank()
    let title = table.sheetName.isEmpty ? table.title : "\(table.sheetName): \(table.title)"
    add(Paragraph(style: format == .markdown ? .plain : .centred, marked: MarkedContext.words(title)))
    var unit = table.unitLineWithoutSigns(language)
    if unit.last == ".", !unit.dropLast().contains(".") { unit.removeLast() }
    let isShort = DisplayWidth.of(unit) <= width
    if !unit.isEmpty { add(Paragraph(style: isShort ? .right : .plain, marked: MarkedContext.words(unit))) }
    let printed = PrintedTable(table, language)
    if format == .markdown { addBlank() }
    for line in format == .markdown ? MarkdownForm.table(printed) : TextTable(printed, width: width).lines {
      add(line)
    }
    let legend = table.legendOfItsSigns(language)
    if !legend.isEmpty { add(Paragraph(style: .plain, marked: MarkedContext.words(legend))) }
    for note in table.notes { add(Paragraph(style: .plain, marked: marked(note))) }
    addBlank()
  }

  private mutating func add(_ line: TextTable.Line) {
    var text = ""
    for piece in line {
      text += piece.before
      if let figure = piece.figure {
        text += marked(figure, piece.text)
      } else {
        text += MarkedContext.words(piece.text)
      }
      text += piece.after
    }
    let marked = MarkedText(text)
    let added = [TextWrap.unjoined(marked.text).withoutEnd]
    place(marked.spans, in: added)
    lines += added
  }

  private mutating func marked(_ sentence: ReportSentence) -> String {
    var text = ""
    for part in sentence.parts {
      switch part {
      case .text(let words): text += MarkedContext.words(words)
      case .figure(let figure, let printed): text += marked(figure, printed)
      }
    }
    return text
  }

  private mutating func marked(_ figure: FigureID, _ printed: String) -> String {
    figures.append(figure)
    return Marker.opening(ofFigure: figures.count - 1) + TextWrap.keptTogether(Marker.cleaned(printed))
      + String(Character(Marker.end))
  }

  /// Wrapping only moves spaces, so that the characters before a span, spaces not counted, tell its line.
  private mutating func place(_ spans: [MarkedText.Span], in added: [String]) {
    var line = 0
    var begin = 0
    // Signs that Markdown puts before a paragraph.
    let lead = added.first.map { MarkedText.ink(of: $0) - MarkedText.ink(of: $0.withoutLead(of: format)) } ?? 0
    var end = added.first.map(MarkedText.ink) ?? 0
    for span in spans {
      let start = span.start + lead
      while start >= end, line + 1 < added.count {
        line += 1
        begin = end
        end += MarkedText.ink(of: added[line])
      }
      let number = lines.count + line + 1
      let column = added.indices.contains(line) ? MarkedText.column(after: start - begin, in: added[line]) : 1
      switch span.kind {
      case .label(let origin):
        labels.append(BriefingLabel(label: span.text, line: number, column: column, origin: origin))
      case .figure(let index) where figures.indices.contains(index):
        places.append(
          FigurePlace(
            figure: figures[index], file: file, spot: .line(number), printed: span.text, column: column))
      case .figure: continue
      }
    }
  }

  /// - Parameter number: 1 to 3999; larger ones only grow longer.
  private static func roman(_ number: Int) -> String {
    let letters = Array("IVXLCDM")
    var text = String(repeating: "M", count: number / 1000)
    for (one, unit) in [(4, 100), (2, 10), (0, 1)] {
      let digit = number / unit % 10
      let ones = String(repeating: letters[one], count: digit % 5)
      switch digit {
      case 9: text += [letters[one], letters[one + 2]]
      case 4: text += [letters[one], letters[one + 1]]
      case 5...: text += [letters[one + 1]] + ones
      default: text += ones
      }
    }
    return text
  }
}

extension String {
  fileprivate var withoutEnd: String {
    String(prefix(upTo: lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex))
  }

  /// Without the signs that Markdown reads at the beginning of a line, which the text does not have.
  fileprivate func withoutLead(of format: BriefingFormat) -> String {
    guard format == .markdown else { return self }
    for lead in ["## ", "# ", "**"] where hasPrefix(lead) { return String(dropFirst(lead.count)) }
    return self
  }
}
