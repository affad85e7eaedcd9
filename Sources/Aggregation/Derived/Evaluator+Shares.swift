import Catalogue
import Findings
import Language
import Values

extension Evaluator {
  /// A part of a measure over its whole along a dimension: Σ part / Σ whole of the periods that count. Both keep all their
  /// cells, so that the shares of all parts are 100 %; what the whole lacks is in the coverage.
  func observeShare(
    _ name: String, _ along: String, _ indicator: Indicator, _ span: PeriodSpan, _ selection: Selection
  ) throws(Failure) -> Observation {
    let (measure, roles) = try measure(name)
    try requireDimensions(of: selection, in: roles, indicator)
    guard roles.column(of: along) != nil else {
      throw .refused(Messages.notBrokenDown(indicator.names, by: along))
    }
    var whole = selection
    if along == DimensionDeclaration.unit { whole.units = [] } else { whole.members[along] = nil }
    let all = try slots(of: span, roles)
    let counted = RatioAggregator.isAverage(measure, measure) ? all : measure.counted(all)
    let slices = (
      try slice(measure, roles, counted: counted, selection), try slice(measure, roles, counted: counted, whole)
    )
    let part = try measure.kind.aggregator.aggregate(slices.0)
    let total = try measure.kind.aggregator.aggregate(slices.1)
    var value: Rational?
    var absence = part.absence ?? total.absence
    if let dividend = part.value, let divisor = total.value {
      if divisor.isZero {
        absence = .notApplicable
      } else {
        do { value = try dividend.divided(by: divisor).multiplied(by: .hundred) } catch {
          throw .refused(Messages.overflow)
        }
      }
    }
    if try !reaches(roles, selection) { (value, absence) = (nil, .notApplicable) }
    let inputs = try inputs(measure, part) + inputs(measure, total)
    return Observation(
      indicator: indicator.code, period: roles.reportingYear.period(of: span, cutOff: total.cutOff),
      selection: selection, value: value, absence: absence, numerator: part.value, denominator: total.value,
      flags: part.flags.union(total.flags),
      coverage: try coverage(measure, roles, slices.1.cells, slices.1.time, whole),
      isIllustrative: inputs.contains(where: \.isIllustrative), inputs: inputs,
      hasMissingParts: part.hasMissingParts || total.hasMissingParts)
  }
}
