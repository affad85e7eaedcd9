public import Language

/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case error, warning, information

  /// Worst first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Severity {
  /// As a heading: “Lỗi”.
  public var name: LocalizedText {
    switch self {
    case .error: Messages.severityError
    case .warning: Messages.severityWarning
    case .information: Messages.severityInformation
    }
  }

  /// “12 lỗi”.
  public func counted(_ count: Int) -> LocalizedText {
    switch self {
    case .error: Messages.errorCount(count)
    case .warning: Messages.warningCount(count)
    case .information: Messages.informationCount(count)
    }
  }
}

/// Where in a file something is: line and column start at 1 and count lines of the file (a quoted line break counts)
/// and characters of the line.
public struct Position: Sendable, Hashable {
  /// Relative to the data package or the report definition; a file that was named in place of theirs, as it was named.
  public var file: String
  public var line: Int?
  public var column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Position: CustomStringConvertible {
  /// `members.csv:14:3`, the form that editors follow.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}

/// One thing that is wrong, or worth knowing, about an input: what, where, the offending text and how to mend it.
public struct Finding: Sendable, Hashable {
  /// Stable, in kebab case: `type-error`, `duplicate-key`. Listed in `notebooks-docs/findings.md`.
  public var code: String
  public var severity: Severity
  /// The resource of the data package, where the finding is about one.
  public var resource: String?
  public var position: Position
  /// The column's name, where the finding is about one.
  public var field: String?
  /// The offending text as it stands in the file.
  public var value: String?
  public var message: LocalizedText
  public var remedy: LocalizedText

  public init(
    code: String, severity: Severity = .error, resource: String? = nil, position: Position, field: String? = nil,
    value: String? = nil, message: LocalizedText, remedy: LocalizedText
  ) {
    self.code = code
    self.severity = severity
    self.resource = resource
    self.position = position
    self.field = field
    self.value = value
    self.message = message
    self.remedy = remedy
  }
}
