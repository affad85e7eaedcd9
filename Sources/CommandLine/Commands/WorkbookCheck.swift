import Findings
import Language
import Rendering
import Values
import WorkbookReader

/// `check FILE.xlsx`: the checklist on a workbook, whoever made it.
struct WorkbookCheck {
  let results: [ChecklistResult]
  let language: OutputLanguage

  static func isWorkbook(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".xlsx", ".xlsm"].contains { name.hasSuffix($0) }
  }

  init(_ path: String, language: OutputLanguage) throws(Failure) {
    do throws(WorkbookReadError) {
      results = WorkbookChecklist.run(try WorkbookFile.read(path, wholly: true))
    } catch {
      throw error.failure(path: path)
    }
    self.language = language
  }

  var isPassed: Bool { !results.contains { $0.outcome == .fail } }

  private func count(_ outcome: ChecklistResult.Outcome) -> Int { results.count { $0.outcome == outcome } }

  private var summary: String {
    Messages.checklistSummary(
      passed: count(.pass), failed: count(.fail), manual: count(.manual), none: count(.notApplicable))[language]
  }

  /// For people: what fails and what has to be looked at with its places and remedy, then what passes.
  func page(style: TextStyle) -> String {
    var lines: [String] = []
    for outcome in [ChecklistResult.Outcome.fail, .manual] {
      for result in results where result.outcome == outcome {
        let title = "\(Messages.checklistOutcome(outcome)[language]): \(result.item.title[language])"
        lines.append(style(.bold, title))
        // Names and texts of a workbook may hold control characters, which would command the terminal.
        for place in result.places { lines.append(PrintableText.of("  \(named(place))\(place.reason[language])")) }
        if result.morePlaces > 0 { lines.append("  \(Messages.checklistMore(result.morePlaces)[language])") }
        lines.append("  → \(result.item.remedy[language])")
      }
    }
    if !lines.isEmpty { lines.append("") }
    for outcome in [ChecklistResult.Outcome.pass, .notApplicable] {
      for result in results where result.outcome == outcome {
        lines.append("\(Messages.checklistOutcome(outcome)[language]): \(result.item.title[language])")
      }
    }
    return (lines + ["", summary]).joined(separator: "\n") + "\n"
  }

  private func named(_ place: ChecklistResult.Place) -> String {
    let parts = [place.sheet, place.cell].compactMap { $0 }
    return parts.isEmpty ? "" : parts.joined(separator: "!") + ": "
  }

  /// One row a place, or one an item that has none.
  var grid: Grid {
    var grid = Grid(columns: [
      Grid.Column(key: "item", heading: Messages.code[language], isLabel: true),
      Grid.Column(key: "title", heading: Messages.checklistItem[language]),
      Grid.Column(key: "outcome", heading: Messages.checklistOutcomeHeading[language]),
      Grid.Column(key: "sheet", heading: Messages.checklistSheet[language]),
      Grid.Column(key: "cell", heading: Messages.checklistCell[language]),
      Grid.Column(key: "reason", heading: Messages.checklistReason[language]),
      Grid.Column(key: "remedy", heading: Messages.checklistRemedy[language]),
    ])
    for result in results {
      let places: [ChecklistResult.Place?] = result.places.isEmpty ? [nil] : result.places
      for place in places {
        grid.rows.append([
          .text(result.item.code), .text(result.item.title[language]), .text(result.outcome.rawValue),
          .text(place?.sheet ?? ""), .text(place?.cell ?? ""), .text(place?.reason[language] ?? ""),
          .text(place == nil ? "" : result.item.remedy[language]),
        ])
      }
    }
    return grid
  }

  var json: JSONValue {
    [
      "passed": .integer(count(.pass)), "failed": .integer(count(.fail)), "manual": .integer(count(.manual)),
      "not_applicable": .integer(count(.notApplicable)),
      "items": .array(
        results.map { result in
          [
            "item": .string(result.item.code), "title": .string(result.item.title[language]),
            "outcome": .string(result.outcome.rawValue), "remedy": .string(result.item.remedy[language]),
            "places": .array(
              result.places.map { place in
                [
                  "sheet": .string(orNull: place.sheet), "cell": .string(orNull: place.cell),
                  "reason": .string(place.reason[language]),
                ]
              }), "more_places": .integer(result.morePlaces),
          ]
        }),
    ]
  }
}
