/// One table.
final class TablePart: XMLSink {
  private(set) var table: ReadTable?

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("", "table"):
      table = ReadTable(
        name: attributes["displayName"] ?? attributes["name"] ?? "", range: attributes["ref"] ?? "", columns: [],
        hasHeader: attributes["headerRowCount"] != "0", totalRows: attributes["totalsRowCount"].flatMap(Int.init) ?? 0)
    case ("tableColumns", "tableColumn"): table?.columns.append(EscapedText.decoded(attributes["name"] ?? ""))
    default: return
    }
  }
}
