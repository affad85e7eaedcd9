public import Reports

import Language

/// For whom a workbook is made, and how it looks.
public struct WorkbookLook: Sendable, Hashable {
  public enum Profile: String, Sendable, Hashable, CaseIterable {
    /// Cover, contents, a page to read, tables with charts: on the screen and on A4.
    case leaders
    /// Plain marked-up tables that every reader's software can read out, after the checklist for accessible statistics.
    case publication
  }

  public var profile: Profile
  public var theme: Theme

  /// - Parameter theme: nil for the profile's own.
  public init(profile: Profile = .leaders, theme: Theme? = nil) {
    self.profile = profile
    self.theme = theme ?? (profile == .leaders ? .office : .accessible)
  }
}

extension OutputLanguage {
  /// As documents name it.
  var tag: String {
    switch self {
    case .vietnamese: "vi-VN"
    case .english: "en-GB"
    }
  }
}
