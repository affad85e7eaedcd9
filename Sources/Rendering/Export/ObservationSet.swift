public import Aggregation
public import Catalogue
public import Findings
public import Trends
import Values

/// Every value of some indicators: of the whole, and of the members of each dimension asked for.
public struct ObservationSet {
  public struct Entry: Sendable {
    public let indicator: Indicator
    public let observation: Observation
  }

  public let evaluator: Evaluator
  public let indicators: [Indicator]
  public let entries: [Entry]
  /// Indicators that have no value in the periods.
  public let withoutValues: [String]
  /// The dimensions of any entry, besides unit and period; in the order of the catalogue.
  let otherDimensions: [String]

  public var dataset: Dataset { evaluator.dataset }
  public var isIllustrative: Bool { entries.contains { $0.observation.isIllustrative } }

  /// - Parameter dimensions: an indicator that is not broken down by one has no members of it.
  /// - Throws: what reading the data throws.
  /// - Complexity: O(indicators × periods × members), beside observing them.
  public static func all(
    _ indicators: [Indicator], by dimensions: [String], periods: PeriodChoice, _ evaluator: Evaluator
  ) throws(Failure) -> ObservationSet {
    var entries: [Entry] = []
    var withoutValues: [String] = []
    for indicator in indicators {
      let spans = try evaluator.spans(of: [indicator], periods)
      var parts: [Selection] = spans.isEmpty ? [] : [.whole]
      for dimension in dimensions where !spans.isEmpty {
        do throws(Failure) {
          let members = try evaluator.parts(of: indicator, by: dimension, spans: spans, within: .whole)
          // What is reported for the root alone is the whole already.
          parts += members.filter { $0.members.count == 1 || $0.units != evaluator.dataset.units?.roots }
        } catch {
          guard case .refused = error else { throw error }
        }
      }
      var own: [Entry] = []
      for part in parts {
        for span in spans {
          do throws(Failure) {
            own.append(Entry(indicator: indicator, observation: try evaluator.observe(indicator, in: span, of: part)))
          } catch {
            guard case .refused = error else { throw error }
          }
        }
      }
      if !own.contains(where: { $0.observation.value != nil }) { withoutValues.append(indicator.code) }
      entries += own
    }
    let used = entries.reduce(into: Set<String>()) { $0.formUnion($1.observation.selection.members.keys) }
    return ObservationSet(
      evaluator: evaluator, indicators: indicators, entries: entries, withoutValues: withoutValues,
      otherDimensions: evaluator.dataset.catalogue.dimensions.map(\.name).filter { used.contains($0) })
  }

  /// Whether a missing value says something: that of a cell that should report.
  static func isKept(_ observation: Observation) -> Bool {
    observation.value != nil || observation.absence == .notCollected || (observation.coverage?.expected ?? 0) > 0
  }
}
