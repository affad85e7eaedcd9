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

  /// A question to an evaluator.
  public typealias Asked = (indicator: Indicator, span: PeriodSpan, selection: Selection)

  /// Fewer questions are answered sooner than another thread has begun.
  private static let many = 512

  /// Answers questions, many of them on several threads.
  ///
  /// - Returns: the answers in the order of the questions.
  /// - Throws: as `observe` of the first question that cannot be answered.
  public func observe(all questions: [Asked]) throws(Failure) -> [Observation] {
    let workers = min(dataset.package.threads ?? .max, WorkPieces<Void>.workers, questions.count / Self.many)
    guard workers > 1, engine is NativeEngine else { return try Self.answers(questions[...], self) }
    let (dataset, boundaries, readings, shape) = (dataset, boundaries, readings, shape)
    let size = (questions.count + workers - 1) / workers
    let parts = WorkPieces.results(workers, threads: workers) { worker in
      Result { () throws(Failure) in
        let first = min(worker * size, questions.count)
        let evaluator = Evaluator(dataset, boundaries: boundaries, readings: readings, shape: shape)
        return try Self.answers(questions[first..<min(first + size, questions.count)], evaluator)
      }
    }
    var answers: [Observation] = []
    answers.reserveCapacity(questions.count)
    for part in parts { answers += try part.get() }
    return answers
  }

  private static func answers(
    _ questions: ArraySlice<Asked>, _ evaluator: Evaluator
  ) throws(Failure) -> [Observation] {
    var answers: [Observation] = []
    answers.reserveCapacity(questions.count)
    for question in questions {
      answers.append(try evaluator.observe(question.indicator, in: question.span, of: question.selection))
    }
    return answers
  }
}
