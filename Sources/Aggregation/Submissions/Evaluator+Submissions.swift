import Catalogue
import Datasets
public import Findings

extension Evaluator {
  /// What should come in, in the order of the file, read on first use.
  ///
  /// - Throws: `Failure.invalid` when the list has errors.
  public func submissions() throws(Failure) -> [Submission] { try readings.submissions(of: dataset).all }

  /// What should be sent in of a form, by year; empty when nothing says so.
  func submissions(of form: String) throws(Failure) -> [Int: [Submission]] {
    try readings.submissions(of: dataset).byForm[form] ?? [:]
  }

  /// The cells of a resource that the list of submissions expects, by year.
  func declared(_ resource: String, _ frame: CoverageFrame) throws(Failure) -> [Int: Set<CoverageFrame.Place>] {
    guard let roles = catalogue.roles[resource], !roles.expects.isEmpty else { return [:] }
    let index = roles.dimensions.firstIndex { $0.dimension == DimensionDeclaration.organisation }
    let organisation = index.flatMap { frame.isExpected[$0] ? $0 : nil }
    var combinationsOf: [String?: [[String?]]] = [:]
    // The same is asked for in most years.
    var latest: (asked: [Sender], existing: [String]?, places: Set<CoverageFrame.Place>)?
    return try submissions(of: resource).mapValues { list in
      let existing = list.first.flatMap { units(in: $0.year, frame) }
      let asked = list.map { Sender(unit: $0.unit, organisation: $0.organisation) }
      if let latest, latest.asked == asked, latest.existing == existing { return latest.places }
      var places: Set<CoverageFrame.Place> = []
      var unitsOf: [String?: [String?]] = [:]
      for sender in asked {
        let combinations =
          combinationsOf[sender.organisation] ?? frame.combinations(for: sender.organisation, at: organisation)
        combinationsOf[sender.organisation] = combinations
        let units = unitsOf[sender.unit] ?? units(of: sender, among: existing)
        unitsOf[sender.unit] = units
        for unit in units {
          for members in combinations {
            let place = CoverageFrame.Place(unit: unit, members: members)
            if frame.observed?.contains(place) ?? true { places.insert(place) }
          }
        }
      }
      latest = (asked, existing, places)
      return places
    }
  }

  /// Who should send a form in.
  private struct Sender: Equatable {
    let unit: String?
    let organisation: String?
  }

  /// The units whose rows a sender's form brings: itself, or those of the form's level below it, that exist in the year.
  private func units(of sender: Sender, among existing: [String]?) -> [String?] {
    guard let existing else { return [nil] }
    guard let unit = sender.unit else { return existing }
    let below = tree.units(under: [unit])
    return existing.filter(below.contains)
  }

  /// The units of the form's level that exist in a year; nil where the form has no units.
  private func units(in year: Int, _ frame: CoverageFrame) -> [String]? {
    guard frame.expectsUnits, let units = dataset.units, let level = frame.roles.level else { return nil }
    let period = frame.roles.reportingYear.year(year)
    return units.codes(at: level).filter { code in
      units.versions(of: code).contains { $0.isValid(from: period.start, to: period.end) }
    }
  }
}

/// What should come in.
struct SubmissionList: Sendable {
  /// In the order of the file.
  let all: [Submission]
  /// By form and year.
  let byForm: [String: [Int: [Submission]]]

  init(_ all: [Submission]) {
    self.all = all
    byForm = Dictionary(grouping: all, by: \.form).mapValues { Dictionary(grouping: $0, by: \.year) }
  }
}

extension CoverageFrame {
  /// The members of the other dimensions that are expected of an organisation: those that any organisation has.
  ///
  /// - Parameter index: of the organisations among the dimensions; nil where they are not expected.
  func combinations(for organisation: String?, at index: Int?) -> [[String?]] {
    guard let index, let organisation else { return combinations }
    guard wanted[index]?.contains(organisation) ?? true else { return [] }
    var others = Set(combinations.map { Self.replacing($0, at: index, with: nil) })
    // Nobody has reported yet, and nothing but the organisation is expected.
    if others.isEmpty, isExpected.count(where: { $0 }) == 1 { others = [isExpected.map { _ in nil }] }
    return others.map { Self.replacing($0, at: index, with: organisation) }
  }

  private static func replacing(_ members: [String?], at index: Int, with member: String?) -> [String?] {
    var members = members
    members[index] = member
    return members
  }
}
