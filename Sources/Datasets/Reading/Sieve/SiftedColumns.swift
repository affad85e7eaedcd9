import Findings

/// What a scan through a sieve learns about columns as a whole, for `PersonalDataGuard`.
struct SiftedColumns {
  /// The different texts in the order of the file, as far as they were remembered.
  private var texts: [TextDictionary]
  private var isOverfull: [Bool]
  private var digits: [DigitTally?]
  private var hashes: [[[UInt64]]]

  init(fields: Int, digits: [DigitTally?], keys: Int) {
    texts = Array(repeating: TextDictionary(), count: fields)
    isOverfull = Array(repeating: false, count: fields)
    self.digits = digits
    hashes = Array(repeating: [], count: keys)
  }

  /// False where the rows have to be read in full.
  mutating func add(_ part: Sieve.Part, _ sieve: Sieve) -> Bool {
    for (column, plan) in zip(part.columns, sieve.columns) {
      if column.isSuspicious { return false }
      column.addTexts(to: &texts[plan.index])
      if column.isOverfull { isOverfull[plan.index] = true }
      if let more = column.digits { digits[plan.index]?.add(more) }
    }
    for (index, key) in part.keys.enumerated() { hashes[index].append(key.hashes) }
    return true
  }

  /// The column as the guard looks at it; nil where it could come to another conclusion by all texts.
  func column(_ index: Int, named name: String, heading: Position) -> PersonalDataGuard.Column? {
    if isOverfull[index], IdentityNumbers.fill(texts[index].texts) { return nil }
    if digits[index]?.dependsOnOrder ?? false { return nil }
    return PersonalDataGuard.Column(
      field: name, texts: texts[index].texts, digits: digits[index], heading: heading)
  }

  var holdsDuplicateKeys: Bool { hashes.contains { KeySieve.holdDuplicates($0) } }
}
