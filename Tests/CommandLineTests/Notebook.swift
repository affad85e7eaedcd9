/// A Markdown document with ```` ```console ```` blocks: lines that begin with `$ ` are commands (continued on lines that
/// begin with `> `), what follows a command is its output. A line `...` stands for any lines.
struct Notebook {
  struct Step {
    /// Of the command, from 1.
    var line: Int
    var command: String
    /// Without the indentation of the block.
    var output: [String]
    fileprivate var indentation: String
    fileprivate var outputLines: Range<Int>
  }

  private var lines: [String]
  private(set) var steps: [Step] = []
  /// What is wrong with the document itself.
  private(set) var mistakes: [String] = []

  var text: String { lines.joined(separator: "\n") }

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    readBlocks()
  }

  private mutating func readBlocks() {
    var index = 0
    while index < lines.count {
      guard let fence = Fence(lines[index]) else {
        index += 1
        continue
      }
      let start = index + 1
      guard let end = lines[start...].firstIndex(where: fence.isClosed) else {
        mistakes.append("line \(start): the block has no end")
        return
      }
      if fence.language == "console" { readSteps(in: start..<end, indentation: fence.indentation) }
      index = end + 1
    }
  }

  private mutating func readSteps(in range: Range<Int>, indentation: String) {
    var index = range.lowerBound
    func content(_ index: Int) -> String {
      let line = lines[index]
      return line.hasPrefix(indentation) ? String(line.dropFirst(indentation.count)) : line
    }
    while index < range.upperBound {
      let line = index + 1
      guard content(index).hasPrefix("$ ") else {
        mistakes.append("line \(line): output before the first command")
        return
      }
      var command = String(content(index).dropFirst(2))
      index += 1
      while index < range.upperBound, content(index) == ">" || content(index).hasPrefix("> ") {
        command += "\n" + content(index).dropFirst(2)
        index += 1
      }
      let start = index
      while index < range.upperBound, !content(index).hasPrefix("$ ") { index += 1 }
      steps.append(
        Step(
          line: line, command: command, output: (start..<index).map(content), indentation: indentation,
          outputLines: start..<index))
    }
  }

  /// Puts outputs, one a step, in place of the ones that no longer hold.
  mutating func record(_ outputs: [String]) {
    for (step, output) in zip(steps, outputs).reversed() where !step.accepts(output) {
      let recorded = Self.lines(of: output).map { $0.isEmpty ? $0 : step.indentation + $0 }
      lines.replaceSubrange(step.outputLines, with: recorded)
    }
    self = Notebook(text)
  }

  fileprivate static func lines(of output: String) -> [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension Notebook.Step {
  /// Whether an output is the one that the document shows, `...` standing for any lines.
  func accepts(_ actual: String) -> Bool {
    Self.matches(output[...], Notebook.lines(of: actual)[...])
  }

  /// Greedy with one way back, to the last `...` met: enough for patterns of whole lines, and linear in memory.
  private static func matches(_ pattern: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    var (expected, actual) = (pattern.startIndex, lines.startIndex)
    var wayBack: (expected: Int, actual: Int)?
    while actual < lines.endIndex {
      if expected < pattern.endIndex, pattern[expected] == "..." {
        expected += 1
        wayBack = (expected, actual)
      } else if expected < pattern.endIndex, pattern[expected].utf8.elementsEqual(lines[actual].utf8) {
        expected += 1
        actual += 1
      } else if let last = wayBack {
        wayBack = (last.expected, last.actual + 1)
        (expected, actual) = (last.expected, last.actual + 1)
      } else {
        return false
      }
    }
    return pattern[expected...].allSatisfy { $0 == "..." }
  }
}

/// The line that opens a fenced block.
private struct Fence {
  let indentation: String
  let language: String
  private let ticks: Int

  init?(_ line: String) {
    let indentation = line.prefix { $0 == " " }
    let rest = line.dropFirst(indentation.count)
    let ticks = rest.prefix { $0 == "`" }.count
    guard ticks >= 3 else { return nil }
    self.indentation = String(indentation)
    self.ticks = ticks
    language = String(rest.dropFirst(ticks).prefix { $0 != " " })
  }

  func isClosed(by line: String) -> Bool {
    let rest = line.drop { $0 == " " }
    return rest.count >= ticks && rest.allSatisfy { $0 == "`" }
  }
}
