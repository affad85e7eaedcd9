import CSVCoreSIMD

/// How the structure of a block is found. The results are the same.
enum ScanPath: CaseIterable, Sendable {
  /// By a walk over all bytes, as is always done where a block is not plain.
  case bytewise
  case portable, sse2, avx2, avx512, neon

  /// The ways that this processor has, the slowest first.
  static let available = allCases.filter { path in path.native.map(csv_path_exists) ?? true }

  static let fastest = allCases.first { $0.native == csv_fastest_path() } ?? .bytewise

  var native: csv_path? {
    switch self {
    case .bytewise: nil
    case .portable: csv_path_portable
    case .sse2: csv_path_sse2
    case .avx2: csv_path_avx2
    case .avx512: csv_path_avx512
    case .neon: csv_path_neon
    }
  }
}
