public import Datasets
public import Values

/// Where a cell stands: one period, one unit and one member of each declared dimension, by codes.
public struct CellKey: Sendable, Hashable {
  public var slot: PeriodSlot
  /// Nil when the resource has no unit column.
  public var unit: String?
  /// Members in the order of the resource's declared dimensions; nil where the row has none.
  public var members: [String?]

  public init(slot: PeriodSlot, unit: String?, members: [String?]) {
    self.slot = slot
    self.unit = unit
    self.members = members
  }
}

/// What the rows of one cell add up to, for one measure.
public struct MeasureCell: Sendable {
  public var sum = DecimalSum()
  /// Rows with a value.
  public var present = 0
  /// Of a count: rows that do not meet its conditions. They make it a known zero where there are no others.
  public var passed = 0
  /// Whether its value is known.
  public var isReported: Bool { present > 0 || passed > 0 }
  /// Rows without one, and the reasons they give.
  public var absent = 0
  public var absences: StatusFlags = []
  /// The flags of the rows with a value; a break is kept where there is none, too.
  public var flags: StatusFlags = []
  /// The lines of the rows with a value.
  public var lines = SourceLines()
  /// The day up to which all its rows were counted.
  public var cutOff: CalendarDate?
  /// What few cells have.
  private var rare = Rare.none

  /// What the rows of each file but the first add up to; empty for a resource of one file.
  var later: [Int: CellPiece] {
    get { rare.parts.later }
    _modify { yield &rare.parts.later }
  }
  /// The different values, for distinct counts.
  public var values: Set<String> {
    get { rare.parts.values }
    _modify { yield &rare.parts.values }
  }
  /// How many different values there are, where an engine has only counted them.
  public var distinct: Int? {
    get { rare.parts.distinct }
    set { rare.parts.distinct = newValue }
  }
  /// On the boundaries of another day, whose rows these are and which share of them counts; nil for all of them.
  public var origin: UnitOrigin? {
    get { rare.parts.origin }
    set { rare.parts.origin = newValue }
  }
  /// What was corrected in its rows, with and without a value, as far as it concerns the measure.
  public var corrections: [AppliedCorrection] {
    get { rare.parts.corrections }
    _modify { yield &rare.parts.corrections }
  }

  /// Kept apart: cells are many, and copied often.
  private indirect enum Rare {
    case none
    case some(RareParts)

    var parts: RareParts {
      get { if case .some(let parts) = self { parts } else { RareParts() } }
      _modify {
        var parts = parts
        // So that what is added to has one owner.
        self = .none
        defer { self = .some(parts) }
        yield &parts
      }
    }
  }

  private struct RareParts {
    var later: [Int: CellPiece] = [:]
    var values: Set<String> = []
    var distinct: Int?
    var origin: UnitOrigin?
    var corrections: [AppliedCorrection] = []
  }
}

/// A row of a register: something that lasts from one year to another.
public struct RegisterEntry: Sendable {
  public let value: String
  public let first: Int
  /// Nil while it lasts.
  public let last: Int?
  public let unit: String?
  public let members: [String?]
  public let flags: StatusFlags
  public let line: SourceLine
  public let corrections: [AppliedCorrection]

  /// Whether it counts in any of the years.
  public func isActive(in years: ClosedRange<Int>) -> Bool {
    first <= years.upperBound && (last ?? Int.max) >= years.lowerBound
  }
}

/// What an engine found in a resource, at the finest grain that its roles declare.
public struct CellTable: Sendable {
  /// By measure name.
  public var cells: [String: [CellKey: MeasureCell]] = [:]
  public var registers: [String: [RegisterEntry]] = [:]
  /// The reporting years with rows.
  public var years: Set<Int> = []
  public var rows = 0
  /// Nil for the finest grain that the roles declare.
  public var grain: CellGrain?

  public init() {}
}
