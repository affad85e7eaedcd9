/// Which columns of a resource describe the members of a dimension.
public struct DimensionColumns: Sendable, Hashable {
  public var key: String
  public var parent: String?
  public var level: String?
  public var validFrom: String?
  public var validTo: String?
  public var vietnameseName: String
  public var englishName: String
  public var vietnameseType: String?
  public var englishType: String?

  public init(
    key: String, parent: String? = nil, level: String? = nil, validFrom: String? = nil, validTo: String? = nil,
    vietnameseName: String, englishName: String, vietnameseType: String? = nil, englishType: String? = nil
  ) {
    self.key = key
    self.parent = parent
    self.level = level
    self.validFrom = validFrom
    self.validTo = validTo
    self.vietnameseName = vietnameseName
    self.englishName = englishName
    self.vietnameseType = vietnameseType
    self.englishType = englishType
  }

  public var all: [String] {
    [key, parent, level, validFrom, validTo, vietnameseName, englishName, vietnameseType, englishType].compactMap { $0 }
  }
}
