/// A regular expression of the kind that codes are described by, as a table of which place of it may follow which: a
/// match takes a few instructions a character and never longer, where compiling a `Regex` alone takes longer than reading
/// a small file. What else there is in expressions is left to `Regex`, of which this is a part: it says the same.
///
/// The places of an expression are its characters and classes; after each character of a text some of them are the ones
/// that have been met (V. M. Glushkov, "The abstract theory of automata", Russian Mathematical Surveys 16, 1961).
struct PlainPattern: Sendable {
  /// One bit a place.
  typealias Places = UInt64

  /// The places that take a character, by its byte.
  private var taking = [Places](repeating: 0, count: 128)
  /// The places that may follow a place.
  private var following: [Places] = []
  private var first: Places = 0
  private var last: Places = 0
  private var takesNothing = false

  /// - Returns: nil for an expression of another kind, and for one with more than 64 places.
  init?(_ pattern: String) {
    guard let node = PatternReader.node(of: pattern), let whole = add(node) else { return nil }
    (first, last, takesNothing) = (whole.first, whole.last, whole.takesNothing)
  }

  /// Whether a whole text is of the form.
  ///
  /// - Returns: nil for a text with other characters than those of ASCII that are printed.
  /// - Complexity: O(length × places) at most.
  func matches(_ text: String) -> Bool? {
    var met: Places = 0
    var isFirst = true
    for byte in text.utf8 {
      guard 0x20..<0x7F ~= byte else { return nil }
      var next = isFirst ? first : 0
      while met != 0 {
        next |= following[met.trailingZeroBitCount]
        met &= met - 1
      }
      met = next & taking[Int(byte)]
      isFirst = false
    }
    return isFirst ? takesNothing : met & last != 0
  }

  /// A part of the expression.
  private struct Part {
    /// The places where it may begin and end.
    var first: Places = 0
    var last: Places = 0
    var takesNothing = true
  }

  private mutating func add(_ node: PatternNode) -> Part? {
    switch node {
    case .characters(let characters):
      guard following.count < Places.bitWidth else { return nil }
      let place: Places = 1 << Places(following.count)
      following.append(0)
      for byte in characters { taking[Int(byte)] |= place }
      return Part(first: place, last: place, takesNothing: false)
    case .sequence(let nodes):
      var whole = Part()
      for node in nodes {
        guard let part = add(node) else { return nil }
        whole = joined(whole, part)
      }
      return whole
    case .alternatives(let nodes):
      var whole = Part(takesNothing: false)
      for node in nodes {
        guard let part = add(node) else { return nil }
        whole.first |= part.first
        whole.last |= part.last
        whole.takesNothing = whole.takesNothing || part.takesNothing
      }
      return whole
    case .repeated(let node, let least, let most): return add(node, least, most)
    }
  }

  /// So many copies, of which those above the least may be missing.
  private mutating func add(_ node: PatternNode, _ least: Int, _ most: Int?) -> Part? {
    var whole = Part()
    for copy in 0..<max(least, most ?? max(least, 1)) {
      guard var part = add(node) else { return nil }
      if most == nil, copy + 1 >= least { follow(part.last, part.first) }
      if copy >= least { part.takesNothing = true }
      whole = joined(whole, part)
    }
    return whole
  }

  private mutating func joined(_ left: Part, _ right: Part) -> Part {
    follow(left.last, right.first)
    return Part(
      first: left.first | (left.takesNothing ? right.first : 0),
      last: right.last | (right.takesNothing ? left.last : 0), takesNothing: left.takesNothing && right.takesNothing)
  }

  private mutating func follow(_ places: Places, _ next: Places) {
    for place in following.indices where places & 1 << Places(place) != 0 { following[place] |= next }
  }
}
