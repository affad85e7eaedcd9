public import Catalogue
public import Findings
public import Values

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
    _ = WorkPieces.results(names.count + (isListed ? 1 : 0), threads: min(2, dataset.package.threads ?? 2)) { index in
      let evaluator = Evaluator(dataset, boundaries: boundaries, readings: readings, shape: shape)
      if index < names.count { _ = try? evaluator.table(names[index]) } else { _ = try? evaluator.submissions() }
    }
  }

  /// What several indicators are asked of.
  public typealias Place = (span: PeriodSpan, selection: Selection)

  /// Fewer questions are answered sooner than another thread has begun.
  private static let many = 512

  /// Answers a question about each indicator at each place; many of them on several threads.
  ///
  /// - Returns: for each place, what the indicators are there, in their order.
  /// - Throws: as `observe` of the first question that cannot be answered.
  public func observe(_ indicators: [Indicator], at places: [Place]) throws(Failure) -> [[Observation?]] {
    let workers = min(
      dataset.package.threads ?? .max, WorkPieces<Void>.workers, places.count * indicators.count / Self.many)
    guard workers > 1, engine is NativeEngine else { return try answers(indicators, places[...]) }
    let (dataset, boundaries, readings, shape) = (dataset, boundaries, readings, shape)
    let size = (places.count + workers - 1) / workers
    let parts = WorkPieces.results(workers, threads: workers) { worker in
      Result { () throws(Failure) in
        let evaluator = Evaluator(dataset, boundaries: boundaries, readings: readings, shape: shape)
        return try evaluator.answers(indicators, places.dropFirst(worker * size).prefix(size))
      }
    }
    var answers: [[Observation?]] = []
    answers.reserveCapacity(places.count)
    for part in parts { answers += try part.get() }
    return answers
  }

  private func answers(
    _ indicators: [Indicator], _ places: ArraySlice<Place>
  ) throws(Failure) -> [[Observation?]] {
    var answers: [[Observation?]] = []
    answers.reserveCapacity(places.count)
    for place in places {
      var own: [Observation?] = []
      own.reserveCapacity(indicators.count)
      for indicator in indicators {
        // Nothing else rests on the value of a measure, so that it need not be remembered.
        if case .measure = indicator.definition {
          own.append(try answer(indicator, in: place.span, of: place.selection))
        } else {
          own.append(try observe(indicator, in: place.span, of: place.selection))
        }
      }
      answers.append(own)
    }
    return answers
  }
}
