/// Decides how the columns of a table share the width of the page, and splits the table into blocks under each other
/// when even the narrowest columns do not fit. No column is ever left out.
struct ColumnLayout {
  struct Measure {
    /// Columns at which nothing is wrapped.
    var natural: Int
    /// Columns from which on the heading is not tall.
    var comfortable: Int
    /// Columns below which wrapping would break words or numbers, or make a tower of the heading.
    var minimum: Int
    var isLabel: Bool
    var isNumeric: Bool
  }

  struct Placed: Equatable {
    var column: Int
    var width: Int
  }

  /// Nil for no limit.
  var width: Int?
  /// Between two columns.
  var gap: Int
  /// Around all of them.
  var margin: Int

  /// The blocks in order, each with its columns from left to right; labels come first in each.
  func blocks(_ measures: [Measure]) -> [[Placed]] {
    let all = measures.indices.map { Placed(column: $0, width: measures[$0].natural) }
    guard let width, span(all) > width else { return all.isEmpty ? [] : [all] }

    let narrow = measures.indices.map { Placed(column: $0, width: measures[$0].minimum) }
    if span(narrow) <= width { return [grown(narrow, measures, to: width)] }

    let labels = labels(measures, in: width)
    let others = narrow.filter { !measures[$0.column].isLabel }
    guard !others.isEmpty else { return [fitted(narrow, measures, in: width)] }
    let groups = balanced(others, beside: labels, in: width)
    return groups.map { fitted(labels + $0, measures, in: width) }
  }

  /// Columns of a row on the page.
  func span(_ placed: [Placed]) -> Int {
    placed.reduce(margin) { $0 + $1.width } + gap * max(0, placed.count - 1)
  }

  /// Labels are kept whole up to two fifths of the page.
  private func labels(_ measures: [Measure], in width: Int) -> [Placed] {
    let labels = measures.indices.filter { measures[$0].isLabel }
    let narrow = labels.map { Placed(column: $0, width: measures[$0].minimum) }
    return grown(narrow, measures, to: max(span(narrow), width * 2 / 5))
  }

  /// As few groups as the page allows, and then about as many columns in each.
  private func balanced(_ columns: [Placed], beside labels: [Placed], in width: Int) -> [[Placed]] {
    let greedy = filled(columns, beside: labels, in: width, atMost: columns.count)
    let share = (columns.count + greedy.count - 1) / max(1, greedy.count)
    let even = filled(columns, beside: labels, in: width, atMost: share)
    return even.count == greedy.count ? even : greedy
  }

  private func filled(
    _ columns: [Placed], beside labels: [Placed], in width: Int, atMost count: Int
  ) -> [[Placed]] {
    var groups: [[Placed]] = []
    var group: [Placed] = []
    for column in columns {
      if !group.isEmpty, group.count == count || span(labels + group + [column]) > width {
        groups.append(group)
        group = []
      }
      group.append(column)
    }
    return group.isEmpty ? groups : groups + [group]
  }

  /// Uses the room that is left; where there is too little, text gives way down to one column. Numbers never do.
  private func fitted(_ placed: [Placed], _ measures: [Measure], in width: Int) -> [Placed] {
    var result = placed
    while span(result) > width {
      let texts = result.indices.filter { !measures[result[$0].column].isNumeric && result[$0].width > 1 }
      guard let widest = texts.max(by: { result[$0].width < result[$1].width }) else { break }
      result[widest].width -= 1
    }
    return grown(result, measures, to: width)
  }

  /// Hands out spare columns one by one: first to the headings of numbers until they are not tall, then to texts,
  /// whose wrapping makes every row taller, then to all that is left.
  private func grown(_ placed: [Placed], _ measures: [Measure], to width: Int) -> [Placed] {
    var result = placed
    var spare = width - span(placed)
    let goals = [measures.map(\.comfortable), measures.map { $0.isNumeric ? 0 : $0.natural }, measures.map(\.natural)]
    for goal in goals {
      var isGrowing = true
      while spare > 0, isGrowing {
        isGrowing = false
        for index in result.indices where spare > 0 && result[index].width < goal[result[index].column] {
          result[index].width += 1
          spare -= 1
          isGrowing = true
        }
      }
    }
    return result
  }
}
