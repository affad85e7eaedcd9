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
    let share = Self.libraryDigitPixels / look.digitPixels
    try CStrings.lend { strings throws(WorkbookError) in
      var options = lxw_image_options()
      // In the middle of its place.
      let left = Double(place.horizontalOffset) + (Double(place.width) - picture.width * scale) / 2
      options.x_offset = Int32((left * share).rounded())
      options.y_offset = Int32(place.verticalOffset)
      options.x_scale = scale * share
      options.y_scale = scale
      options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
      options.description = strings.copy(alternativeText)
      let code = worksheet_insert_image_opt(
        sheets[sheet.index].pointer, UInt32(place.cell.row), UInt16(place.cell.column), picture.path, &options)
      try Self.check(code, "inserting a picture")
    }
  }
}
