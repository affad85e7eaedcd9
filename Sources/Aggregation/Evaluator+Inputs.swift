import Catalogue
import Datasets
import Values

extension Evaluator {
  /// What a measure rests on: one input for each file with rows behind the value, in the order of the files. Where
  /// there are no rows, the value rests on all files of the resource.
  func inputs(_ measure: Measure, _ value: MeasureValue, _ conditions: [String] = []) -> [ObservationInput] {
    let descriptor = dataset.package.resource(named: measure.resource)
    let files = descriptor?.files ?? [""]
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
        corrections: value.corrections.filter { files.count == 1 || $0.position.file == files[part] },
        isIllustrative: descriptor?.isIllustrative ?? false, parts: value.parts.filter { $0.part == part })
    }
  }
}
