import Catalogue
public import Findings
import Synchronization

/// What has been read of one dataset, for evaluators on several threads: each resource is read once. Those that are asked
/// the same questions share the answers, too.
public final class SharedReadings: Sendable {
  let tables = OnceEach<CellTable>()
  /// By measure and grain.
  let measures = OnceEach<ReadMeasure>()
  let places = CellPlaces()
  private let submissions = OnceEach<SubmissionList>()
  private let claims = OnceEach<[Claim]>()
  private let targets = OnceEach<[Target]>()
  /// Of evaluators on the units as they were.
  private let answers = Mutex<[Evaluator.Question: KnownAnswer]>([:])

  public init() {}

  /// What has been read already.
  init(_ known: [String: CellTable]) {
    for (name, table) in known { _ = try? tables.value(name) { table } }
  }

  func answer(_ question: Evaluator.Question) -> KnownAnswer? { answers.withLock { $0[question] } }
  func keep(_ answer: KnownAnswer, as question: Evaluator.Question) { answers.withLock { $0[question] = answer } }

  /// Reads resources that will be asked for, and the list of what should come in, which goes with the first of them. What
  /// is wrong in them is kept for who asks.
  public func readAhead(_ resources: [String], of dataset: Dataset) {
    let evaluator = Evaluator(dataset, readings: self)
    for (index, resource) in resources.enumerated() {
      _ = try? evaluator.table(resource)
      if index == 0 { _ = try? evaluator.submissions() }
    }
  }

  func submissions(of dataset: Dataset) throws(Failure) -> SubmissionList {
    try submissions.value("") { () throws(Failure) in SubmissionList(try dataset.submissions()) }
  }

  /// - Throws: as reading them does.
  public func claims(of dataset: Dataset) throws(Failure) -> [Claim] {
    try claims.value("") { () throws(Failure) in try dataset.claims() }
  }

  /// - Throws: as reading them does.
  public func targets(of dataset: Dataset) throws(Failure) -> [Target] {
    try targets.value("") { () throws(Failure) in try dataset.targets() }
  }
}

/// An answer on the heap: a table of thousands of them stays small.
final class KnownAnswer: Sendable {
  let observation: Observation

  init(_ observation: Observation) { self.observation = observation }
}
