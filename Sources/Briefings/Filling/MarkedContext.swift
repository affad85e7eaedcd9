import Language
import Reports

/// A context as the template engine takes it: dictionaries, arrays, truth values and texts, whose figures and labels
/// are marked. Linear in the context.
struct MarkedContext {
  let root: Any
  /// The figures by the index in their marker.
  private(set) var figures: [FigureID] = []
  /// The tables by the index in theirs.
  private(set) var tables: [(table: ReportTable, language: OutputLanguage)] = []

  init(_ value: BriefingValue) {
    var contents = Contents()
    root = Self.converted(value, &contents)
    (figures, tables) = (contents.figures, contents.tables)
  }

  private struct Contents {
    var figures: [FigureID] = []
    var tables: [(table: ReportTable, language: OutputLanguage)] = []
  }

  private static func converted(_ value: BriefingValue, _ contents: inout Contents) -> Any {
    switch value {
    case .text(let text): return words(text)
    case .figure(let id, let printed): return figure(id, printed, &contents.figures)
    case .sentence(let sentence):
      var text = ""
      for part in sentence.parts {
        switch part {
        case .text(let words): text += Self.words(words)
        case .figure(let id, let printed): text += figure(id, printed, &contents.figures)
        }
      }
      return text
    case .flag(let flag): return flag
    case .list(let elements):
      var converted: [Any] = []
      for element in elements { converted.append(Self.converted(element, &contents)) }
      return converted
    case .object(let members):
      var converted: [String: Any] = [:]
      for (name, member) in members { converted[name] = Self.converted(member, &contents) }
      return converted
    case .table(let table, let language):
      contents.tables.append((table, language))
      return Marker.marked(table: contents.tables.count - 1)
    // The checker has refused it.
    case .misfit: return false
    }
  }

  private static func figure(_ id: FigureID, _ printed: String, _ figures: inout [FigureID]) -> String {
    figures.append(id)
    let text = TextWrap.keptTogether(Marker.cleaned(printed))
    return Marker.opening(ofFigure: figures.count - 1) + text + String(Character(Marker.end))
  }

  /// A text whose words with digits are marked as names that came with the data.
  static func words(_ text: String) -> String {
    let text = Marker.cleaned(text)
    let words = DigitWords.found(in: text).words
    if words.isEmpty { return text }
    var marked = ""
    var end = text.startIndex
    for word in words {
      marked += text[end..<word.range.lowerBound]
      marked += Marker.marked(String(text[word.range]), Marker.dataLabel)
      end = word.range.upperBound
    }
    return marked + text[end...]
  }
}
