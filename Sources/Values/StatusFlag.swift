/// The status of an observation, with the codes of the SDMX code list CL_OBS_STATUS 2.2
/// (https://sdmx.org, Content-Oriented Guidelines).
public enum StatusFlag: String, Sendable, Hashable, CaseIterable, Comparable {
  case normal = "A"
  case breakInSeries = "B"
  case definitionDiffers = "D"
  case estimated = "E"
  case forecast = "F"
  case imputed = "I"
  /// The data exist but were not collected: printed `...`.
  case notCollected = "L"
  /// The data cannot exist.
  case notApplicable = "M"
  /// Expected, not received.
  case missing = "O"
  case provisional = "P"
  case unreliable = "U"

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Flags that say that there is no value at all.
  public var isAbsence: Bool { self == .notCollected || self == .notApplicable || self == .missing }
}

/// The flags of one observation: none means normal.
public struct StatusFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ flag: StatusFlag) {
    guard flag != .normal, let position = StatusFlag.allCases.firstIndex(of: flag) else {
      rawValue = 0
      return
    }
    rawValue = 1 << UInt16(position)
  }

  /// Reads the codes of a status column: letters, optionally separated by spaces, commas or semicolons. Nil when one
  /// is not in the code list.
  public init?(codes text: some StringProtocol) {
    var flags: StatusFlags = []
    for character in text where character != " " && character != "," && character != ";" {
      guard let flag = StatusFlag(rawValue: String(character)) else { return nil }
      flags.formUnion(StatusFlags(flag))
    }
    self = flags
  }

  /// In the order of their codes.
  public var flags: [StatusFlag] { isEmpty ? [] : StatusFlag.allCases.filter { contains($0) }.sorted() }
  public var codes: [String] { flags.map(\.rawValue) }
  public func contains(_ flag: StatusFlag) -> Bool { flag != .normal && isSuperset(of: StatusFlags(flag)) }
}
