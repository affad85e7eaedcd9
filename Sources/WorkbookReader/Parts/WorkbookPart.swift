/// The list of sheets and names.
final class WorkbookPart: XMLSink {
  struct Sheet {
    var name: String
    var relationship: String
    var visibility: ReadSheet.Visibility
  }

  private let part: String
  private let limits: WorkbookLimits
  private(set) var sheets: [Sheet] = []
  private(set) var names: [(name: String, sheet: Int?, formula: String)] = []
  private(set) var shownSheet = 0
  private var open: (name: String, sheet: Int?)?

  init(part: String, limits: WorkbookLimits) {
    self.part = part
    self.limits = limits
  }

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("sheets", "sheet"):
      guard sheets.count < limits.sheets else { throw .tooMany(part: part, limit: limits.sheets) }
      let sheet = attributes["name"] ?? ""
      guard !sheet.isEmpty, !sheets.contains(where: { $0.name.lowercased() == sheet.lowercased() }) else {
        throw .wrongValue(part: part, line: line, text: sheet)
      }
      sheets.append(
        Sheet(
          name: sheet, relationship: attributes["r:id"] ?? "",
          visibility: attributes["state"].flatMap(ReadSheet.Visibility.init) ?? .visible))
    case ("bookViews", "workbookView"): shownSheet = attributes["activeTab"].flatMap { Int($0) } ?? 0
    case ("definedNames", "definedName"):
      open = attributes["name"].map { ($0, attributes["localSheetId"].flatMap(Int.init)) }
    default: return
    }
  }

  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {
    guard name == "definedName", let open else { return }
    names.append((open.name, open.sheet, text))
    self.open = nil
  }
}
