import Catalogue
import Datasets
import Language
import Values

extension RowBinder {
  /// A year of a column of whole numbers that is hard to believe; a column of years is looked at by the schema.
  func doubt(_ row: ScannedRow) -> RowProblem? {
    for (field, descriptor) in yearFields {
      guard case .number(let number) = row.cells[field], number.scale == 0, let year = Int(exactly: number.coefficient),
        PlausibleYears.isDoubtful(year, descriptor.constraints)
      else { continue }
      return RowProblem(
        code: "implausible-year", severity: .warning, field: field,
        message: Messages.implausibleYear(year, descriptor.name),
        remedy: Messages.implausibleYearRemedy)
    }
    return nil
  }

  static func yearFields(_ plan: AggregationPlan) -> [(field: Int, descriptor: FieldDescriptor)] {
    let columns: [String] =
      switch plan.roles.time {
      case .year(let column): [column]
      case .month, .day, .code: []
      case .active(let from, let to): [from, to]
      }
    return columns.compactMap { name in
      plan.resource.index(of: name).map { ($0, plan.resource.fields[$0]) }
    }
  }
}
