public import Catalogue
import Datasets
public import Findings
import Language

extension Dataset {
  /// The indicator that a person means: by code, or by name or synonym in either language, with or without diacritics.
  ///
  /// - Throws: `Failure.usage` with the nearest names.
  public func indicator(named text: String) throws(Failure) -> Indicator {
    if let exact = catalogue.indicator(text) { return exact }
    let wanted = VietnameseText.folded(text)
    let matches = catalogue.indicators.filter { indicator in
      names(of: indicator).contains { VietnameseText.folded($0) == wanted }
    }
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 { throw .usage(Messages.ambiguousName(text, matches.map(\.code))) }
    throw .usage(unknown(text, Messages.wordIndicator, catalogue.indicators.map { ($0.code, names(of: $0)) }))
  }

  private func names(of indicator: Indicator) -> [String] {
    [indicator.code, indicator.names.vietnamese, indicator.names.english, indicator.shortNames.vietnamese]
      + [indicator.shortNames.english] + indicator.synonyms.values.flatMap { $0 }
  }

  /// The code of the member of a dimension that a person means, by code or name, with or without its type. Of units with
  /// one name, those of the boundaries asked for are meant, or else those of a level that some resource reports.
  ///
  /// - Throws: `Failure.usage` with the nearest names.
  public func member(
    named text: String, of dimension: String, in boundaries: Boundaries = .original
  ) throws(Failure) -> String {
    guard let members = dimensions[dimension] else {
      throw .usage(Messages.unknownWord(Messages.wordDimension, word: dimension))
    }
    if members.contains(text) { return text }
    let wanted = VietnameseText.folded(text)
    var codes: [String] = []
    for version in members.versions where !codes.contains(version.code) {
      if names(of: version).contains(where: { VietnameseText.folded($0) == wanted }) { codes.append(version.code) }
    }
    if codes.count > 1, dimension == DimensionDeclaration.unit {
      let likely = codes.filter { isLikely($0, members, boundaries) }
      if likely.count == 1 { return likely[0] }
    }
    if codes.count == 1 { return codes[0] }
    if codes.count > 1 { throw .usage(Messages.ambiguousName(text, codes)) }
    throw .usage(unknown(text, Messages.word(dimension: dimension), members.versions.map { ($0.code, names(of: $0)) }))
  }

  private func isLikely(_ code: String, _ units: Dimension, _ boundaries: Boundaries) -> Bool {
    if case .day(let day) = boundaries { return units.version(of: code, on: day) != nil }
    let levels = Set(catalogue.roles.values.compactMap(\.level))
    return units.versions(of: code).contains { $0.level.map(levels.contains) ?? false }
  }

  private func names(of member: DimensionMember) -> [String] {
    var names = [member.code, member.names.vietnamese, member.names.english]
    if let types = member.types {
      names += ["\(types.vietnamese) \(member.names.vietnamese)", "\(member.names.english) \(types.english)"]
    }
    return names
  }

  private func unknown(_ text: String, _ what: LocalizedText, _ known: [(code: String, names: [String])])
    -> LocalizedText
  {
    var codes: [String] = []
    /// A code with the name that is near, where it is a name.
    var words: [String] = []
    for near in NearestWord.candidates(for: text, among: Set(known.flatMap(\.names)).sorted()) {
      guard let code = known.first(where: { $0.names.contains(near) })?.code, !codes.contains(code) else { continue }
      codes.append(code)
      words.append(near == code ? code : "\(code) (\(near))")
    }
    let unknown = Messages.unknownWord(what, word: text)
    let hint = Messages.didYouMean(words, allowed: words.isEmpty ? [] : known.map(\.code))
    return LocalizedText(
      vi: "\(unknown.vietnamese) \(hint.vietnamese)", en: "\(unknown.english) \(hint.english)")
  }
}
