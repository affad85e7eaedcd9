import Datasets
public import Findings
public import Language
public import Values

extension Evaluator {
  /// The points of a series with a break (B) where the unit became another in boundaries since the point before.
  ///
  /// - Throws: what reading the events throws.
  public func markingBreaks(in points: [Observation], of selection: Selection) throws(Failure) -> [Observation] {
    var points = points
    for unit in selection.units {
      for (index, later) in points.enumerated().dropFirst() {
        guard try changeOfBoundaries(of: unit, from: points[index - 1].period, to: later.period) != nil else {
          continue
        }
        points[index].flags.formUnion(StatusFlags(.breakInSeries))
      }
    }
    return points
  }

  /// Why figures that a unit reported for two periods are not comparable: it gave or received something between them, or
  /// its code belongs to another unit. Nil where nothing did, on the boundaries of one day, and where the package has no
  /// events of units.
  ///
  /// - Throws: what reading the events throws.
  public func changeOfBoundaries(
    of code: String, from first: Period, to last: Period
  ) throws(Failure) -> LocalizedText? {
    guard boundaries == .original, dataset.catalogue.unitEvents != nil, let history = try history(),
      let (before, earlier) = history.unit(code, from: first.start, to: first.end),
      let (after, later) = history.unit(code, from: last.start, to: last.end), earlier < later
    else { return nil }
    do throws(Failure) {
      let forward = try history.mapping(of: before, on: earlier, to: later)
      let back = try history.mapping(of: after, on: later, to: earlier)
      if forward == [after: .one], back == [before: .one] { return nil }
    } catch {
      // A share that nobody knows is a change all the same.
    }
    let day = history.lastChange(of: after, upTo: later, after: earlier) ?? after.validFrom ?? later
    return Messages.notComparedAcrossEvent(
      history.member(after)?.names ?? LocalizedText(code), code: code, on: day)
  }
}
