import Findings
import Language

/// The tags of a template as sections within sections, with what is wrong with their nesting.
///
/// What is nested wrongly is still put somewhere sensible, so that one mistake does not hide the others.
struct TemplateTree {
  indirect enum Node {
    case variable(TemplateText.Tag)
    case section(TemplateText.Tag, [Node])
  }

  /// Deeper than anybody writes, and shallow enough for the stack of a thread.
  static let deepest = 32

  private(set) var nodes: [Node] = []
  private(set) var findings: [TemplateFinding] = []
  private var open: [(tag: TemplateText.Tag, nodes: [Node])] = []

  init(_ text: TemplateText) {
    for line in text.lines {
      for case .tag(let tag) in line.pieces { add(tag) }
    }
    while let last = open.last { closeUnclosed(last.tag) }
  }

  private mutating func add(_ tag: TemplateText.Tag) {
    switch tag.kind {
    case .variable: append(.variable(tag))
    case .section, .inverted:
      if open.count == Self.deepest {
        findings.append(
          TemplateFinding(
            "nested-too-deep", tag.source, tag.place, Messages.nestedTooDeep(Self.deepest),
            Messages.nestedTooDeepRemedy))
      }
      open.append((tag, []))
    case .close: close(tag)
    case .include:
      findings.append(
        TemplateFinding(
          "include-not-alone", tag.source, tag.place, Messages.includeNotAlone, Messages.includeNotAloneRemedy))
    case .unsupported:
      findings.append(
        TemplateFinding(
          "unsupported-tag", tag.source, tag.place, Messages.unsupportedTag(tag.source), Messages.unsupportedTagRemedy))
    }
  }

  private mutating func append(_ node: Node) {
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  private mutating func close(_ tag: TemplateText.Tag) {
    guard open.contains(where: { $0.tag.name == tag.name }) else {
      findings.append(
        TemplateFinding(
          "unclosed-section", tag.source, tag.place, Messages.closedUnopened(tag.name),
          Messages.closedUnopenedRemedy(open: open.last?.tag.name)))
      return
    }
    while let last = open.last, last.tag.name != tag.name { closeUnclosed(last.tag) }
    endSection()
  }

  private mutating func closeUnclosed(_ tag: TemplateText.Tag) {
    findings.append(
      TemplateFinding(
        "unclosed-section", tag.source, tag.place, Messages.unclosedSection(tag.name),
        Messages.unclosedSectionRemedy(tag.name)))
    endSection()
  }

  private mutating func endSection() {
    guard let (tag, inside) = open.popLast() else { return }
    // What is nested too deep is reported above and looked at no further.
    if open.count < Self.deepest { append(.section(tag, inside)) }
  }
}

/// A finding without the name of its file.
struct TemplateFinding {
  var code: String
  var value: String
  var place: TemplateText.Place
  var message: LocalizedText
  var remedy: LocalizedText

  init(
    _ code: String, _ value: String, _ place: TemplateText.Place, _ message: LocalizedText, _ remedy: LocalizedText
  ) {
    self.code = code
    self.value = value
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  func finding(in file: String) -> Finding {
    Finding(
      code: code, position: Position(file: place.file ?? file, line: place.line, column: place.column), value: value,
      message: message, remedy: remedy)
  }
}
