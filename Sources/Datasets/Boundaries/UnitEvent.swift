public import Values

/// Which unit is meant: codes are reused, so a unit is a code and the first day of its row in the list of units.
public struct UnitID: Sendable, Hashable {
  public let code: String
  /// Nil where the list of units gives no first day.
  public let validFrom: CalendarDate?

  public init(code: String, validFrom: CalendarDate?) {
    self.code = code
    self.validFrom = validFrom
  }
}

extension DimensionMember {
  public var id: UnitID { UnitID(code: code, validFrom: validFrom) }
}

/// One row of the events of units: which unit becomes which on a day, whole or in part.
public struct UnitEvent: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Several units become one.
    case merge
    /// One unit becomes several.
    case split
    case rename, retype
    /// The unit gets another parent.
    case move
    /// A unit begins that was no part of another.
    case create
    /// A unit ends; `to`, if any, takes over what it did, and may be of another level.
    case abolish
  }

  /// Common to the rows of one event.
  public let id: String
  /// The first day of what comes after.
  public let day: CalendarDate
  public let kind: Kind
  /// The code of the unit that ends or gives, valid on the day before; nil for what lies outside the package.
  public let from: String?
  /// The code of the unit that begins or receives, valid on the day; nil for what lies outside the package.
  public let to: String?
  /// The share of `from` that goes to `to`, above 0 and at most 1; nil where it is not known or all of it goes there.
  public let weight: Rational?
  /// The share of `to` that came from `from`, for reading the event backwards; nil as above.
  public let weightBack: Rational?
  /// What the shares are shares of: "dân số 31/12/2024".
  public let basis: String?
  /// The legal act.
  public let act: String?
  public let file: String
  public let line: Int

  public init(
    id: String, day: CalendarDate, kind: Kind, from: String?, to: String?, weight: Rational? = nil,
    weightBack: Rational? = nil, basis: String? = nil, act: String? = nil, file: String, line: Int
  ) {
    self.id = id
    self.day = day
    self.kind = kind
    self.from = from
    self.to = to
    self.weight = weight
    self.weightBack = weightBack
    self.basis = basis
    self.act = act
    self.file = file
    self.line = line
  }
}
