/// What stands around a figure: its sentence, the part of it that is the figure's own, and what follows.
struct FigureSurroundings {
  let sentence: Range<Int>
  /// From the last figure, semicolon or colon to the figure.
  let local: Range<Int>
  /// From the figure's unit to the next sign or figure.
  let right: Range<Int>
  /// From the last semicolon, or the begin of the sentence, to the figure.
  let clause: Range<Int>
  /// The heading with a colon at the begin of the paragraph.
  let title: Range<Int>
  /// The begin of the paragraph.
  let paragraph: Int
}

/// Sentences and paragraphs of a draft.
struct DraftSentences {
  private let tokens: [DraftToken]
  private(set) var sentences: [Range<Int>] = []
  /// Where the paragraph of each sentence begins.
  private(set) var paragraphs: [Int] = []

  init(_ tokens: [DraftToken]) {
    self.tokens = tokens
    var start = 0
    var paragraph = 0
    func close(_ end: Int, _ sentences: inout [Range<Int>], _ paragraphs: inout [Int]) {
      guard end > start else { return }
      sentences.append(start..<end)
      paragraphs.append(paragraph)
      start = end
    }
    for index in tokens.indices {
      if tokens[index].startsParagraph {
        close(index, &sentences, &paragraphs)
        paragraph = index
      }
      guard let sign = tokens[index].sign, ".!?".contains(sign) else { continue }
      let isLast = index + 1 >= tokens.count
      // The point of a list marker ends nothing.
      let isMarker = index == paragraph + 1 && tokens[index].isAttached
      if isLast || !tokens[index + 1].isAttached, !isMarker { close(index + 1, &sentences, &paragraphs) }
    }
    close(tokens.count, &sentences, &paragraphs)
  }

  func surroundings(of figures: [FoundFigure]) -> [FigureSurroundings] {
    var found: [FigureSurroundings] = []
    var current = 0
    for (position, figure) in figures.enumerated() {
      while current + 1 < sentences.count, sentences[current].upperBound <= figure.index { current += 1 }
      let sentence = sentences[current]
      let before = sentence.lowerBound..<max(sentence.lowerBound, figure.tokens.lowerBound)
      let previous = position > 0 ? figures[position - 1].tokens.upperBound : 0
      let semicolon = before.last { tokens[$0].sign == ";" }.map { $0 + 1 } ?? sentence.lowerBound
      let colon = before.last { tokens[$0].sign == ":" }.map { $0 + 1 } ?? sentence.lowerBound
      let start = min(max(sentence.lowerBound, previous, semicolon, colon), before.upperBound)
      let next = position + 1 < figures.count ? figures[position + 1].tokens.lowerBound : tokens.count
      let limit = max(figure.tokens.upperBound, min(sentence.upperBound, next))
      found.append(
        FigureSurroundings(
          sentence: sentence, local: start..<before.upperBound, right: right(figure.tokens.upperBound, limit),
          clause: min(semicolon, before.upperBound)..<before.upperBound, title: title(paragraphs[current]),
          paragraph: paragraphs[current]))
    }
    return found
  }

  /// Up to the next sign; a mark such as `(mh)` is passed over.
  private func right(_ start: Int, _ limit: Int) -> Range<Int> {
    var start = start
    if start + 2 < limit, tokens[start].sign == "(",
      let close = (start + 2..<min(start + 4, limit)).first(where: {
        tokens[$0].sign == ")"
      })
    {
      start = close + 1
    }
    let end = (start..<max(start, limit)).first { index in
      tokens[index].sign.map { ",;:.()|".contains($0) } ?? ["và", "and"].contains(tokens[index].key)
    }
    return start..<(end ?? max(start, limit))
  }

  private func title(_ paragraph: Int) -> Range<Int> {
    for index in paragraph..<min(paragraph + 30, tokens.count) {
      if index > paragraph, tokens[index].startsParagraph { break }
      if tokens[index].sign == ":" { return paragraph..<index }
    }
    return paragraph..<paragraph
  }
}
