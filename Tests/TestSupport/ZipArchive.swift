import Foundation

/// Reads the parts of a zip file, stored or deflated, without help from outside (RFC 1951; APPNOTE 4.3).
public struct ZipArchive: Sendable {
  public enum Flaw: Error { case notAnArchive, method(Int), badData }

  private var parts: [String: ArraySlice<UInt8>] = [:]
  private var methods: [String: Int] = [:]
  public private(set) var names: [String] = []

  public init(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    func number(_ at: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    guard bytes.count > 22,
      let end = (0...(bytes.count - 22)).last(where: { number($0, 4) == 0x0605_4b50 })
    else { throw Flaw.notAnArchive }
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(entry, 4) == 0x0201_4b50 else { throw Flaw.notAnArchive }
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let local = number(entry + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      parts[name] = bytes[start..<(start + number(entry + 20, 4))]
      methods[name] = number(entry + 10, 2)
      names.append(name)
      entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
    }
  }

  public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  public func bytes(_ name: String) throws -> [UInt8] {
    guard let part = parts[name], let method = methods[name] else { throw Flaw.notAnArchive }
    switch method {
    case 0: return Array(part)
    case 8:
      var inflater = Inflater(input: Array(part))
      return try inflater.run()
    default: throw Flaw.method(method)
    }
  }
}

/// Decompresses one deflate stream.
private struct Inflater {
  let input: [UInt8]
  private var position = 0
  private var bits = 0
  private var count = 0
  private var output: [UInt8] = []

  init(input: [UInt8]) { self.input = input }

  /// A canonical Huffman code: how many codes of each length, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    init(lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      symbols = (1...15).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
    }
  }

  private mutating func take(_ wanted: Int) throws -> Int {
    while count < wanted {
      guard position < input.count else { throw ZipArchive.Flaw.badData }
      bits |= Int(input[position]) << count
      position += 1
      count += 8
    }
    defer {
      bits >>= wanted
      count -= wanted
    }
    return bits & ((1 << wanted) - 1)
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      value |= try take(1)
      let here = code.counts[length]
      if value - here < first { return code.symbols[index + value - first] }
      index += here
      first = (first + here) << 1
      value <<= 1
    }
    throw ZipArchive.Flaw.badData
  }

  mutating func run() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copy()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try block(Code(lengths: lengths), Code(lengths: [Int](repeating: 5, count: 30)))
      case 2:
        let (literals, distances) = try codes()
        try block(literals, distances)
      default: throw ZipArchive.Flaw.badData
      }
    }
    return output
  }

  private mutating func copy() throws {
    bits = 0
    count = 0
    guard position + 4 <= input.count else { throw ZipArchive.Flaw.badData }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    position += 4
    output += input[position..<(position + length)]
    position += length
  }

  private mutating func codes() throws -> (Code, Code) {
    let (literals, distances, used) = (try take(5) + 257, try take(5) + 1, try take(4) + 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var meta = [Int](repeating: 0, count: 19)
    for index in 0..<used { meta[order[index]] = try take(3) }
    let code = Code(lengths: meta)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      switch try symbol(code) {
      case 16: lengths += [Int](repeating: lengths.last ?? 0, count: 3 + (try take(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
      case 18: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
      case let length: lengths.append(length)
      }
    }
    return (Code(lengths: Array(lengths[..<literals])), Code(lengths: Array(lengths[literals...])))
  }

  private mutating func block(_ literals: Code, _ distances: Code) throws {
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    let extras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    let far = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
      8193, 12289, 16385, 24577,
    ]
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let length = bases[symbol - 257] + (try take(extras[symbol - 257]))
      let code = try self.symbol(distances)
      let distance = far[code] + (try take(code < 2 ? 0 : code / 2 - 1))
      guard distance <= output.count else { throw ZipArchive.Flaw.badData }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
