import Catalogue
import Findings
import Language
import Statistics
import Values

/// Values far from those of the other members of a dimension in the same year.
extension RuleEvaluator {
  /// A member's value and what is known about it.
  private struct Peer {
    let place: FactPlace
    let fact: Fact
    let logarithm: Double
    /// By how much the logarithm of a count this small varies by chance.
    let chance: Double
  }

  /// Never less than a tenth: peers that are nearly equal would make every difference an outlier.
  private static let narrowest = 0.1

  /// Ratios to the median of the peers, on a logarithmic scale: a tenth is as far away as ten times.
  ///
  /// Median and MAD of the logarithms, as in `RobustSpread`. Values that are not above zero have no logarithm and are
  /// left out.
  func nearPeers(_ comparison: PeerComparison, _ indicators: [Indicator]) throws(Failure) -> [RuleFinding] {
    let question = book.question(comparison.formula)
    let current = Set(comparison.formula.operands.filter { !$0.isPrevious }.map(\.name))
    guard let years = book.years(of: indicators.filter { current.contains($0.code) }) else { return [] }
    let scope = FactBook.Scope(dimensions: rule.dimensions)
    let places = book.places(of: indicators, in: scope)
    let along = rule.dimensions.firstIndex(of: comparison.peers)
    let limit = Rational(comparison.deviations).approximation
    var findings: [RuleFinding] = []
    for year in years {
      var groups: [FactPlace: [Peer]] = [:]
      var order: [FactPlace] = []
      for place in places {
        guard let fact = try book.fact(question, year...year, at: place, in: scope), !fact.hasGaps,
          fact.value > .zero
        else { continue }
        var key = place
        if let along { key.members[along] = nil }
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(peer(place, fact, comparison))
      }
      for key in order {
        let peers = groups[key] ?? []
        guard peers.count >= comparison.fewest else { continue }
        let spread = RobustSpread(peers.map(\.logarithm))
        for peer in peers {
          let scale = max(spread.deviation, Self.narrowest, peer.chance)
          guard abs(peer.logarithm - spread.median) > limit * scale else { continue }
          findings.append(finding(peer, among: peers, spread.median, scale, year, comparison))
        }
      }
    }
    return findings
  }

  private func peer(_ place: FactPlace, _ fact: Fact, _ comparison: PeerComparison) -> Peer {
    // Of a ratio, its numerator; money, scores and quotients are not counted.
    let unit = comparison.unit.dimension
    let isCount = unit["dong"] == nil && unit.count == 1 && unit.values.allSatisfy { $0 == 1 }
    let counted = fact.terms?.numerator ?? (isCount ? fact.value : nil)
    let chance = counted.map { 1 / max(1, $0.approximation).squareRoot() } ?? 0
    return Peer(place: place, fact: fact, logarithm: Logarithm.natural(fact.value.approximation), chance: chance)
  }

  private func finding(
    _ peer: Peer, among peers: [Peer], _ middle: Double, _ scale: Double, _ year: Int, _ comparison: PeerComparison
  ) -> RuleFinding {
    let median = Logarithm.exponential(middle)
    let value = wording.amount(peer.fact.value, comparison.unit)
    let named = LocalizedText(
      vi: "\(comparison.formula) = \(value.vietnamese)", en: "\(comparison.formula) = \(value.english)")
    let facts = Messages.farFromPeers(
      named, times: wording.approximate(Logarithm.exponential(peer.logarithm - middle), .pure),
      median: wording.approximate(median, comparison.unit), peers: peers.count,
      spread: wording.approximate(Logarithm.exponential(scale), .pure))
    let evidence = peer.fact.evidence
    let finding = Finding(
      code: "far-from-peers", severity: rule.severity, resource: evidence.first?.resource,
      position: wording.position(evidence), field: evidence.first?.column, value: RuleWording.plain(peer.fact.value),
      message: message(wording.place(year...year, peer.place, rule.dimensions), facts, evidence + peer.fact.before),
      remedy: Messages.farFromPeersRemedy)
    return RuleFinding(finding, rule: rule.id, evidence: evidence)
  }
}
