public import Findings
import Language
public import Reports

/// Finds what is wrong with a template before it is filled: Mustache itself prints nothing for a name that it does not
/// know.
public enum TemplateChecker {
  /// - Parameters:
  ///   - template: the Mustache text.
  ///   - templateFile: its name in the findings.
  ///   - partials: the files that it can include, by name.
  ///   - context: what the template is filled with, or anything of the same shape. Where it has nothing (an empty list,
  ///     a `.flag(false)`), the names inside are checked against what stands in the same place of a neighbouring group,
  ///     and where there is none they cannot be checked.
  ///   - labels: texts with digits that the template may hold. A paragraph's number (`1.`) may only begin a line.
  /// - Returns: findings in the order of the template, each an error, each at the line and column where its value
  ///   begins: `unknown-placeholder`, `unguarded-placeholder`, `not-a-value`, `not-a-section`, `unclosed-section`,
  ///   `unclosed-tag`, `unsupported-tag`, `nested-too-deep`, `typed-digit`, `unknown-include`, `include-in-itself`,
  ///   `include-not-alone`, `table-not-alone`, `wrong-unit`.
  ///
  /// Linear in the template times the elements of the lists that it goes through.
  public static func check(
    _ template: String, templateFile: String, partials: [String: TemplateFile] = [:], context: BriefingValue,
    labels: [String]
  ) -> [Finding] {
    check(TemplateText(template).including(partials), templateFile: templateFile, context: context, labels: labels)
  }

  static func check(
    _ text: TemplateText, templateFile: String, context: BriefingValue, labels: [String]
  ) -> [Finding] {
    let tree = TemplateTree(text)
    var names = NameCheck(alone: Set(text.lines.compactMap(\.variableAlone?.place)))
    names.check(tree.nodes, in: TemplateScope(root: context))
    let tags = text.unclosedTags.map {
      TemplateFinding("unclosed-tag", $0.source, $0.place, Messages.unclosedTag, Messages.unclosedTagRemedy)
    }
    let found = tags + text.findings + tree.findings + names.findings + typedDigits(text, labels)
    return found.sorted { $0.place < $1.place }.map { $0.finding(in: templateFile) }
  }

  private static func typedDigits(_ text: TemplateText, _ labels: [String]) -> [TemplateFinding] {
    text.lines.flatMap { line in
      let opening = LineOpening(line)
      return line.pieces.enumerated().flatMap { index, piece -> [TemplateFinding] in
        guard case .text(let characters, let place) = piece else { return [] }
        let start = index == opening.textPiece ? opening.textStart : 0
        let content = Array(characters.dropFirst(start))
        let declared = Digits.labels(labels, in: content, start: index == opening.textPiece ? 0 : nil)
        return Digits.typed(in: content, labels: declared).map { range in
          let word = String(content[range])
          return TemplateFinding(
            "typed-digit", word, place.moved(by: start + range.lowerBound), Messages.typedDigit(word),
            Messages.typedDigitRemedy)
        }
      }
    }
  }
}

/// Walks through the sections with the scope that each has.
private struct NameCheck {
  /// Where tags that print stand alone on their lines.
  private let alone: Set<TemplateText.Place>
  private(set) var findings: [TemplateFinding] = []
  private var reported: Set<TemplateText.Place> = []

  init(alone: Set<TemplateText.Place>) { self.alone = alone }

  mutating func check(_ nodes: [TemplateTree.Node], in scope: TemplateScope) {
    for node in nodes {
      switch node {
      case .variable(let tag): checkVariable(tag, in: scope)
      case .section(let tag, let inside):
        for inner in scopes(of: tag, in: scope) { check(inside, in: inner) }
      }
    }
  }

