import Language
import Reports

/// What a form puts around a text: the head in two columns, whom it is for, the recipients beside who signs.
struct FormLayout {
  let form: ReportForm
  let width: Int

  /// Columns between the two.
  private static let gap = 2
  /// Lines for the hand of who signs.
  private static let room = 4

  /// The right column is the wider one, for the State's heading and for place and day.
  private var left: Int { max(1, (width - Self.gap) * 9 / 20) }
  private var right: Int { max(1, width - Self.gap - left) }

  /// The text with everything around it.
  func around(_ text: [Paragraph]) -> [Paragraph] {
    var body = ended(text)
    let salutation = form.salutation.map { paragraph(.centred, $0) }
    if !salutation.isEmpty { body.insert(contentsOf: [.blank] + salutation + [.blank], at: endOfTitle(of: body)) }
    return head + [.blank] + body + [.blank] + foot
  }

  private var head: [Paragraph] {
    var own = centred(form.head.left, left)
    var other = centred(form.head.right, right)
    let height = max(own.count, other.count)
    own += Array(repeating: "", count: height - own.count)
    other += Array(repeating: "", count: height - other.count)
    return rows(own + centred([form.number], left), other + centred([form.day], right))
  }

  private var foot: [Paragraph] {
    let recipients = [form.recipientsTitle] + form.recipients
    let wrap = TextWrap(width: left)
    var signed = centred(form.titles, right)
    if let name = form.office.signatory.name {
      signed += Array(repeating: "", count: Self.room) + centred([name], right)
    }
    return rows(recipients.flatMap { wrap.lines($0) }, signed)
  }

  /// The last paragraph ends with the sign of the form.
  private func ended(_ text: [Paragraph]) -> [Paragraph] {
    guard let last = text.lastIndex(where: { $0.style != .blank }), !text[last].isTable else { return text }
    var text = text
    let dropped = text[last].marked.hasSuffix(".") ? String(text[last].marked.dropLast()) : text[last].marked
    text[last].marked = dropped + form.form.end
    return text
  }

  /// Behind the centred lines at the beginning.
  private func endOfTitle(of text: [Paragraph]) -> Int {
    guard let first = text.firstIndex(where: { $0.style == .centred }) else { return 0 }
    return text[first...].firstIndex { $0.style != .centred } ?? text.count
  }

  /// Each line in the middle of its column; a rule is as long as the line above it.
  private func centred(_ lines: [String?], _ side: Int) -> [String] {
    var printed: [String] = []
    for line in lines {
      let text = line ?? String(repeating: "-", count: printed.last.map { DisplayWidth.of($0.trimmed) } ?? 0)
      printed += TextWrap.centred(text, width: side)
    }
    return printed
  }

  private func rows(_ own: [String], _ other: [String]) -> [Paragraph] {
    (0..<max(own.count, other.count)).map { row in
      let start = row < own.count ? own[row] : ""
      let end = row < other.count ? other[row] : ""
      return paragraph(.preformatted, DisplayWidth.padded(start, to: left + Self.gap) + end)
    }
  }

  private func paragraph(_ style: Paragraph.Style, _ text: String) -> Paragraph {
    Paragraph(style: style, marked: MarkedContext.words(text))
  }
}

extension Paragraph {
  static let blank = Paragraph(style: .blank, marked: "")

  var isTable: Bool { if case .table = style { true } else { false } }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
