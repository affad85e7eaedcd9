/// An integer of any size, as plain as it gets: decimal digits, lowest first. The reference for exact arithmetic.
struct BigInteger: Equatable {
  var digits: [Int]
  var isNegative: Bool

  init(_ number: Int128) {
    digits = String(number.magnitude).reversed().compactMap(\.wholeNumberValue)
    isNegative = number < 0
  }

  private init(digits: [Int], isNegative: Bool) {
    var digits = digits
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && digits != [0]
  }

  static func powerOfTen(_ exponent: Int) -> BigInteger {
    BigInteger(digits: Array(repeating: 0, count: exponent) + [1], isNegative: false)
  }

  var magnitude: BigInteger { BigInteger(digits: digits, isNegative: false) }
  static prefix func - (number: BigInteger) -> BigInteger {
    BigInteger(digits: number.digits, isNegative: !number.isNegative)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    guard left.isNegative == right.isNegative else {
      let (larger, smaller) = left.magnitude < right.magnitude ? (right, left) : (left, right)
      var result = larger.digits
      for index in result.indices {
        result[index] -= index < smaller.digits.count ? smaller.digits[index] : 0
        if result[index] < 0 {
          result[index] += 10
          result[index + 1] -= 1
        }
      }
      return BigInteger(digits: result, isNegative: larger.isNegative)
    }
    var result: [Int] = []
    var carry = 0
    for index in 0...max(left.digits.count, right.digits.count) {
      let sum =
        (index < left.digits.count ? left.digits[index] : 0) + (index < right.digits.count ? right.digits[index] : 0)
        + carry
      result.append(sum % 10)
      carry = sum / 10
    }
    return BigInteger(digits: result, isNegative: left.isNegative)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    var result = Array(repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (i, a) in left.digits.enumerated() {
      var carry = 0
      for (j, b) in right.digits.enumerated() {
        let sum = result[i + j] + a * b + carry
        result[i + j] = sum % 10
        carry = sum / 10
      }
      result[i + right.digits.count] += carry
    }
    return BigInteger(digits: result, isNegative: left.isNegative != right.isNegative)
  }

  static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let isSmaller =
      left.digits.count != right.digits.count
      ? left.digits.count < right.digits.count
      : left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    return left.isNegative ? left.magnitude != right.magnitude && !isSmaller : isSmaller
  }
}
