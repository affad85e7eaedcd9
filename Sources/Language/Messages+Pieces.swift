/// Words about tables of several files.
extension Messages {
  /// Instead of what the rows of one file add up to, where they do not add up.
  public static let countedTogether = LocalizedText(
    vi: "đếm chung với các tệp khác", en: "counted together with the other files")
}
