import Aggregation
import ArgumentParser
import Catalogue
import Datasets
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a shell offers while somebody types: codes of the package of the current folder.
enum Completing {
  static let indicators = CompletionKind.custom { words, _, _ in codes(words) { $0.catalogue.indicators.map(\.code) } }
  static let dimensions = CompletionKind.custom { words, _, _ in
    codes(words) { $0.catalogue.dimensions.map(\.name) + [DimensionDeclaration.period] }
  }
  static let units = CompletionKind.custom { words, _, _ in codes(words) { $0.units?.codes ?? [] } }
  static let organisations = CompletionKind.custom { words, _, _ in
    codes(words) { $0.dimensions[DimensionDeclaration.organisation]?.codes ?? [] }
  }
  static let reports = CompletionKind.custom { words, _, _ in
    codes(words) { dataset in
      ReportFinder.folders(package: dataset.package.folder).compactMap {
        $0.split(separator: "/").last.map(String.init)
      }
    }
  }
  static let levels = CompletionKind.custom { words, _, _ in codes(words) { $0.units?.levels ?? [] } }

  static let sortKeys = CompletionKind.custom { words, _, _ in
    codes(words) { $0.catalogue.indicators.map(\.code) + $0.catalogue.dimensions.map(\.name) }.flatMap {
      [$0, "\($0):desc"]
    }
  }
  /// The years of an indicator that was typed already, and the terms that the catalogue declares.
  static let periods = CompletionKind.custom { words, _, _ in
    codes(words) { dataset in
      let indicator = words.lazy.compactMap { dataset.catalogue.indicator($0) }.first
      let years = indicator.flatMap { try? Evaluator(dataset).years(of: $0) }
      return (years.map { $0.map(String.init) } ?? []) + dataset.catalogue.periods.map(\.period.code)
    }
  }
  static let periodKinds = CompletionKind.list(PeriodKind.allCases.map(\.rawValue))

  /// None where there is no package, or a wrong one: a shell is no place for errors.
  private static func codes(_ words: [String], _ known: (Dataset) -> [String]) -> [String] {
    var folder: String?
    if let option = words.lastIndex(of: "--data"), option + 1 < words.count { folder = words[option + 1] }
    let given = folder ?? ProcessInfo.processInfo.environment["THAPNIEN_DATA"]
    guard
      let path = given
        ?? ProcessContext.nearest(DataPackage.descriptorName, from: FileManager.default.currentDirectoryPath),
      let dataset = try? Dataset.open(path)
    else { return [] }
    return known(dataset)
  }
}
