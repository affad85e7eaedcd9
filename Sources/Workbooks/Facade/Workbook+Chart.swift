import CXLSXWriter
import Reports

extension Workbook {
  /// Draws a chart over a sheet's cells.
  func add(_ chart: ChartDescription, at place: ChartPlace, on sheet: SheetID) throws(WorkbookError) {
    guard (1...ExcelLimits.seriesPerChart).contains(chart.series.count) else {
      throw .chartSeriesInvalid(title: chart.title)
    }
    for text in [chart.title, chart.alternativeText] where text.utf8.count > ExcelLimits.attributeBytes {
      throw .attributeTooLong(text)
    }
    for format in [chart.numberFormat, chart.axisFormat] where format.utf8.count > ExcelLimits.formatBytes {
      throw .attributeTooLong(format)
    }
    try ExcelLimits.check(place.cell)
    let type: lxw_chart_type =
      switch chart.kind {
      case .line: LXW_CHART_LINE
      case .columns: LXW_CHART_COLUMN
      case .bars: LXW_CHART_BAR
      }
    guard let handle = workbook_add_chart(pointer, UInt8(type.rawValue)) else { throw .outOfMemory }
    let worksheet = sheets[sheet.index].pointer
    try CStrings.lend { strings throws(WorkbookError) in
      let pen = ChartPen(chart: chart, handle: handle, fontName: strings.copy(look.font), look: look)
      for series in chart.series { try pen.add(series) }
      pen.frame()
      pen.axes()
      var options = lxw_chart_options()
      let left = Double(place.horizontalOffset)
      let start = libraryPixels(left, from: place.cell.column, on: sheet).rounded()
      let end = libraryPixels(left + Double(place.width), from: place.cell.column, on: sheet).rounded()
      options.x_offset = Int32(start)
      options.y_offset = Int32(place.verticalOffset)
      // The library's chart is 480 by 288 pixels, and is scaled.
      options.x_scale = (end - start) / 480
      options.y_scale = Double(place.height) / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
      options.description = strings.copy(chart.alternativeText)
      let code = worksheet_insert_chart_opt(
        worksheet, UInt32(place.cell.row), UInt16(place.cell.column), handle, &options)
      try Self.check(code, "inserting a chart")
    }
  }
}

/// Puts the parts of one chart into the library's chart.
private struct ChartPen {
  let chart: ChartDescription
  let handle: UnsafeMutablePointer<lxw_chart>
  /// Lives as long as the pen; the library copies it.
  let fontName: UnsafeMutablePointer<CChar>?
  let look: Theme

