public import Aggregation
public import Catalogue
public import Findings
import Language
public import Values

/// Which part of the whole is first, and who moved: what `rank` answers.
public struct RankQuery: Sendable {
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case highest, lowest
  }

  public var indicator: Indicator
  public var span: PeriodSpan
  /// An earlier period like the other.
  public var since: PeriodSpan?
  /// A dimension's name.
  public var by: String
  public var selection: Selection
  public var level: String?
  /// Which values come first.
  public var order: Order
  /// How many are shown one by one; nil for all.
  public var top: Int?

  public init(
    indicator: Indicator, in span: PeriodSpan, since: PeriodSpan? = nil, by: String = DimensionDeclaration.unit,
    selection: Selection = .whole, level: String? = nil, order: Order = .highest, top: Int? = nil
  ) {
    self.indicator = indicator
    self.span = span
    self.since = since
    self.by = by
    self.selection = selection
    self.level = level
    self.order = order
    self.top = top
  }

  /// What its questions have in common.
  public var shape: QuestionShape {
    QuestionShape(
      [indicator], by: [DimensionDeclaration.period, by], level: level, of: selection,
      years: span.years.flatMap { now in
        guard let since else { return now }
        return since.years.map { min($0.lowerBound, now.lowerBound)...max($0.upperBound, now.upperBound) }
      })
  }

  /// Nil when no part has a value in the period.
  ///
  /// - Throws: `Failure.refused` for what may not be ranked (a lower bound, an implausible figure) and what is not broken
  ///   down that way; `.usage` when the periods are not alike; what reading the data throws.
  /// - Complexity: O(n log n) in the parts, beside observing them.
  public func run(_ evaluator: Evaluator) throws(Failure) -> Ranking? {
    if let reason = indicator.implausible { throw .refused(Messages.notComparedImplausible(reason)) }
    if indicator.isLowerBound { throw .refused(Messages.notComparedLowerBound) }
    if let since { try span.check(since: since) }
    let spans = [since, span].compactMap { $0 }
    let parts = try evaluator.parts(of: indicator, by: by, level: level, spans: spans, within: selection)
    let candidates = try candidates(parts, span, evaluator)
    guard candidates.contains(where: { $0.observation.value != nil }) else { return nil }
    let before: [Candidate]? = try since.map { earlier throws(Failure) in try self.candidates(parts, earlier, evaluator)
    }
    let places = places(candidates)
    let earlier = before.map(self.places)
    var entries: [Ranking.Entry] = []
    for (index, candidate) in candidates.enumerated() {
      let old = before?[index].observation
      // A unit that exists in neither period is no gap in either.
      if candidate.observation.value == nil, old?.value == nil, !candidate.isExpected { continue }
      let movement = try since.map { earlier throws(Failure) in
        try TrendBuilder(evaluator).movement(of: indicator, from: earlier, to: span, for: candidate.selection)
      }
      entries.append(
        Ranking.Entry(
          selection: candidate.selection, now: candidate.observation, place: places[index], reason: candidate.reason,
          before: old, placeBefore: earlier?[index], change: movement?.change, notCompared: movement?.reason))
    }
    // Equal places keep the order of the file: the standard library's sort is stable.
    let ordered = entries.filter { $0.place != nil }.sorted { ($0.place?.number ?? 0) < ($1.place?.number ?? 0) }
    let shown = shown(ordered)
    return Ranking(
      query: self, ranked: Array(ordered.prefix(shown)), rest: try rest(Array(ordered.dropFirst(shown)), evaluator),
      unranked: entries.filter { $0.place == nil },
      whole: try evaluator.observe(indicator, in: span, of: selection))
  }

  /// Whoever ties with the last that is shown is shown, too.
  private func shown(_ ordered: [Ranking.Entry]) -> Int {
    guard let top, top < ordered.count else { return ordered.count }
    let last = ordered[max(0, top - 1)].place
    return top + ordered.dropFirst(top).prefix { $0.place == last }.count
  }

  private func rest(_ left: [Ranking.Entry], _ evaluator: Evaluator) throws(Failure) -> Ranking.Rest? {
    guard !left.isEmpty else { return nil }
    var together = selection
    if by == DimensionDeclaration.unit {
      together.units = left.flatMap(\.selection.units)
    } else {
      together.members[by] = left.compactMap { $0.selection.member(of: by) }
    }
    do {
      return Ranking.Rest(
        count: left.count, observation: try evaluator.observe(indicator, in: span, of: together))
    } catch {
      // Scores are not added up.
      guard case .refused = error else { throw error }
      return Ranking.Rest(count: left.count, observation: nil)
    }
  }
}

// MARK: Values and places

extension RankQuery {
  private struct Candidate {
    let selection: Selection
    let observation: Observation
    /// Why it has no place; nil when it has one.
    var reason: LocalizedText?
    /// Nothing of it may be missed where nothing should report.
    var isExpected: Bool { (observation.coverage?.expected ?? 1) > 0 }
  }

  private func candidates(
    _ parts: [Selection], _ span: PeriodSpan, _ evaluator: Evaluator
  ) throws(Failure) -> [Candidate] {
    var found: [Candidate] = []
    for part in parts {
      let observation = try evaluator.observe(indicator, in: span, of: part)
      found.append(Candidate(selection: part, observation: observation))
    }
    let isFlow = evaluator.isFlow(indicator)
    let cutOff = Self.commonCutOff(found.map(\.observation))
    for index in found.indices {
      let observation = found[index].observation
      if observation.value == nil {
        found[index].reason = Messages.notRankedAbsent(observation.absence ?? .missing)
      } else if isFlow, observation.hasMissingParts {
        found[index].reason = Messages.notRankedParts
      } else if isFlow, let cutOff, observation.period.cutOff != cutOff {
        found[index].reason = Messages.notRankedCutOff(observation.period.cutOff, others: cutOff)
      }
    }
    return found
  }

  /// The day up to which most of them count, the later one of two.
  private static func commonCutOff(_ observations: [Observation]) -> CalendarDate? {
    var counts: [CalendarDate: Int] = [:]
    for observation in observations where observation.value != nil {
      counts[observation.period.cutOff, default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private func places(_ candidates: [Candidate]) -> [Ranking.Place?] {
    var printed: [(index: Int, value: ExactDecimal)] = []
    for (index, candidate) in candidates.enumerated() where candidate.reason == nil {
      if let value = candidate.observation.printed(indicator) { printed.append((index, value)) }
    }
    printed.sort { order == .highest ? $0.value > $1.value : $0.value < $1.value }
    var places = [Ranking.Place?](repeating: nil, count: candidates.count)
    for (place, item) in zip(Ranking.Place.all(printed.map(\.value)), printed) { places[item.index] = place }
    return places
  }
}
