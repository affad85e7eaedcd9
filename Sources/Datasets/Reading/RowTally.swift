import Findings

/// Counts findings about rows while a file is read: a million of them hash nothing.
struct RowTally {
  private struct Count {
    let code: String
    let severity: Severity
    var count: Int
  }

  /// For each declared field, and for whole rows at the end; a field has few codes.
  private var counts: [[Count]]

  init(fields: Int) { counts = Array(repeating: [], count: fields + 1) }

  mutating func count(_ code: String, _ severity: Severity, field: Int?) {
    let place = field ?? counts.count - 1
    for index in counts[place].indices where counts[place][index].code == code {
      counts[place][index].count += 1
      return
    }
    counts[place].append(Count(code: code, severity: severity, count: 1))
  }

  /// Hands over what was counted in one file.
  mutating func flush(into list: inout FindingList, file: String, fields: [FieldDescriptor]) {
    for place in counts.indices {
      let name = place < fields.count ? fields[place].name : nil
      for entry in counts[place] {
        list.count(
          FindingList.Kind(code: entry.code, severity: entry.severity, file: file, field: name), times: entry.count)
      }
      counts[place] = []
    }
  }
}
