import Language

/// A file that templates can include: `{{> members}}` on a line of its own stands for the lines of the file called so.
public struct TemplateFile: Sendable, Hashable {
  /// As findings name it.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

extension TemplateText {
  /// Puts the lines of included files in the place of the tags that name them.
  ///
  /// - Parameters:
  ///   - files: by the names that tags use.
  ///   - open: the names that are being included.
  func including(_ files: [String: TemplateFile], open: [String] = []) -> TemplateText {
    var result = self
    result.lines = []
    for line in lines {
      guard let tag = line.includeAlone else {
        result.lines.append(line)
        continue
      }
      guard let file = files[tag.name], !open.contains(tag.name), open.count < TemplateTree.deepest else {
        result.findings.append(Self.finding(tag, files, isOpen: open.contains(tag.name)))
        continue
      }
      var inside = TemplateText(file.text, file: file.name).including(files, open: open + [tag.name])
      if let last = inside.lines.last, last.pieces.isEmpty { inside.lines.removeLast() }
      result.lines += inside.lines
      result.unclosedTags += inside.unclosedTags
      result.findings += inside.findings
    }
    return result
  }

  private static func finding(_ tag: Tag, _ files: [String: TemplateFile], isOpen: Bool) -> TemplateFinding {
    if isOpen || files[tag.name] != nil {
      return TemplateFinding(
        "include-in-itself", tag.name, tag.namePlace, Messages.includeInItself(tag.name),
        Messages.includeInItselfRemedy)
    }
    let names = files.keys.sorted()
    return TemplateFinding(
      "unknown-include", tag.name, tag.namePlace, Messages.unknownWord(Messages.wordIncludedFile, word: tag.name),
      Messages.didYouMean(NearestWord.candidates(for: tag.name, among: names), allowed: names))
  }
}

extension TemplateText.Line {
  /// The only tag of a line that prints, where nothing else on it does.
  var variableAlone: TemplateText.Tag? {
    var found: TemplateText.Tag?
    for piece in pieces {
      switch piece {
      case .text(let text, _):
        guard text.allSatisfy(\.isWhitespace) else { return nil }
      case .tag(let tag) where tag.isSilent: continue
      case .tag(let tag):
        guard found == nil else { return nil }
        found = tag
      }
    }
    return found
  }

  /// The tag of a line that holds nothing but an inclusion.
  fileprivate var includeAlone: TemplateText.Tag? {
    var found: TemplateText.Tag?
    for piece in pieces {
      switch piece {
      case .text(let text, _):
        guard text.allSatisfy(\.isWhitespace) else { return nil }
      case .tag(let tag):
        guard tag.kind == .include, found == nil else { return nil }
        found = tag
      }
    }
    return found
  }
}