  private mutating func checkVariable(_ tag: TemplateText.Tag, in scope: TemplateScope) {
    switch scope.meaning(of: tag.name) {
    case .found(let value, _) where value.isTable && !alone.contains(tag.place):
      report("table-not-alone", tag) { (Messages.tableNotAlone(tag.name), Messages.includeNotAloneRemedy) }
    case .found(let value, _) where value.isPrinted: return
    case .found(.misfit(let instead, let reason), _): reportMisfit(tag, instead, reason)
    case .unknowable: return
    case .found(let value, _):
      report("not-a-value", tag) {
        let inside = value.members.filter(\.value.isPrinted).keys.sorted().map { "\(tag.name).\($0)" }
        return (Messages.notAValue(tag.name), Messages.notAValueRemedy(tag.name, inside: inside))
      }
    case .absent(let prefix): reportUnguarded(tag, missing: prefix)
    case .nothing: reportUnknown(tag, scope.names { $0.isPrinted })
    }
  }

  /// The scopes in which the inside of a section is to be checked.
  private mutating func scopes(of tag: TemplateText.Tag, in scope: TemplateScope) -> [TemplateScope] {
    let meaning = scope.meaning(of: tag.name)
    switch meaning {
    case .found(.misfit(let instead, let reason), _):
      reportMisfit(tag, instead, reason)
      return [scope.openedBlindly(tag.name)]
    case .found(let value, _) where value.isPrinted:
      report("not-a-section", tag) { (Messages.notASection(tag.name), Messages.notASectionRemedy(tag.name)) }
      return [scope]
    case .nothing:
      reportUnknown(tag, scope.names { !$0.isPrinted })
      return [scope.openedBlindly(tag.name)]
    case .absent(let prefix) where tag.kind == .inverted:
      // It would be printed as if there were one and it did not hold.
      reportUnguarded(tag, missing: prefix)
      return [scope]
    case .found, .absent, .unknowable: break
    }
    if tag.kind == .inverted { return [scope] }
    guard case .found(let value, let siblings) = meaning else { return [scope.openedBlindly(tag.name)] }
    return scope.opened(tag.name, over: value, siblings: siblings)
  }

  private mutating func reportUnknown(_ tag: TemplateText.Tag, _ names: @autoclosure () -> [String]) {
    report("unknown-placeholder", tag) {
      let names = names()
      let candidates = NearestWord.candidates(for: tag.name, among: names)
      return (
        Messages.unknownWord(Messages.wordPlaceholder, word: tag.name),
        Messages.didYouMean(candidates, allowed: Self.inSameGroup(as: tag.name, names))
      )
    }
  }

  private mutating func reportMisfit(_ tag: TemplateText.Tag, _ instead: String, _ reason: LocalizedText) {
    let name = (tag.name.split(separator: ".").dropLast().map(String.init) + [instead]).joined(separator: ".")
    report("wrong-unit", tag) { (reason, Messages.didYouMean([name], allowed: [])) }
  }

  private mutating func reportUnguarded(_ tag: TemplateText.Tag, missing: String) {
    report("unguarded-placeholder", tag) {
      (
        Messages.unguardedPlaceholder(tag.name, missing: missing),
        Messages.unguardedPlaceholderRemedy(missing: missing)
      )
    }
  }

  /// Once for each tag, though the body of a list is checked for each of its elements.
  private mutating func report(
    _ code: String, _ tag: TemplateText.Tag, _ text: () -> (message: LocalizedText, remedy: LocalizedText)
  ) {
    guard reported.insert(tag.place).inserted else { return }
    let (message, remedy) = text()
    findings.append(TemplateFinding(code, tag.name, tag.namePlace, message, remedy))
  }

  /// The names that share the longest beginning of whole parts with one that is not known.
  private static func inSameGroup(as name: String, _ names: [String]) -> [String] {
    var parts = name.split(separator: ".").dropLast()
    while !parts.isEmpty {
      let prefix = parts.joined(separator: ".") + "."
      let group = names.filter { $0.hasPrefix(prefix) }
      if !group.isEmpty { return group }
      parts = parts.dropLast()
    }
    return names
  }
}