  private func font(_ size: Double, _ colour: Colour, isBold: Bool = false) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.name = fontName
    font.size = size
    font.bold = isBold ? 1 : 0
    font.color = look.library(colour)
    return font
  }

  /// The library takes a name that begins with `=` for a formula.
  private static func plain(_ text: String) -> String { text.hasPrefix("=") ? " " + text : text }

  func add(_ series: ChartDescription.Series) throws(WorkbookError) {
    let categories = Formula.fixed(sheet: series.sheet, series.categories).equation
    let values = Formula.fixed(sheet: series.sheet, series.values).equation
    guard let pointer = chart_add_series(handle, categories, values) else { throw .outOfMemory }
    try cache(series, in: pointer)
    if !series.name.isEmpty { chart_series_set_name(pointer, Self.plain(series.name)) }
    switch chart.kind {
    case .line: drawLine(series, pointer)
    case .columns, .bars:
      var fill = lxw_chart_fill()
      fill.color = look.library(series.colour)
      if series.isOutline {
        fill.none = 1
        var edge = lxw_chart_line()
        edge.color = look.library(series.colour)
        edge.width = Float(series.width)
        edge.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
        chart_series_set_line(pointer, &edge)
      }
      chart_series_set_fill(pointer, &fill)
      try colourBars(of: series, pointer)
    }
    try label(series, pointer)
  }

  private func colourBars(
    of series: ChartDescription.Series, _ pointer: UnsafeMutablePointer<lxw_chart_series>
  ) throws(WorkbookError) {
    guard !series.pale.isEmpty || !series.strong.isEmpty else { return }
    var pale = lxw_chart_fill()
    pale.color = look.library(.dataLight)
    var edge = lxw_chart_line()
    edge.color = look.library(series.colour)
    edge.width = 1
    var strong = lxw_chart_fill()
    strong.color = look.library(.structure)
    let code = withUnsafeMutablePointer(to: &pale) { pale in
      withUnsafeMutablePointer(to: &edge) { edge in
        withUnsafeMutablePointer(to: &strong) { strong in
          let points = series.numbers.indices.map { index in
            if series.pale.contains(index) { return lxw_chart_point(line: edge, fill: pale, pattern: nil) }
            return lxw_chart_point(line: nil, fill: series.strong.contains(index) ? strong : nil, pattern: nil)
          }
          return Self.withList(of: points) { chart_series_set_points(pointer, $0) }
        }
      }
    }
    try Workbook.check(code, "colouring bars")
  }

  /// The library's lists are pointers to their items, ended by none; it copies what it needs.
  private static func withList<Item, Result>(
    of items: [Item], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Item>?>) -> Result
  ) -> Result {
    let own = UnsafeMutablePointer<Item>.allocate(capacity: max(items.count, 1))
    let list = UnsafeMutablePointer<UnsafeMutablePointer<Item>?>.allocate(capacity: items.count + 1)
    defer {
      own.deinitialize(count: items.count)
      own.deallocate()
      list.deallocate()
    }
    for (index, item) in items.enumerated() {
      (own + index).initialize(to: item)
      (list + index).initialize(to: own + index)
    }
    (list + items.count).initialize(to: nil)
    return body(list)
  }

  private func drawLine(_ series: ChartDescription.Series, _ pointer: UnsafeMutablePointer<lxw_chart_series>) {
    var line = lxw_chart_line()
    line.color = look.library(series.colour)
    line.width = Float(series.width)
    if !series.hasLine { line.none = 1 }
    if series.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    chart_series_set_line(pointer, &line)
    let marker =
      switch series.marker {
      case .none: LXW_CHART_MARKER_NONE
      case .circle: LXW_CHART_MARKER_CIRCLE
      case .diamond: LXW_CHART_MARKER_DIAMOND
      }
    chart_series_set_marker_type(pointer, UInt8(marker.rawValue))
    guard series.marker != .none else { return }
    chart_series_set_marker_size(pointer, series.marker == .circle ? 5 : 8)
    var fill = lxw_chart_fill()
    fill.color = look.library(series.colour)
    chart_series_set_marker_fill(pointer, &fill)
    var edge = lxw_chart_line()
    edge.color = look.library(.ground)
    edge.width = 0.75
    chart_series_set_marker_line(pointer, &edge)
  }

  private func cache(_ series: ChartDescription.Series, in pointer: UnsafeMutablePointer<lxw_chart_series>)
    throws(WorkbookError)
  {
    for text in series.categoryTexts where thapnien_cache_text(pointer.pointee.categories, text) == 0 {
      throw .outOfMemory
    }
    for number in series.numbers where thapnien_cache_number(pointer.pointee.values, number ?? .nan) == 0 {
      throw .outOfMemory
    }
  }

  private func label(_ series: ChartDescription.Series, _ pointer: UnsafeMutablePointer<lxw_chart_series>)
    throws(WorkbookError)
  {
    guard series.labels != .none else { return }
    chart_series_set_labels(pointer)
    chart_series_set_labels_num_format(pointer, chart.numberFormat)
    let isBold = [.ends, .endsBelow].contains(series.labels)
    var labelFont = font(chart.fontSize, series.labels == .inside ? .ground : .text, isBold: isBold)
    chart_series_set_labels_font(pointer, &labelFont)
    chart_series_set_labels_position(pointer, UInt8(position(of: series.labels).rawValue))
    if series.labels == .namedEnd || series.labels == .namedLast {
      chart_series_set_labels_options(pointer, 1, 0, 1)
      chart_series_set_labels_separator(pointer, UInt8(LXW_CHART_LABEL_SEPARATOR_SPACE.rawValue))
    }
    let present = series.numbers.indices.filter { series.numbers[$0] != nil }
    var shown: [Int?]
    var word: String?
    switch series.labels {
    case .none, .all: return
    case .inside:
      guard !series.pale.isEmpty else { return }
      shown = present
    case .ends, .endsBelow: shown = [present.first, present.last]
    case .start: shown = [present.first]
    case .word(let text), .wordAbove(let text):
      shown = [present.first]
      word = text
    case .last, .lastBelow, .end, .namedEnd, .namedLast: shown = [present.last]
    }
    try showLabels(at: Set(shown.compactMap { $0 }), of: series, word: word, pointer)
  }

  private func position(of labels: ChartDescription.Labels) -> lxw_chart_label_position {
    switch labels {
    case .start, .namedLast: LXW_CHART_LABEL_POSITION_LEFT
    case .end, .namedEnd: LXW_CHART_LABEL_POSITION_RIGHT
    case .word, .endsBelow, .lastBelow: LXW_CHART_LABEL_POSITION_BELOW
    case .inside: LXW_CHART_LABEL_POSITION_INSIDE_BASE
    case .none, .all, .ends, .last, .wordAbove:
      chart.kind == .line ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_OUTSIDE_END
    }
  }

  /// Hides the labels of all other points; on pale bars, letters are dark.
  private func showLabels(
    at shown: Set<Int>, of series: ChartDescription.Series, word: String?,
    _ pointer: UnsafeMutablePointer<lxw_chart_series>
  ) throws(WorkbookError) {
    let code = try CStrings.lend { strings throws(WorkbookError) in
      let word = strings.copy(word.map(Self.plain))
      var dark = font(chart.fontSize, .text)
      return withUnsafeMutablePointer(to: &dark) { dark in
        let labels = series.numbers.indices.map { index in
          var label = lxw_chart_data_label()
          label.hide = shown.contains(index) ? 0 : 1
          if word != nil, shown.contains(index) { label.value = word }
          if series.labels == .inside, series.pale.contains(index) { label.font = dark }
          return label
        }
        return Self.withList(of: labels) { chart_series_set_labels_custom(pointer, $0) }
      }
    }
    try Workbook.check(code, "labelling a chart")
  }

  /// Title, legend and the ground the chart stands on.
  func frame() {
    chart_title_set_name(handle, Self.plain(chart.title))
    var titleFont = font(chart.fontSize + 2, chart.titleColour, isBold: true)
    chart_title_set_name_font(handle, &titleFont)
    if chart.hasLegend {
      chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
      var legendFont = font(chart.fontSize, .text)
      chart_legend_set_font(handle, &legendFont)
    } else {
      chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    var none = lxw_chart_line()
    none.none = 1
    chart_chartarea_set_line(handle, &none)
    var ground = lxw_chart_fill()
    ground.color = look.library(.ground)
    chart_chartarea_set_fill(handle, &ground)
    chart_show_blanks_as(handle, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    if chart.kind != .line { chart_set_series_gap(handle, 45) }
    if chart.kind != .line, chart.series.count > 1 {
      chart_set_series_overlap(handle, chart.series.contains(where: \.isOutline) ? 100 : 0)
    }
  }

  func axes() {
    // The library's x axis is the one at the bottom, which carries the values of horizontal bars.
    let isTurned = chart.kind == .bars
    guard let bottom = handle.pointee.x_axis, let side = handle.pointee.y_axis else { return }
    let (categoryAxis, valueAxis) = isTurned ? (side, bottom) : (bottom, side)
    var categoryFont = font(chart.fontSize, .text)
    // 360 writes an angle of 0, so that labels are never turned.
    categoryFont.rotation = 360
    chart_axis_set_num_font(categoryAxis, &categoryFont)
    chart_axis_set_interval_unit(categoryAxis, 1)
    if chart.hidesCategories {
      chart_axis_set_label_position(categoryAxis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue))
    }
    chart_axis_set_major_tick_mark(categoryAxis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    var line = lxw_chart_line()
    line.color = look.library(.rule)
    line.width = 0.75
    chart_axis_set_line(categoryAxis, &line)
    if chart.kind == .bars { chart_axis_set_reverse(categoryAxis) }
    if chart.kind == .line { chart_axis_set_position(categoryAxis, UInt8(LXW_CHART_AXIS_POSITION_BETWEEN.rawValue)) }

    var valueFont = font(chart.fontSize, .quiet)
    chart_axis_set_num_font(valueAxis, &valueFont)
    chart_axis_set_num_format(valueAxis, chart.axisFormat)
    if let axis = chart.axis {
      chart_axis_set_min(valueAxis, axis.lowerBound)
      chart_axis_set_max(valueAxis, axis.upperBound)
    } else if chart.kind != .line {
      chart_axis_set_min(valueAxis, 0)
    }
    if let step = chart.axisStep { chart_axis_set_major_unit(valueAxis, step) }
    drawGrid(of: valueAxis)
  }

  private func drawGrid(of valueAxis: UnsafeMutablePointer<lxw_chart_axis>) {
    var none = lxw_chart_line()
    none.none = 1
    chart_axis_set_line(valueAxis, &none)
    chart_axis_set_major_tick_mark(valueAxis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    guard !chart.hidesValueAxis else {
      chart_axis_major_gridlines_set_visible(valueAxis, 0)
      chart_axis_set_label_position(valueAxis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue))
      return
    }
    var grid = lxw_chart_line()
    grid.color = look.library(.hairline)
    grid.width = 0.75
    chart_axis_major_gridlines_set_visible(valueAxis, 1)
    chart_axis_major_gridlines_set_line(valueAxis, &grid)
  }
}
