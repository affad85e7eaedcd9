public import Datasets
public import Values

/// How the figures of a unit that reported come into a restated figure.
public final class UnitOrigin: Sendable {
  /// The unit that reported.
  public let unit: UnitID
  /// The share of its figures that counts: 1, or less where only a part of it lies in the unit asked for.
  public let share: Rational
  /// It is another unit than on the day of the boundaries.
  public let isRestated: Bool
  /// The events between, in the order of the days.
  public let events: [UnitEvent]

  init(unit: UnitID, share: Rational, isRestated: Bool, events: [UnitEvent]) {
    self.unit = unit
    self.share = share
    self.isRestated = isRestated
    self.events = events
  }

  var isWhole: Bool { share == .one }
}

extension UnitOrigin: Hashable {
  public static func == (left: UnitOrigin, right: UnitOrigin) -> Bool {
    left === right
      || (left.unit == right.unit && left.share == right.share && left.isRestated == right.isRestated
        && left.events == right.events)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(unit)
    hasher.combine(share)
  }
}

/// What one unit that reported brings into a restated figure.
public struct RestatedPart: Sendable, Hashable {
  public let origin: UnitOrigin
  /// What its rows add up to, before its share is taken; nil for counts of different values.
  public let value: Rational?
  public let lines: LineRanges
  /// Which of the resource's files the lines are in.
  let part: Int
}
