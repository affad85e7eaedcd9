import Catalogue
import Datasets
public import Findings
public import Language
public import Values

/// A planned value.
public struct Target: Sendable, Hashable {
  public let indicator: String
  public let year: Int
  /// Nil for the whole.
  public let unit: String?
  public let organisation: String?
  public let value: ExactDecimal
  /// The document that sets it.
  public let document: String?
  public let isIllustrative: Bool
  public let file: String
  public let line: Int
}

/// A figure printed in a published text.
public struct Claim: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case level, change }
  /// "exact", or what the text says beside the number: "hơn" and "trên", "gần" and "dưới", "khoảng".
  public typealias Bound = NumberBound

  public let id: String
  /// Nil when the package has no indicator for it.
  public let indicator: String?
  public let kind: Kind
  /// The reporting years it is about; nil when the text does not say.
  public let years: ClosedRange<Int>?
  public let unit: String?
  public let organisation: String?
  /// At its printed precision.
  public let value: ExactDecimal
  /// As the text prints it.
  public let printed: String
  public let bound: Bound
  public let document: String?
  public let file: String
  public let line: Int

  /// Whether an unrounded value agrees with the claim at the claim's own precision.
  public func agrees(with value: Rational) -> Bool {
    switch bound {
    case .moreThan: value > Rational(self.value)
    case .lessThan: value < Rational(self.value)
    case .about:
      (try? value.divided(by: self.value.lastPlace).rounded(to: 0)).map(Rational.init)
        == (try? Rational(self.value).divided(by: self.value.lastPlace))
    case .exact: (try? value.rounded(to: self.value.scale)) == self.value
    }
  }
}

extension Dataset {
  /// The planned values of the package, in file order.
  ///
  /// - Throws: `Failure.invalid` when the file has errors: a record is used or reported, never passed over.
  public func targets() throws(Failure) -> [Target] {
    guard let list = try records(catalogue.targets, required: RecordCheck.targetFields, { $0.target($1) }) else {
      return []
    }
    return list.records.compactMap { record in
      guard let indicator = record["indicator"], let year = record["period"].flatMap({ Int($0) }),
        let value = record["value"].flatMap({ ExactDecimal($0) })
      else { return nil }
      return Target(
        indicator: indicator, year: year, unit: whole(record["unit"]), organisation: record["organisation"],
        value: value, document: record["document"], isIllustrative: list.resource.isIllustrative,
        file: record.file, line: record.line)
    }
  }

  /// The published figures of the package, in file order.
  ///
  /// - Throws: `Failure.invalid` when the file has errors: a record is used or reported, never passed over.
  public func claims() throws(Failure) -> [Claim] {
    guard let list = try records(catalogue.claims, required: RecordCheck.claimFields, { $0.claim($1) }) else {
      return []
    }
    return list.records.compactMap { record in
      guard let id = record["id"], let value = record["value"].flatMap({ ExactDecimal($0) }) else { return nil }
      let scale = record["decimals"].flatMap { Int($0) } ?? value.scale
      guard let printed = try? Rational(value).rounded(to: scale), printed == value else { return nil }
      var years: ClosedRange<Int>?
      if let first = record["period_from"].flatMap({ Int($0) }), let last = record["period_to"].flatMap({ Int($0) }),
        first <= last
      {
        years = first...last
      }
      return Claim(
        id: id, indicator: record["indicator"], kind: record["kind"].flatMap { Claim.Kind(rawValue: $0) } ?? .level,
        years: years, unit: whole(record["unit"]), organisation: record["organisation"], value: printed,
        printed: record["printed"] ?? printed.description,
        bound: record["bound"].flatMap { Claim.Bound(rawValue: $0) } ?? .exact, document: record["document"],
        file: record.file, line: record.line)
    }
  }

  private func records(
    _ name: String?, required: [String], _ check: (RecordCheck, RecordList.Record) -> [RowProblem]
  ) throws(Failure) -> RecordList? {
    guard let name, let resource = package.resource(named: name) else { return nil }
    let absent = required.filter { resource.index(of: $0) == nil }
    guard absent.isEmpty else {
      throw .invalid(
        absent.map { field in
          Finding(
            code: "missing-column", resource: name, position: resource.position, field: field,
            message: Messages.missingColumn(field), remedy: Messages.missingColumnRemedy(field))
        })
    }
    let checker = RecordCheck(resource: resource, indicators: catalogue.indicators.map(\.code))
    return try RecordList.read(resource, of: package) { check(checker, $0) }
  }

  /// A root of the hierarchy is the whole, which selections write as no unit at all.
  private func whole(_ unit: String?) -> String? {
    guard let unit, let units, units.roots == [unit] else { return unit }
    return nil
  }
}
