/// What the reader of a resource's rows asks of them beyond the schema, told field by field: so a sieve need not show it
/// the rows of which it would say nothing.
public struct RowDemands: Sendable {
  /// A value as the row's reader sees it.
  public struct Value: Sendable {
    public let cell: Cell
    /// As `ResourceScanner.text`.
    public let text: String?

    init(_ cell: Cell, text: String?) {
      self.cell = cell
      self.text = text ?? cell.canonicalText
    }
  }

  /// What the reader says of a row for a value in it.
  public enum Answer: Sendable {
    case nothing
    case something
    /// It depends on the row's other fields that go together.
    case dependent
    /// Something where one of some other fields holds a value.
    case contradictsValues
    /// Sums of such numbers can be too long, which only all rows tell.
    case unbounded
  }

  public static let plainDecimals = 9

  public struct Field: Sendable {
    /// Of the declared fields.
    public let index: Int
    /// Whether any plain day gives the answer `nothing`, or any number of up to 18 digits, `plainDecimals` of them
    /// decimals.
    public let takesPlain: Bool
    /// Whether the reader says something of each number below zero.
    public let refusesNegatives: Bool
    public let answer: @Sendable (Value) -> Answer

    public init(
      _ index: Int, takesPlain: Bool = false, refusesNegatives: Bool = false,
      _ answer: @escaping @Sendable (Value) -> Answer
    ) {
      self.index = index
      self.takesPlain = takesPlain
      self.refusesNegatives = refusesNegatives
      self.answer = answer
    }
  }

  public let fields: [Field]
  /// The declared fields that go together, and whether the reader may say something of a row with such values.
  public let together: [Int]
  public let doubts: @Sendable ([Value]) -> Bool
  /// The declared fields that answers of `contradictsValues` are about.
  public let values: [Int]

  public init(
    fields: [Field], together: [Int], values: [Int], doubts: @escaping @Sendable ([Value]) -> Bool
  ) {
    self.fields = fields
    self.together = together
    self.values = values
    self.doubts = doubts
  }

  func field(_ index: Int) -> Field? { fields.first { $0.index == index } }

  /// All the fields whose columns a file needs to have.
  var needed: Set<Int> { Set(fields.map(\.index) + together + values) }
}
