import Values

/// Fills a sheet's layout from the elements around its cells. What makes no sense there is passed over: it decides
/// nothing about a value.
struct LayoutReading {
  private(set) var layout = SheetLayout()

  mutating func start(_ name: String, in parent: String, _ attributes: XMLAttributes) {
    switch (parent, name) {
    case ("mergeCells", "mergeCell"):
      if let area = attributes["ref"].flatMap({ CellArea($0) }) { layout.merges.append(area) }
    case ("cols", "col"): column(attributes)
    case ("worksheet", "sheetFormatPr"):
      layout.usualWidth = attributes["defaultColWidth"].flatMap(Double.init)
    case ("worksheet", "autoFilter"): layout.filter = attributes["ref"].flatMap { CellArea($0) }
    case ("sheetViews", "sheetView"): layout.view = attributes["topLeftCell"].flatMap { CellAddress($0) }
    case ("sheetView", "pane"):
      guard attributes["state"] != "split" else { return }
      let (across, down) = (attributes["xSplit"].flatMap(Double.init), attributes["ySplit"].flatMap(Double.init))
      layout.frozen = CellAddress(row: Self.count(down), column: Self.count(across))
    case ("sheetView", "selection"):
      // Of several panes the last one named is the active one.
      layout.cursor = attributes["activeCell"].flatMap { CellAddress($0) } ?? layout.cursor
    case ("sheetPr", "pageSetUpPr"): layout.page.isFitted = attributes.isTrue("fitToPage")
    case ("worksheet", "pageSetup"):
      layout.page.paper = attributes["paperSize"].flatMap { Int($0) }
      layout.page.isLandscape = attributes["orientation"] == "landscape"
      layout.page.pagesAcross = attributes["fitToWidth"].flatMap { Int($0) } ?? 1
    default: return
    }
  }

  mutating func row(_ row: Int, _ attributes: XMLAttributes) {
    if attributes.isTrue("hidden") { layout.hiddenRows.append(row) }
  }

  private mutating func column(_ attributes: XMLAttributes) {
    guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
      (1...CellAddress.columns).contains(first), first <= last
    else { return }
    layout.columns.append(
      SheetLayout.Columns(
        range: first - 1...min(last, CellAddress.columns) - 1, width: attributes["width"].flatMap(Double.init),
        isHidden: attributes.isTrue("hidden")))
  }

  private static func count(_ split: Double?) -> Int {
    guard let split, split > 0, split < Double(CellAddress.rows) else { return 0 }
    return Int(split)
  }
}
