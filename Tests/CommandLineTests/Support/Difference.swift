/// The first line in which two texts differ, byte by byte (canonically equal is not equal here), or nil.
func firstDifference(expected: String, actual: String) -> String? {
  guard !expected.utf8.elementsEqual(actual.utf8) else { return nil }
  let (left, right) = (lines(of: expected), lines(of: actual))
  let index = zip(left, right).prefix { $0.utf8.elementsEqual($1.utf8) }.count
  return """
    line \(index + 1) of \(right.count - 1) (expected \(left.count - 1)):
      expected: \(index < left.count ? left[index].debugDescription : "the end")
      actual:   \(index < right.count ? right[index].debugDescription : "the end")
    """
}

/// The parts between line feeds; the last one is empty where the text ends with a line feed.
private func lines(of text: String) -> [Substring] {
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
}
