public import Catalogue
import Findings

extension Evaluator {
  /// Reads what questions about some indicators rest on, on two threads. Large files are left to the questions, which
  /// read each of them with all threads. What is wrong is kept for who asks.
  public func readTogether(_ indicators: [Indicator]) {
    var resources: [String] = []
    for measure in indicators.flatMap({ catalogue.measures(of: $0) }) where !resources.contains(measure.resource) {
      guard let plan = dataset.plan(for: measure.resource), !NativeEngine.isLarge(plan) else { continue }
      resources.append(measure.resource)
    }
    let isListed = resources.contains { !(catalogue.roles[$0]?.expects.isEmpty ?? true) }
    guard resources.count > 1 || isListed else { return }
    let (names, dataset, boundaries, readings, shape) = (resources, dataset, boundaries, readings, shape)
    _ = WorkPieces.results(names.count + (isListed ? 1 : 0), threads: 2) { index in
      let evaluator = Evaluator(dataset, boundaries: boundaries, readings: readings, shape: shape)
      if index < names.count { _ = try? evaluator.table(names[index]) } else { _ = try? evaluator.submissions() }
    }
  }
}
