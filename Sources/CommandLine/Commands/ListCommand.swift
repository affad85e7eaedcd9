import Aggregation
import ArgumentParser
import Catalogue
import Datasets
import Findings
import Language
import Rendering
import Reports
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct ListCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: Thapnien.name,
    abstract: "What there is: indicators, units, organisations, periods, reports.")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case indicators, units, organisations, periods, reports
  }

  static let takesFiles = true

  @OptionGroup var options: CommonOptions

  @Argument(help: "indicators, units, organisations, periods or reports.")
  var subject: Subject = .indicators

  @Argument(help: "Only what holds this text, with or without diacritics.")
  var search: String?

  func answer(in context: ProcessContext) throws(Failure) -> Int32 {
    let dataset = try options.dataset(in: context)
    let language = options.language(in: context)
    var grid: Grid
    switch subject {
    case .indicators: grid = indicators(dataset, language)
    case .units: grid = members(dataset, DimensionDeclaration.unit, language)
    case .organisations: grid = members(dataset, DimensionDeclaration.organisation, language)
    case .periods: grid = try periods(dataset, language)
    case .reports: grid = reports(dataset, language)
    }
    if let search {
      let wanted = VietnameseText.folded(search)
      grid.rows = grid.rows.filter { row in
        row.contains { cell in
          if case .text(let text) = cell { return VietnameseText.folded(text).contains(wanted) }
          return false
        }
      }
    }
    guard !grid.rows.isEmpty else {
      context.note(Messages.noObservation[language] + "\n")
      return ExitCode.no
    }
    try options.emit(grid, in: context)
    return ExitCode.yes
  }

  private func grid(_ columns: [(String, LocalizedText)], _ language: OutputLanguage) -> Grid {
    Grid(
      columns: columns.enumerated().map { index, column in
        Grid.Column(key: column.0, heading: column.1[language], isLabel: index == 0)
      })
  }

  private func indicators(_ dataset: Dataset, _ language: OutputLanguage) -> Grid {
    var grid = grid(
      [
        ("code", Messages.code), ("name", Messages.name), ("unit_of_measure", Messages.unitOfMeasure),
        ("kind", Messages.kind),
      ], language)
    for indicator in dataset.catalogue.indicators {
      grid.rows.append([
        .text(indicator.code), .text(indicator.names[language]), .text(indicator.unitNames[language]),
        .text(kind(of: indicator, dataset.catalogue)),
      ])
    }
    return grid
  }

  private func kind(of indicator: Indicator, _ catalogue: Catalogue) -> String {
    switch indicator.definition {
    case .measure(let name): catalogue.measures[name]?.kind.rawValue ?? ""
    case .ratio(let numerator, let denominator): "\(numerator) / \(denominator)"
    case .formula(let formula): formula.description
    case .share(let measure, let along): "\(measure) / \(along)"
    case .derived(let derivation): derivation.description
    }
  }

  private func members(_ dataset: Dataset, _ dimension: String, _ language: OutputLanguage) -> Grid {
    var grid = grid(
      [
        ("code", Messages.code), ("name", Messages.name), ("type", Messages.kind), ("level", Messages.level),
        ("valid", Messages.valid),
      ], language)
    let dates = DateForm(language)
    for member in dataset.dimensions[dimension]?.versions ?? [] {
      let from = member.validFrom.map { dates.short($0) } ?? ""
      let to = member.validTo.map { dates.short($0) } ?? ""
      grid.rows.append([
        .text(member.code), .text(member.names[language]), .text(member.types?[language] ?? ""),
        .text(member.level ?? ""), .text(from.isEmpty && to.isEmpty ? "" : "\(from) – \(to)"),
      ])
    }
    return grid
  }

  private func periods(_ dataset: Dataset, _ language: OutputLanguage) throws(Failure) -> Grid {
    var grid = grid(
      [
        ("code", Messages.code), ("name", Messages.name), ("years", Messages.years), ("kinds", Messages.kind),
      ], language)
    let dates = DateForm(language)
    for declaration in dataset.catalogue.periods {
      let period = ReportingYear.calendar.period(of: .declared(declaration.period))
      grid.rows.append([
        .text(period.code), .text(declaration.names[language]), .text(dates.years(period)),
        .text(period.kind.rawValue),
      ])
    }
    let evaluator = Evaluator(dataset)
    for indicator in dataset.catalogue.indicators {
      let years = try evaluator.years(of: indicator)
      grid.rows.append([
        .text(indicator.code), .text(indicator.names[language]),
        .text(years.map { dates.years($0.lowerBound, $0.upperBound) } ?? ""),
        .text(try evaluator.periodKinds(of: indicator).map(\.rawValue).joined(separator: " ")),
      ])
    }
    return grid
  }

  private func reports(_ dataset: Dataset, _ language: OutputLanguage) -> Grid {
    var grid = grid([("code", Messages.code), ("name", Messages.name)], language)
    for folder in ReportFinder.folders(package: dataset.package.folder) {
      let names = ReportFinder.names(dataset)
      guard let definition = try? ReportDefinitionReader.read(folder, names: names) else { continue }
      grid.rows.append([.text(definition.name), .text(definition.names[language])])
    }
    return grid
  }
}
