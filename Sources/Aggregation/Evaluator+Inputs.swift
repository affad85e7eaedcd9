import Catalogue
import Datasets
import Findings
import Values

extension Evaluator {
  /// What a measure rests on: one input for each file with rows behind the value, in the order of the files. Where
  /// there are no rows, the value rests on all files of the resource.
  ///
  /// - Throws: nothing for a measure of the catalogue.
  func inputs(
    _ measure: Measure, _ value: MeasureValue, _ conditions: [String] = []
  ) throws(Failure) -> [ObservationInput] {
    let known = try known(measure.name)
    let files = known.files
    if files.count == 1 {
      return [
        ObservationInput(
          measure: measure.name, resource: measure.resource, column: measure.column, file: files[0],
          conditions: measure.conditions + conditions, value: value.value, lines: value.lines.lines(of: 0),
          corrections: value.corrections, isIllustrative: known.isIllustrative, parts: value.parts)
      ]
    }
    let lines = Dictionary(value.lines.byPart.map { ($0.part, $0.lines) }, uniquingKeysWith: { first, _ in first })
    var used = Set(lines.keys).union(value.parts.map(\.part))
    for (part, file) in files.enumerated() where value.corrections.contains(where: { $0.position.file == file }) {
      used.insert(part)
    }
    if lines.isEmpty { used.formUnion(value.files.isEmpty ? Set(files.indices) : value.files) }
    return used.sorted().filter(files.indices.contains).map { part in
      let isAlone = lines.isEmpty ? value.files.count < 2 : lines.count == 1 && lines[part] != nil
      return ObservationInput(
        measure: measure.name, resource: measure.resource, column: measure.column, file: files[part],
        conditions: measure.conditions + conditions, value: isAlone ? value.value : value.pieces[part],
        lines: lines[part] ?? LineRanges(),
        corrections: value.corrections.filter { $0.position.file == files[part] },
        isIllustrative: known.isIllustrative, parts: value.parts.filter { $0.part == part })
    }
  }
}
