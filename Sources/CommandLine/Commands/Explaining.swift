import Aggregation
import Catalogue
import Findings
import Rendering
import Reports

/// Hashes the files behind an observation and puts the explanation together.
enum Explaining {
  static func explanation(
    _ observation: Observation, _ indicator: Indicator, _ forms: AnswerForms
  ) throws(Failure) -> Explanation {
    var files: [SourceFile] = []
    for name in Set(observation.inputs.map(\.resource)).sorted() {
      guard let resource = forms.dataset.package.resource(named: name) else { continue }
      files += try SourceHash.files(resource, of: forms.dataset.package)
    }
    if let corrections = forms.dataset.package.corrections.resource,
      observation.inputs.contains(where: { !$0.corrections.isEmpty })
    {
      files += try SourceHash.files(corrections, of: forms.dataset.package)
    }
    return Explanation(observation, of: indicator, files: files, forms: forms)
  }
}
