public import Findings

/// The findings of a failure; nil when the work succeeds or fails in another way.
public func findings<Result>(of work: () throws -> Result) -> [Finding]? {
  do { _ = try work() } catch Failure.invalid(let findings) { return findings } catch { return nil }
  return nil
}

/// The failure of some work; nil when it succeeds.
public func failure<Result>(of work: () throws -> Result) -> Failure? {
  do { _ = try work() } catch { return error as? Failure }
  return nil
}

extension Finding {
  /// `members.csv:14:3 type-error 'x'`, to compare in one go.
  public var summary: String { "\(position) \(code) '\(value ?? "")'" }
}
