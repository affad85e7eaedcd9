/// The message catalogue: every word that ThapNien says to a reader, in both languages.
///
/// One extension a topic (`Messages+Findings.swift`, `Messages+Workbook.swift`, …); each message is a static property
/// or a function of what varies in it, so that a missing argument or translation does not compile.
public enum Messages {}
