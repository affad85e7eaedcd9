import Findings
import Language
import Values

/// What no schema can say about a hierarchy: every parent is there, nothing lies above itself, and of one code only one
/// version is valid on a day.
struct DimensionChecker {
  private let dimension: Dimension
  private let columns: DimensionColumns
  private let resource: ResourceDescriptor

  init(_ dimension: Dimension, columns: DimensionColumns, resource: ResourceDescriptor) {
    self.dimension = dimension
    self.columns = columns
    self.resource = resource
  }

  func findings() -> [Finding] {
    dimension.versions.compactMap { unknownParent($0) } + dimension.codes.flatMap(overlaps) + cycles()
  }

  private func unknownParent(_ member: DimensionMember) -> Finding? {
    guard let parent = member.parent, !dimension.contains(parent) else { return nil }
    return finding(
      "unknown-parent", member, field: columns.parent, value: parent, Messages.unknownParent(parent),
      remedy: Messages.didYouMean(
        NearestWord.candidates(for: parent, among: dimension.codes), allowed: dimension.codes))
  }

  private func overlaps(_ code: String) -> [Finding] {
    let versions = dimension.versions(of: code)
    return zip(versions, versions.dropFirst()).compactMap { earlier, later in
      if let end = earlier.validTo, let start = later.validFrom, end < start { return nil }
      return finding(
        "overlapping-versions", later, field: columns.validFrom ?? columns.key, value: code,
        Messages.overlappingVersions(code, firstLine: earlier.line), remedy: Messages.overlappingVersionsRemedy)
    }
  }

  /// One finding a circle, at the member through which it was entered. Linear in the members.
  private func cycles() -> [Finding] {
    var found: [Finding] = []
    var visited: Set<String> = []
    for code in dimension.codes {
      var path: Set<String> = []
      var current: String? = code
      while let name = current, !visited.contains(name), let member = dimension.member(name) {
        guard path.insert(name).inserted else {
          found.append(
            finding(
              "parent-cycle", member, field: columns.parent, value: member.parent, Messages.parentCycle(name),
              remedy: Messages.parentCycleRemedy))
          break
        }
        current = member.parent
      }
      visited.formUnion(path)
    }
    return found
  }

  private func finding(
    _ code: String, _ member: DimensionMember, field: String?, value: String?, _ message: LocalizedText,
    remedy: LocalizedText
  ) -> Finding {
    Finding(
      code: code, resource: resource.name, position: Position(file: resource.path, line: member.line), field: field,
      value: value, message: message, remedy: remedy)
  }
}
