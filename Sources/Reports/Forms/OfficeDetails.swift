public import Values

/// Who issues a document: what `form` of report.yaml and `office.yaml` of the data package say.
public struct OfficeDetails: Sendable, Hashable {
  /// The letterhead: the office above first.
  public var issuer: [String]
  /// The symbol of the kind of document and its issuer, without a number: `BC/BDVTU`.
  public var symbol: String
  /// Nil when it is given on signing.
  public var number: Int?
  public var place: String
  /// Nil when it is written by hand.
  public var date: CalendarDate?
  /// Whom the document is addressed to.
  public var to: [String]
  public var signatory: Signatory
  public var recipients: [String]

  public struct Signatory: Sendable, Hashable {
    /// `for: BAN THƯỜNG VỤ`, `instead-of: TRƯỞNG BAN`: in the order of the lines.
    public var authority: [(kind: OfficialForm.Authority, name: String)] {
      OfficialForm.Authority.allCases.compactMap { kind in names[kind].map { (kind, $0) } }
    }
    var names: [OfficialForm.Authority: String]
    public var title: String
    public var name: String?
  }
}
