import Reports

/// Compares two deliveries of one report place by place: every cell and every line, with a figure or without.
public enum ReportComparison {
  /// - Returns: cells in the order of the newer workbook, those that are gone last; then lines.
  public static func run(_ old: ReportContents, _ new: ReportContents) -> [PlaceRevision] {
    cells(old, new) + lines(old, new)
  }

  private struct Address: Hashable {
    let sheet: String
    let reference: String
  }

  private static func cells(_ old: ReportContents, _ new: ReportContents) -> [PlaceRevision] {
    let figures = (old: figuresByCell(old), new: figuresByCell(new))
    func address(_ cell: ReportContents.Cell) -> Address { Address(sheet: cell.sheet, reference: cell.reference) }
    func revision(_ address: Address, _ was: String?, _ now: String?) -> PlaceRevision {
      PlaceRevision(
        file: new.workbook, spot: .cell(sheet: address.sheet, reference: address.reference), old: was, new: now,
        figures: figures.new[address] ?? figures.old[address] ?? [])
    }
    let before = Dictionary(old.cells.map { (address($0), $0.text) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Address> = []
    var revisions: [PlaceRevision] = []
    for cell in new.cells {
      let place = address(cell)
      seen.insert(place)
      if before[place] != cell.text { revisions.append(revision(place, before[place], cell.text)) }
    }
    for cell in old.cells where !seen.contains(address(cell)) {
      revisions.append(revision(address(cell), cell.text, nil))
    }
    return revisions
  }

  private static func figuresByCell(_ report: ReportContents) -> [Address: [FigureID]] {
    var found: [Address: [FigureID]] = [:]
    for place in report.places {
      guard case .cell(let sheet, let reference) = place.spot else { continue }
      found[Address(sheet: sheet, reference: reference), default: []].append(place.figure)
    }
    return found
  }

  private static func figuresByLine(_ report: ReportContents) -> [Int: [FigureID]] {
    var found: [Int: [FigureID]] = [:]
    for place in report.places {
      guard case .line(let line) = place.spot else { continue }
      found[line, default: []].append(place.figure)
    }
    return found
  }

  /// Lines that differ, paired in order within each stretch of differing lines (Myers' difference of both texts).
  private static func lines(_ old: ReportContents, _ new: ReportContents) -> [PlaceRevision] {
    let figures = (old: figuresByLine(old), new: figuresByLine(new))
    let difference = new.lines.difference(from: old.lines)
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var revisions: [PlaceRevision] = []
    var (left, right) = (0, 0)
    while left < old.lines.count || right < new.lines.count {
      let goes = left < old.lines.count && removed.contains(left)
      let comes = right < new.lines.count && inserted.contains(right)
      if goes || comes {
        let lines = (old: goes ? left + 1 : nil, new: comes ? right + 1 : nil)
        revisions.append(
          PlaceRevision(
            file: new.briefing, spot: .line(old: lines.old, new: lines.new), old: goes ? old.lines[left] : nil,
            new: comes ? new.lines[right] : nil,
            figures: lines.new.flatMap { figures.new[$0] } ?? lines.old.flatMap { figures.old[$0] } ?? []))
      }
      if goes { left += 1 }
      if comes { right += 1 }
      if !goes, !comes {
        left += 1
        right += 1
      }
    }
    return revisions
  }
}
