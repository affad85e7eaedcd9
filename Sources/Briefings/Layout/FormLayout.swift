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

  private var side: Int { max(1, (width - Self.gap) / 2) }

  /// The text with everything around it.
  func around(_ text: [Paragraph]) -> [Paragraph] {
    var body = ended(text)
    let salutation = form.salutation.map { paragraph(.centred, $0) }
    if !salutation.isEmpty { body.insert(contentsOf: [.blank] + salutation + [.blank], at: endOfTitle(of: body)) }
    return head + [.blank] + body + [.blank] + foot
  }

  private var head: [Paragraph] {
    var (left, right) = (centred(form.head.left), centred(form.head.right))
    let height = max(left.count, right.count)
    left += Array(repeating: "", count: height - left.count)
    right += Array(repeating: "", count: height - right.count)
    return rows(left + centred([form.number]), right + centred([form.day]))
  }

  private var foot: [Paragraph] {
    let recipients = [form.recipientsTitle] + form.recipients
    let wrap = TextWrap(width: side)
    let left = recipients.flatMap { wrap.lines($0) }
    var right = centred(form.titles)
    if let name = form.office.signatory.name {
      right += Array(repeating: "", count: Self.room) + centred([name])
    }
    return rows(left, right)
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
  private func centred(_ lines: [String?]) -> [String] {
    var printed: [String] = []
    for line in lines {
      let text = line ?? String(repeating: "-", count: printed.last.map { DisplayWidth.of($0.trimmed) } ?? 0)
      printed += TextWrap.centred(text, width: side)
    }
    return printed
  }

  private func rows(_ left: [String], _ right: [String]) -> [Paragraph] {
    (0..<max(left.count, right.count)).map { row in
      let own = row < left.count ? left[row] : ""
      let other = row < right.count ? right[row] : ""
      return paragraph(.preformatted, DisplayWidth.padded(own, to: side + Self.gap) + other)
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
