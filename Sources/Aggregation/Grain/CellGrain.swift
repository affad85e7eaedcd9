import Catalogue
import Datasets
import Values

/// What an engine may leave together, since nobody is going to ask for less: years instead of days, districts instead of
/// communes, all members of a dimension. Lines of rows are not kept.
///
/// A table of such cells answers the questions that `answers` says it does, exactly as one of the finest grain would;
/// for any other the resource is read again.
public struct CellGrain: Sendable, Hashable {
  public enum Time: Sendable, Hashable {
    case years
    /// The years of a span as one period; those outside of it not at all.
    case span(ClosedRange<Int>)
  }

  public enum Units: Sendable, Hashable {
    case reported
    /// The units of a level, each with all that lie below it; those above it as they are.
    case level(String)
    case together
  }

  /// Stand for the span and for what is outside of it while a file is read.
  static let within = PeriodSlot.year(1)
  static let outside = PeriodSlot.year(2)

  public let time: Time
  public let units: Units
  /// The dimensions by which cells are told apart.
  public let dimensions: Set<String>
  /// By their names.
  public let measures: Set<String>
  /// Dimensions that rows are told apart by while they are read, and cells are not: of how many members a value is found
  /// in is asked before the members are left together.
  public let apart: Set<String>

  public init(
    time: Time, units: Units, dimensions: Set<String>, measures: Set<String>, apart: Set<String> = []
  ) {
    self.apart = apart
    self.time = time
    self.units = units
    self.dimensions = dimensions
    self.measures = measures
  }

  /// Whether a question about some periods and a part of the whole needs nothing finer, as far as `separates` says the
  /// same of its units.
  ///
  /// - Parameter years: the reporting years that there are.
  func answers(
    _ measure: Measure, _ slots: [PeriodSlot], _ selection: Selection, years: Set<Int>
  ) -> Bool {
    // In how many members a value is found was asked of each year.
    if measure.foundIn != nil, time == .years, slots.count != 1 { return false }
    guard measures.contains(measure.name), slots.allSatisfy({ $0.kind == .year }),
      selection.members.keys.allSatisfy(dimensions.contains)
    else { return false }
    if case .span(let span) = time, years.intersection(slots.map(\.year)) != years.filter(span.contains) {
      return false
    }
    return units != .together || selection.units.isEmpty
  }

  /// Whether none of some units lies below those whose rows were left together.
  func separates(_ asked: [String], known: Dimension?) -> Bool {
    guard case .level(let level) = units else { return true }
    return asked.allSatisfy { known?.ancestor(of: $0, at: level) == nil }
  }

  /// Tells it from every other grain.
  var name: String {
    let years =
      switch time {
      case .years: "years"
      case .span(let span): "\(span.lowerBound)-\(span.upperBound)"
      }
    let level =
      switch units {
      case .reported: "reported"
      case .together: "together"
      case .level(let level): "level \(level)"
      }
    return ([years, level] + dimensions.sorted() + [""] + measures.sorted()).joined(separator: "\u{0}")
  }

  /// Whether rows are told apart by the members of a dimension.
  func keeps(_ dimension: String) -> Bool { dimensions.contains(dimension) || apart.contains(dimension) }

  var span: ClosedRange<Int>? {
    if case .span(let span) = time { return span }
    return nil
  }

  /// The period that a row's cell is of.
  func slot(_ slot: PeriodSlot, _ calendar: ReportingYear) -> PeriodSlot {
    switch time {
    case .years: .year(calendar.year(of: slot))
    // One for all; which one it is, is known when everything has been read.
    case .span(let years): years.contains(calendar.year(of: slot)) ? Self.within : Self.outside
    }
  }

  /// The unit that a row's cell is of.
  func unit(_ code: String, _ known: Dimension?) -> String? {
    switch units {
    case .reported: code
    case .together: nil
    case .level(let level): known?.ancestor(of: code, at: level) ?? code
    }
  }
}

extension Dimension {
  /// The unit of a level that another one lies below; nil for those of the level itself and for what is not below one.
  ///
  /// - Complexity: O(depth) of the hierarchy.
  func ancestor(of code: String, at level: String) -> String? {
    guard member(code)?.level != level else { return nil }
    var seen: Set<String> = [code]
    var next = member(code)?.parent
    while let unit = next, seen.insert(unit).inserted {
      guard let member = member(unit) else { return nil }
      if member.level == level { return unit }
      next = member.parent
    }
    return nil
  }
}
