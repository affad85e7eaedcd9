/// The texts that cells share.
final class TextsPart: XMLSink {
  private let part: String
  private let limits: WorkbookLimits
  private(set) var texts: [String] = []
  private var text = ""

  init(part: String, limits: WorkbookLimits) {
    self.part = part
    self.limits = limits
  }

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    if name == "si" { text = "" }
  }

  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {
    // Runs of letters in several fonts are one text; hints at pronunciation (`rPh`) are none of it.
    if name == "t", parent == "si" || parent == "r" { self.text += text }
    guard name == "si", parent == "sst" else { return }
    guard texts.count < limits.strings else { throw .tooMany(part: part, limit: limits.strings) }
    texts.append(EscapedText.decoded(self.text))
  }
}
