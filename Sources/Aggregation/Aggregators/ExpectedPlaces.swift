import Catalogue
import Findings
import Values

/// Where a term of a ratio should have cells.
final class ExpectedPlaces {
  /// Asked for where a cell stands alone, which few do.
  private let makeFrame: () throws(Failure) -> CoverageFrame
  private let scope: UnitScope
  /// The periods asked for.
  private let slots: [PeriodSlot]
  private var known: [PeriodSlot: [CoverageFrame.Place]] = [:]

  init(_ scope: UnitScope, _ slots: [PeriodSlot], _ makeFrame: @escaping () throws(Failure) -> CoverageFrame) {
    self.makeFrame = makeFrame
    self.scope = scope
    self.slots = slots
  }

  /// Whether a cell should be there; it should where the resource does not say which units report.
  ///
  /// - Parameter slot: nil for any of the periods asked for.
  /// - Throws: what finding the units of a restated question throws.
  func expects(
    _ unit: String?, _ members: [(dimension: String, member: String?)], in slot: PeriodSlot?
  ) throws(Failure) -> Bool {
    let frame = try makeFrame()
    guard frame.expectsUnits else { return true }
    let names = frame.roles.dimensions.map(\.dimension)
    let wanted = members.compactMap { entry in
      names.firstIndex(of: entry.dimension).map { (index: $0, member: entry.member) }
    }.filter { frame.isExpected[$0.index] }
    for slot in slot.map({ [$0] }) ?? slots {
      let places = try places(in: slot, frame)
      if places.contains(where: { place in
        place.unit == unit && wanted.allSatisfy { place.members[$0.index] == $0.member }
      }) {
        return true
      }
    }
    return false
  }

  private func places(in slot: PeriodSlot, _ frame: CoverageFrame) throws(Failure) -> [CoverageFrame.Place] {
    if let places = known[slot] { return places }
    let places = try frame.places(in: slot, scope)
    known[slot] = places
    return places
  }
}
