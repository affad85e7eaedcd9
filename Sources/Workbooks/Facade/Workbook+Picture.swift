import CXLSXWriter
import Reports
import Values

extension Workbook {
  /// Puts a picture over cells, as large as fits into the place at its own proportions.
  func add(_ picture: PNGPicture, alternativeText: String, at place: ChartPlace, on sheet: SheetID)
    throws(WorkbookError)
  {
    try ExcelLimits.check(place.cell)
    guard alternativeText.utf8.count <= ExcelLimits.attributeBytes else { throw .attributeTooLong(alternativeText) }
    let scale = min(Double(place.width) / picture.width, Double(place.height) / picture.height)
    // In the middle of its place.
    let left = Double(place.horizontalOffset) + (Double(place.width) - picture.width * scale) / 2
    let start = libraryPixels(left, from: place.cell.column, on: sheet)
    let end = libraryPixels(left + picture.width * scale, from: place.cell.column, on: sheet)
    try CStrings.lend { strings throws(WorkbookError) in
      var options = lxw_image_options()
      options.x_offset = Int32(start.rounded())
      options.y_offset = Int32(place.verticalOffset)
      options.x_scale = (end - start).rounded() / picture.width
      options.y_scale = scale
      options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
      options.description = strings.copy(alternativeText)
      let code = worksheet_insert_image_opt(
        sheets[sheet.index].pointer, UInt32(place.cell.row), UInt16(place.cell.column), picture.path, &options)
      try Self.check(code, "inserting a picture")
    }
  }

  /// Where the library takes a place for: its columns are narrower, while a distance from a column's edge is written
  /// as it is.
  private func libraryPixels(_ pixels: Double, from first: Int, on sheet: SheetID) -> Double {
    let share = Self.libraryDigitPixels / look.digitPixels
    var (rest, before, column) = (pixels, 0.0, first)
    while let width = sheets[sheet.index].widths[column], rest >= Double(width) {
      before += (Double(width) * share).rounded()
      rest -= Double(width)
      column += 1
    }
    guard let width = sheets[sheet.index].widths[column] else { return before + rest }
    return before + min(rest, (Double(width) * share).rounded() - 1)
  }
}
