import Synchronization
import Values

/// By which periods each place is known where places differ, for one period that is asked for. It depends on no unit that
/// is asked about, so that questions about each of many units share it.
struct WayChoice: Sendable {
  struct Own: Sendable {
    let place: CellPlace
    let way: [PeriodSlot]
    let cells: RollUp.Cells
  }

  private let all: [Own]
  private let byUnit: [String?: [Own]]

  init(_ all: [Own]) {
    self.all = all
    byUnit = Dictionary(grouping: all, by: \.place.unit)
  }

  /// - Parameter scope: the units asked about; nil for all.
  func places(in scope: Set<String>?) -> [Own] {
    guard let scope else { return all }
    if scope.count > byUnit.count { return all.filter { $0.place.unit.map(scope.contains) ?? false } }
    return scope.flatMap { byUnit[$0] ?? [] }
  }
}

/// The choices that have been made.
final class WayChoices: Sendable {
  private let known = Mutex<[PeriodSlot: WayChoice]>([:])

  func of(_ slot: PeriodSlot, make: () -> WayChoice) -> WayChoice {
    known.withLock { known in
      if let choice = known[slot] { return choice }
      let choice = make()
      known[slot] = choice
      return choice
    }
  }
}
