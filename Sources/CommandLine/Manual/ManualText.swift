/// What the manual says beside what the commands declare. Like their help, it is in English.
enum ManualText {
  static let description = """
    ThapNien reads a data package, a folder with a descriptor, a catalogue of indicators and the CSV files that districts \
    send in, and answers questions about it: checks, series, tables, rankings, comparisons, and the reports that leaders \
    sign. Every number can be traced to its file and rows.
    """

  static let naming = """
    The package is the folder given with --data, that of THAPNIEN_DATA, or the nearest datapackage.json upwards from here. \
    Indicators, units and organisations are named by code or by name, in Vietnamese or English, with or without \
    diacritics. Answers go to the standard output, everything else to the standard error.
    """

  /// Each of them answers on a package that has such indicators.
  static func examples(of command: String?) -> [(say: String, command: String)] {
    switch command {
    case nil:
      [
        ("What is in a package:", "thapnien list indicators --data my-province"),
        ("How an indicator went:", "thapnien trend membership-rate --plot --data my-province"),
      ]
    case "trend":
      [
        (
          "The series since 2018, one for each organisation:",
          "thapnien trend membership-rate --by organisation --from 2018"
        ),
        ("Is it a trend or noise, and how would it go on?", "thapnien trend membership-rate --stats --project 2"),
        ("So many members per 1,000 residents:", "thapnien trend members --per population:1000"),
      ]
    case "table":
      [
        (
          "Two indicators by year, with totals:",
          "thapnien table resolutions dialogue-citizens --from 2019 --total"
        ),
        ("For a spreadsheet:", "thapnien table members --by unit --format csv --excel -o members.csv"),
      ]
    case "rank":
      [("Who is first, and who moved:", "thapnien rank complaints-settled-rate --period 2022 --since 2018")]
    case "compare":
      [("The units against the whole:", "thapnien compare membership-rate --period 2023")]
    case "explain":
      [("Where a number comes from:", "thapnien explain membership-rate --period 2023")]
    case "list": [("What a word may mean:", "thapnien list units")]
    case "check": [("For people who mend the files:", "thapnien check --lang vi")]
    case "export":
      [("For any SQL tool:", "thapnien export members membership-rate --as sqlite -o members.db")]
    case "report": [("The decade's report:", "thapnien report decade -o out/decade")]
    case "verify": [("The claims of the package:", "thapnien verify")]
    default: []
    }
  }

  /// Commands that somebody who reads about one may want next.
  static func neighbours(of command: String) -> [String] {
    switch command {
    case "trend": ["table", "rank", "compare", "explain"]
    case "table": ["trend", "export"]
    case "rank", "compare": ["trend", "table"]
    case "explain": ["audit", "trend"]
    case "report": ["audit", "verify", "revise"]
    case "audit", "verify", "revise": ["report", "explain"]
    case "new": ["check", "report"]
    case "check": ["new", "verify"]
    default: ["list", "trend"].filter { $0 != command }
    }
  }
}
