public import Catalogue
import Values

/// The ranges of years that a package declares for a report: what makes it due, and what it is an interim review of.
public struct ReviewedRanges: Sendable {
  /// In the order of the catalogue.
  public let ranges: [ClosedRange<Int>]
  private let hasInterim: Bool

  /// Ranges of the definition's series; where it names none, those without a series and of its length.
  public init(_ definition: ReportDefinition, in catalogue: Catalogue) {
    let period = definition.period
    hasInterim = definition.interimNames != nil
    ranges = catalogue.periods.compactMap { declaration in
      guard declaration.period.kind == .range, declaration.series == period.series,
        let years = declaration.period.years,
        period.series != nil || years.count == period.years
      else { return nil }
      return years
    }
  }

  /// The years that a review made in some year is about: all of a range in its last year, in its middle year what has
  /// passed of it, where there is an interim review; nil where none is due.
  public func due(in year: Int) -> ClosedRange<Int>? {
    if let whole = ranges.first(where: { $0.upperBound == year }) { return whole }
    guard hasInterim, let begun = ranges.first(where: { $0.lowerBound + $0.count / 2 == year }) else { return nil }
    return begun.lowerBound...year
  }

  /// What has passed of the range that holds a year; nil where no range does.
  public func passed(in year: Int) -> ClosedRange<Int>? {
    ranges.first { $0.contains(year) }.map { $0.lowerBound...year }
  }

  /// Whether some years are the beginning of a range that goes on.
  public func isInterim(_ years: ClosedRange<Int>) -> Bool {
    hasInterim && !ranges.contains(years)
      && ranges.contains { $0.lowerBound == years.lowerBound && $0.upperBound > years.upperBound }
  }
}
