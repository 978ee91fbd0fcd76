/// Feeds a parser with damaged inputs and checks that no row vanishes; a trap ends the program.
struct FeedFuzz {
  /// How many inputs each parser gets.
  let inputs: Int
  /// The seed: the same inputs for the same number.
  let seed: UInt64

  /// What a run found.
  struct Finding {
    let name: String
    let inputs: Int
    let records: Int
    let rejections: Int
    /// Inputs of which something vanished, the first ten.
    let broken: [String]

    var line: String {
      "\(name): \(inputs) inputs, \(records) records, \(rejections) rejections,"
        + " \(broken.count) broken"
        + broken.map { "\n  " + $0 }.joined()
    }
  }

  /// Damages the target's seeds `inputs` times.
  func run(_ target: FuzzTarget) -> Finding {
    var random = FuzzRandom(seed: seed)
    var (records, rejections) = (0, 0)
    var broken: [String] = []
    for _ in 0..<inputs {
      let input = Damage(seeds: target.seeds, random: &random).bytes
      let outcome = target.parse(target.isSigned ? withChecksum(input) : input)
      records += outcome.records
      rejections += outcome.rejections
      if !outcome.isWhole, broken.count < 10 {
        broken.append(String(decoding: input, as: UTF8.self).debugDescription)
      }
    }
    return Finding(
      name: target.name, inputs: inputs, records: records, rejections: rejections, broken: broken)
  }

  /// Puts a right checksum on the last sentence, so that damage in its fields is seen too.
  private func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
    guard let start = bytes.lastIndex(of: UInt8(ascii: "!")),
      let star = bytes.lastIndex(of: UInt8(ascii: "*")), start < star
    else { return bytes }
    let sum = bytes[start + 1..<star].reduce(0, ^)
    let digits = String(sum, radix: 16, uppercase: true)
    return bytes[...star] + Array((digits.count == 1 ? "0" + digits : digits).utf8)
  }
}

/// SplitMix64: the same numbers on every run.
struct FuzzRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(max(1, bound)))
  }
}

/// A seed with one to four changes.
struct Damage {
  private(set) var bytes: [UInt8]

  private static let tokens =
    [
      ",", "\"", "\n", "\r\n", ";", "\\", "*", "!", "{", "}", "[", "]", ":", "null", "\"\"", "-",
      "0",
      "99999999999999999999", "1e308", "-1", "NaN", "2026-02-30", "9074729", "\u{feff}", "\u{0}",
      "é", "\t", " ", "true", "[[[[[[[[",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x80, 0x80]]

  init(seeds: [[UInt8]], random: inout FuzzRandom) {
    bytes = seeds[random.next(seeds.count)]
    for _ in 0..<1 + random.next(4) {
      let place = random.next(bytes.count + 1)
      let length = random.next(20)
      switch random.next(7) {
      case 0: bytes.insert(contentsOf: Self.tokens[random.next(Self.tokens.count)], at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8(random.next(256))
      case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.next(8))
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + length))
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + length)], at: place)
      case 5:
        let other = seeds[random.next(seeds.count)]
        bytes = Array(bytes[..<place]) + other.suffix(random.next(other.count + 1))
      default: bytes.removeLast(min(bytes.count, length))
      }
    }
  }
}
