import TestSupport
import Testing

@testable import Statistics

@Suite struct DampedHoltTests {
  /// The sum that the closed form stands for: Hyndman et al., 2008, equation 6.1, with c(j) = α + β (φ + … + φʲ).
  @Test(arguments: [(0.3, 0.1, 0.85), (0.9, 0.7, 0.98), (0.001, 0.0005, 0.8), (0.6, 0.01, 0.9)])
  func theVarianceIsTheSum(alpha: Double, beta: Double, phi: Double) throws {
    let values = [3.0, 5, 4, 8, 7, 9, 12]
    let model = try #require(DampedHoltModel(values, alpha: alpha, beta: beta, phi: phi))
    let deviation = (model.squares / Double(values.count - 3)).squareRoot()
    var (sum, damped, power) = (1.0, 0.0, 1.0)
    for ahead in 1...12 {
      #expect(abs(model.error(ahead) - deviation * sum.squareRoot()) < 1e-9 * deviation * sum.squareRoot(), "\(ahead)")
      power *= phi
      damped += power
      sum += (alpha + beta * damped) * (alpha + beta * damped)
      #expect(abs(model.value(ahead) - (model.level + damped * model.trend)) < 1e-9)
    }
  }

  /// Against statsmodels and SciPy, whose answers `Reference/make_holt.py` wrote down.
  @Test func statsmodels() throws {
    let lines = try Repository.text(of: "Tests/StatisticsTests/Reference/holt.tsv").split(separator: "\n").dropFirst()
    #expect(lines.count == 200)
    var nearLeast = 0
    for line in lines {
      let fields = line.split(separator: "\t")
      let values = fields[0].split(separator: " ").compactMap { Double($0) }
      let facts = Dictionary(
        uniqueKeysWithValues: fields.dropFirst().map { $0.split(separator: "=") }
          .map { (String($0[0]), Double($0[1]) ?? .nan) })
      func fact(_ name: String) throws -> Double { try #require(facts[name]) }
      func agrees(_ value: Double, _ name: String) throws {
        let expected = try fact(name)
        #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(name) of \(values)")
      }
      let model = try #require(
        DampedHoltModel(values, alpha: fact("alpha"), beta: fact("alpha") * fact("share"), phi: fact("phi")))
      try agrees(model.level, "level")
      try agrees(model.squares, "sse")
      for ahead in 1...3 { try agrees(model.value(ahead), "ahead\(ahead)") }
      let chosen = try #require(DampedHoltModel(values))
      let least = try fact("least")
      #expect(chosen.squares <= 1.1 * least + 1e-9, "\(values)")
      if chosen.squares <= 1.001 * least + 1e-9 { nearLeast += 1 }
    }
    // There may be several hollows; of most series the lowest is found.
    #expect(nearLeast >= 180, "\(nearLeast)")
  }
}
