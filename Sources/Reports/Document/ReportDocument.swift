public import Language
public import Values

/// A report before it is written: what every output (workbook, briefing, tidy CSV) is made from.
public struct ReportDocument: Sendable {
  /// The definition's name: `decade`. File names are made from it.
  public var name: String
  public var language: OutputLanguage
  /// "Báo cáo tổng kết 10 năm".
  public var title: String
  /// What the figures are about, where and when.
  public var subtitle: String
  /// Letterhead lines; empty in the plain form.
  public var issuer: [String]
  /// "Số liệu đến ngày 30/9/2023".
  public var asOf: String
  /// The report's own day (the last cut-off), which also stands in the files' properties: never the clock's.
  public var date: CalendarDate
  /// Lines that every page carries: that the data are illustrative. Empty when there is nothing to say.
  public var notices: [String]
  public var summary: ReportSummary
  public var tables: [ReportTable]
  /// Numbered notes on methods and definitions.
  public var notes: [ReportSentence]
  /// Findings and coverage, as a table of its own sheet.
  public var quality: ReportTable
  /// Files with hashes, rows and whether they are illustrative, as a table of its own sheet.
  public var sources: ReportTable
  /// Who to ask, what may be done with the data, where they come from, as the data package says it.
  public var imprint: [ReportImprint] = []
  /// The block for a signature under the summary; never on illustrative figures.
  public var signature: ReportSignature?
  /// What stands around the text of the briefing; nil for the plain form.
  public var form: ReportForm?

  public init(
    name: String, language: OutputLanguage, title: String, subtitle: String, issuer: [String], asOf: String,
    date: CalendarDate, notices: [String], summary: ReportSummary, tables: [ReportTable], notes: [ReportSentence],
    quality: ReportTable, sources: ReportTable
  ) {
    self.name = name
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.issuer = issuer
    self.asOf = asOf
    self.date = date
    self.notices = notices
    self.summary = summary
    self.tables = tables
    self.notes = notes
    self.quality = quality
    self.sources = sources
  }
}

/// Who signs. The day is left open unless the form has it, since nobody knows it before.
public struct ReportSignature: Sendable, Hashable {
  public var place: String?
  /// "Tỉnh lỵ, ngày 05 tháng 10 năm 2023", as the form writes it.
  public var day: String?
  /// "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH": a line each.
  public var titles: [String]
  public var name: String?

  public init(place: String? = nil, day: String? = nil, titles: [String], name: String? = nil) {
    self.place = place
    self.day = day
    self.titles = titles
    self.name = name
  }
}

/// An entry of the publication's cover.
public struct ReportImprint: Sendable, Hashable {
  public var label: String
  public var lines: [String]

  public init(label: String, lines: [String]) {
    self.label = label
    self.lines = lines
  }
}

/// The one page that a leader reads.
public struct ReportSummary: Sendable {
  /// One sentence: the most important figure and its change.
  public var headline: ReportSentence
  /// Small tables in reading order: levels and changes, results of the whole period, highest and lowest units. Their
  /// `sheetName` is the summary's; their `definedName` is unique.
  public var tables: [ReportTable]
  public var charts: [ReportChart]
  /// What needs attention, each with the table that has the details.
  public var attention: [ReportSentence]
  /// Where the figures come from.
  public var source: String

  public init(
    headline: ReportSentence, tables: [ReportTable], charts: [ReportChart], attention: [ReportSentence], source: String
  ) {
    self.headline = headline
    self.tables = tables
    self.charts = charts
    self.attention = attention
    self.source = source
  }
}
