public import Language

/// What a workbook of statistics is checked for: that everybody can read it, also with a screen reader, on paper and with
/// another program, and that it says what it holds.
public enum ChecklistItem: String, Sendable, Hashable, CaseIterable {
  case macros = "no-macros"
  case linkedWorkbooks = "no-linked-workbooks"
  case documentTitle = "document-title"
  case documentLanguage = "document-language"
  case personalProperties = "no-personal-properties"
  case opening = "opens-at-the-start"
  case sheetNames = "sheet-names"
  case contents = "contents"
  case links = "links-and-names-work"
  case hidden = "nothing-hidden"
  case sheetTitle = "sheet-title"
  case corner = "begins-at-a1"
  case markedTables = "tables-marked"
  case oneTable = "one-table-a-sheet"
  case headings = "headings"
  case merged = "no-merged-cells"
  case blankRows = "no-blank-rows"
  case blankCells = "no-blank-cells"
  case numbersAsText = "numbers-are-numbers"
  case errorValues = "no-error-values"
  case keptValues = "values-kept"
  case frozen = "headings-stay"
  case width = "numbers-fit"
  case printing = "prints-on-a4"
  case alternativeText = "alternative-text"
  case colour = "colour-not-alone"
  case notes = "notes-in-order"

  /// Stable, in kebab case.
  public var code: String { rawValue }
  public var title: LocalizedText { words.title }
  public var remedy: LocalizedText { words.remedy }
}

/// What came of one item.
public struct ChecklistResult: Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case pass, fail
    /// Only a person can tell.
    case manual
    /// There is nothing of the kind in the workbook.
    case notApplicable = "not-applicable"
  }

  public struct Place: Sendable, Hashable {
    public var sheet: String?
    /// A cell or a range.
    public var cell: String?
    public var reason: LocalizedText
  }

  public var item: ChecklistItem
  public var outcome: Outcome
  /// Where it fails or has to be looked at: at most `mostPlaces`.
  public var places: [Place]
  /// Places beyond those that are listed.
  public var morePlaces: Int

  public static let mostPlaces = 20

  init(_ item: ChecklistItem, _ finding: ChecklistFinding) {
    self.item = item
    outcome = finding.outcome
    places = Array(finding.places.prefix(Self.mostPlaces))
    morePlaces = finding.places.count - places.count
  }
}

/// What one item finds, before it is cut to what is listed.
struct ChecklistFinding {
  var outcome: ChecklistResult.Outcome
  var places: [ChecklistResult.Place] = []

  static let pass = ChecklistFinding(outcome: .pass)
  static let notApplicable = ChecklistFinding(outcome: .notApplicable)

  /// Fails where there are places.
  static func failing(_ places: [ChecklistResult.Place]) -> ChecklistFinding {
    ChecklistFinding(outcome: places.isEmpty ? .pass : .fail, places: places)
  }

  /// To be looked at where there are places.
  static func manual(_ places: [ChecklistResult.Place]) -> ChecklistFinding {
    ChecklistFinding(outcome: places.isEmpty ? .pass : .manual, places: places)
  }
}
