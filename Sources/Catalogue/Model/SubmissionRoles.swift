public import Findings

/// Which column plays which part in the list of what should be sent in: one row for each report of a unit, or of an
/// organisation in a unit, with the day it is due and the day it came.
public struct SubmissionRoles: Sendable {
  public let resource: String
  /// The column with the names of the resources whose rows are sent in.
  public let formColumn: String
  /// The column of the reporting year.
  public let periodColumn: String
  public let unitColumn: String?
  public let organisationColumn: String?
  public let dueColumn: String
  /// Empty in a row whose report has not come.
  public let receivedColumn: String
  public let position: Position
}
