public import Language

/// What a briefing's template can name: the data that a template is filled with.
///
/// Figures stay figures until the text is laid out, so that the ledger learns the line of each.
public indirect enum BriefingValue: Sendable, Hashable {
  /// Words without a figure of the data: names, units, periods.
  case text(String)
  /// A number as it is printed, with its name in the ledger.
  case figure(FigureID, printed: String)
  /// Words with figures among them.
  case sentence(ReportSentence)
  /// A condition for a section.
  case flag(Bool)
  /// A section that is repeated, once for each element.
  case list([BriefingValue])
  /// Named values: `{{membership-rate.change.amount}}` goes through two of these.
  case object([String: BriefingValue])
  /// A table of the report, laid out for the width of the text; its tag stands alone on its line.
  case table(ReportTable, OutputLanguage)
  /// A name that others of its kind have, in a unit that this one is not said in.
  ///
  /// - `instead`: the last part of the name that is meant.
  case misfit(instead: String, reason: LocalizedText)
}
