import Aggregation
import Values

/// How far the reports of one unit, organisation, form or year have come in.
struct SubmissionCounts {
  /// A kind of report that is counted.
  enum Kind: String, CaseIterable {
    case due, received, onTime = "on-time", late, missing

    /// As a condition on the rows.
    var condition: String? {
      switch self {
      case .due: nil
      case .received: "received"
      case .onTime: "received <= due"
      case .late: "received > due"
      case .missing: "not received"
      }
    }

    func holds(_ submission: Submission) -> Bool {
      switch self {
      case .due: true
      case .received: submission.received != nil
      case .onTime: submission.received != nil && !submission.isLate
      case .late: submission.isLate
      case .missing: submission.received == nil
      }
    }
  }

  let submissions: [Submission]

  func lines(_ kind: Kind) -> LineRanges {
    var lines = LineRanges()
    for submission in submissions where kind.holds(submission) { lines.insert(submission.line) }
    return lines
  }

  func count(_ kind: Kind) -> Int { submissions.count(where: kind.holds) }

  /// The day on which the last of them came.
  var lastReceived: CalendarDate? { submissions.compactMap(\.received).max() }

  /// Most days by which one was late, and its row; nil when none was.
  var mostLate: (days: Int, line: Int)? {
    var most: (days: Int, line: Int)?
    for submission in submissions where submission.isLate {
      guard let received = submission.received else { continue }
      let days = submission.due.days(to: received)
      if days > most?.days ?? 0 { most = (days, submission.line) }
    }
    return most
  }
}
