import Aggregation
import CSVCore
import Catalogue
import Datasets
import Findings
import TestSupport
import Testing
import Values

/// The whole first province, saved as Excel saves it with Vietnamese settings: a byte order mark, semicolons, CRLF,
/// `1.234,5`. With the dialect and the separators declared, every observation is the same, to its lines.
@Suite struct SavedByExcelTests {
  private static let folder = "datasets/kien-giang"

  @Test func theSameObservations() throws {
    let scratch = try ScratchFolder()
    let plain = try Dataset.open(Repository.path(of: Self.folder))
    try scratch.write(try Self.descriptor(), to: DataPackage.descriptorName)
    try scratch.write(try Repository.text(of: "\(Self.folder)/indicators.yaml"), to: "indicators.yaml")
    var grouped = 0
    for resource in plain.package.resources {
      for file in resource.files {
        let (text, changed) = try Self.saved(resource, file)
        try scratch.write("\u{FEFF}" + text, to: file)
        grouped += changed
      }
    }
    // Otherwise the separators would not have been put to the test.
    #expect(grouped > 500)
    let saved = try Dataset.open(scratch.path)
    #expect(saved.package.resources.allSatisfy { $0.dialect.delimiter == UInt8(ascii: ";") })
    var compared = 0
    let (first, second) = (Evaluator(plain), Evaluator(saved))
    for indicator in plain.catalogue.indicators {
      let same = try #require(saved.catalogue.indicator(indicator.code))
      for years in (2013...2023).map({ $0...$0 }) + [2014...2023] {
        for selection in Self.selections(of: plain) where years.count == 1 || selection == .whole {
          let (one, other) = (
            Self.answer(first, indicator, years, selection), Self.answer(second, same, years, selection)
          )
          if one != other { Issue.record("\(indicator.code) \(years) \(selection): \(one), \(other)") }
          compared += 1
        }
      }
    }
    #expect(compared > 5000, "\(compared)")
    #expect(try PackageCheck.run(scratch.path).errors == 0)
  }

  private static func descriptor() throws -> String {
    let numbers = #", "decimalChar": ",", "groupChar": ".""#
    let text = try Repository.text(of: "\(folder)/datapackage.json")
      .replacing(#""delimiter": ",""#, with: #""delimiter": ";""#)
      .replacing(#""type": "integer""#, with: #""type": "integer"\#(numbers)"#)
      .replacing(#""type": "number""#, with: #""type": "number"\#(numbers)"#)
    #expect(text.contains(#""delimiter": ";""#) && text.contains(numbers))
    return text
  }

  /// The file as Excel would save it, and how many of its numbers are written in another way.
  private static func saved(_ resource: ResourceDescriptor, _ file: String) throws -> (text: String, changed: Int) {
    var text = ""
    var changed = 0
    var names: [String] = []
    var reader = try CSVReader(.file(path: Repository.path(of: "\(folder)/\(file)")))
    while try reader.next() {
      for record in 0..<reader.batch.recordCount {
        var fields: [String] = []
        for field in 0..<reader.batch.fieldCount(of: record) {
          let value = reader.batch.string(record, field) ?? ""
          let kind = names.isEmpty ? nil : resource.field(named: names[field])?.kind
          let isNumber = kind == .integer || kind == .number
          let written = isNumber ? grouped(value) : value
          if written != value { changed += 1 }
          let isSpecial = written.contains { ";\"\n".contains($0) }
          fields.append(isSpecial ? CSVText.quoted(written) : written)
        }
        if names.isEmpty { names = fields }
        text += fields.joined(separator: ";") + "\r\n"
      }
    }
    return (text, changed)
  }

  private static func grouped(_ text: String) -> String {
    guard let number = ExactDecimal(text) else { return text }
    let parts = number.magnitude.description.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index).isMultiple(of: 3) { whole += "." }
      whole.append(digit)
    }
    return (number.isNegative ? "-" : "") + whole + (parts.count > 1 ? ",\(parts[1])" : "")
  }

  private static func selections(of dataset: Dataset) -> [Selection] {
    var selections = [Selection.whole] + (dataset.units?.codes ?? []).map { Selection(units: [$0]) }
    for declaration in dataset.catalogue.dimensions where declaration.name != DimensionDeclaration.unit {
      for code in dataset.dimensions[declaration.name]?.codes ?? [] {
        selections.append(Selection().at(code, of: declaration.name))
      }
    }
    return selections
  }

  private static func answer(
    _ evaluator: Evaluator, _ indicator: Indicator, _ years: ClosedRange<Int>, _ selection: Selection
  ) -> String {
    do throws(Failure) {
      let observation = try evaluator.observe(indicator, years: years, of: selection)
      let inputs = observation.inputs.map { "\($0)" }.joined(separator: ";")
      return
        "\(String(describing: observation.value)) \(String(describing: observation.absence)) \(observation.flags.codes) "
        + "\(String(describing: observation.coverage)) \(observation.period.cutOff) \(inputs)"
    } catch {
      return "\(error)"
    }
  }
}
