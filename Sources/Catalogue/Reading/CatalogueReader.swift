public import Datasets
public import Findings
import Language
import Values

/// Reads `indicators.yaml` against the package's descriptors, reporting every mistake with its position.
public struct CatalogueReader {
  let package: DataPackage
  let declared: DeclaredNames
  let diagnosis = Diagnosis()

  /// - Parameters:
  ///   - declaration: what `declaration(in:)` has read of the package's folder; nil to read it now.
  ///   - known: told what the dimensions are as soon as they have been read, whatever the rest will say.
  /// - Throws: `Failure.noInput` when the package has no catalogue, `Failure.invalid` with positions when it is wrong.
  public static func read(
    _ package: DataPackage, _ declaration: Declaration? = nil, known: ([DimensionDeclaration]) -> Void = { _ in }
  ) throws(Failure) -> Catalogue {
    let declaration = if let declaration { declaration } else { try Self.declaration(in: package.folder) }
    return try CatalogueReader(package: package, declared: DeclaredNames(declaration)).read(declaration, known)
  }

  /// The catalogue's text as a tree, which needs nothing of the package but its folder.
  ///
  /// - Throws: as `read`, for a file that is not there or no YAML.
  public static func declaration(in folder: String) throws(Failure) -> Declaration {
    if let trouble = DataPackage.trouble(with: Catalogue.fileName, in: folder) { throw .invalid([trouble]) }
    let path = DataPackage.path(of: Catalogue.fileName, in: folder)
    return try Declaration.parse(try TextFile.read(path, called: Catalogue.fileName), file: Catalogue.fileName)
  }

  private func read(
    _ declaration: Declaration, _ known: ([DimensionDeclaration]) -> Void
  ) throws(Failure) -> Catalogue {
    let keys = [
      "catalogue", "title", "subject", "place", "periods", "dimensions", "resources", "measures", "indicators", "rules",
      "targets", "claims", "submissions", "unit-events",
    ]
    guard let root = DeclaredMapping(declaration, allowed: keys, diagnosis) else { throw .invalid(diagnosis.findings) }
    checkVersion(root)
    let title = root.requiredLocalized("title") ?? LocalizedText(package.name)
    let dimensions = root.required("dimensions").map(readDimensions) ?? []
    known(dimensions)
    let roles = root.required("resources").map { readRoles($0) } ?? [:]
    let measures = root.required("measures").map { readMeasures($0, roles: roles) } ?? [:]
    let indicators = root.required("indicators").map { readIndicators($0, measures: measures) } ?? []
    let targets = resourceName("targets", in: root)
    let claims = resourceName("claims", in: root)
    var catalogue = Catalogue(
      title: title, subject: root.localized("subject") ?? title, place: root.localized("place") ?? LocalizedText(""),
      dimensions: dimensions, roles: roles, measures: measures, indicators: indicators, targets: targets,
      claims: claims)
    catalogue.unitEvents = resourceName("unit-events", in: root)
    catalogue.submissions = readSubmissions(root)
    catalogue.periods = root["periods"].map { readPeriods($0) } ?? []
    catalogue.rules = readRules(root, catalogue)
    try diagnosis.finish()
    return catalogue
  }

  private func checkVersion(_ root: DeclaredMapping) {
    guard let declaration = root.required("catalogue") else { return }
    _ = declaration.integer(in: 1...1, diagnosis)
  }

  func resourceName(_ key: String, in mapping: DeclaredMapping) -> String? {
    guard let declaration = mapping[key], let name = declaration.string(diagnosis) else { return nil }
    return descriptor(name, at: declaration.position)?.name
  }

  func descriptor(_ name: String, at position: Position) -> ResourceDescriptor? {
    guard let descriptor = package.resource(named: name) else {
      diagnosis.reportUnknown(
        name, at: position, what: Messages.wordResource, allowed: package.resources.map(\.name))
      return nil
    }
    return descriptor
  }

  /// The text of a declaration when it names a column of the resource.
  func column(_ declaration: Declaration?, of descriptor: ResourceDescriptor) -> String? {
    guard let declaration, let name = declaration.string(diagnosis) else { return nil }
    guard descriptor.field(named: name) != nil else {
      diagnosis.reportUnknown(
        name, at: declaration.position, what: Messages.wordColumn, allowed: descriptor.fields.map(\.name))
      return nil
    }
    return name
  }

  private func readDimensions(_ declaration: Declaration) -> [DimensionDeclaration] {
    guard let mapping = DeclaredMapping(declaration, allowed: nil, diagnosis) else { return [] }
    let keys = ["resource", "key", "parent", "level", "valid", "names", "types", "title"]
    return mapping.entries.compactMap { entry in
      if ForbiddenBreakdown.isMeant(by: entry.key) {
        diagnosis.report(
          "forbidden-breakdown", at: entry.position, value: entry.key, Messages.forbiddenBreakdown(entry.key),
          remedy: Messages.forbiddenBreakdownRemedy)
      }
      guard let item = DeclaredMapping(entry.value, allowed: keys, diagnosis),
        let name = item.requiredString("resource"),
        let descriptor = descriptor(name, at: item["resource"]?.position ?? item.position),
        let key = column(item.required("key"), of: descriptor)
      else { return nil }
      let valid = item.list("valid") ?? []
      let names = item.mapping("names", allowed: ["vi", "en"])
      let types = item.mapping("types", allowed: ["vi", "en"])
      let columns = DimensionColumns(
        key: key, parent: column(item["parent"], of: descriptor), level: column(item["level"], of: descriptor),
        validFrom: column(valid.first, of: descriptor),
        validTo: column(valid.count > 1 ? valid[1] : nil, of: descriptor),
        vietnameseName: column(names?["vi"], of: descriptor) ?? key,
        englishName: column(names?["en"], of: descriptor) ?? key,
        vietnameseType: column(types?["vi"], of: descriptor), englishType: column(types?["en"], of: descriptor))
      return DimensionDeclaration(
        name: entry.key, resource: descriptor.name, columns: columns, title: item.localized("title"),
        position: entry.position)
    }
  }
}

/// The names that a catalogue declares, rightly or not: what is wrong with one is said once, where it is declared, and
/// not again wherever it is used.
struct DeclaredNames {
  var dimensions: [String] = []
  var resources: [String] = []
  var measures: [String] = []
  var indicators: [String] = []

  init(_ declaration: Declaration) {
    guard case .mapping(let sections) = declaration.content else { return }
    for section in sections {
      guard case .mapping(let entries) = section.value.content else { continue }
      switch section.key {
      case "dimensions": dimensions = entries.map(\.key)
      case "resources": resources = entries.map(\.key)
      case "measures": measures = entries.map(\.key)
      case "indicators": indicators = entries.map(\.key)
      default: break
      }
    }
  }
}
