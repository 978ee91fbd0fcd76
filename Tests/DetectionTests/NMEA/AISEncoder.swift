/// Writes AIS messages field by field, so that the tests' sentences are our own.
struct AISEncoder {
  private(set) var bits: [Bool] = []

  /// Starts a message with its type, the repeat indicator, and the sender.
  init(type: Int, mmsi: Int, repeats: Int = 0) {
    append(type, 6)
    append(repeats, 2)
    append(mmsi, 30)
  }

  mutating func append(_ value: Int, _ width: Int) {
    for place in (0..<width).reversed() { bits.append(value >> place & 1 == 1) }
  }

  mutating func append(contentsOf more: some Sequence<Bool>) { bits += more }

  mutating func append(_ text: String, characters: Int) {
    for code in text.utf8 { append(Int(code) % 64, 6) }
    for _ in text.utf8.count..<characters { append(0, 6) }
  }

  /// Cuts the message to its first `count` bits, or fills it up with zeros.
  mutating func resize(_ count: Int) {
    bits = Array(bits.prefix(count)) + Array(repeating: false, count: max(0, count - bits.count))
  }

  /// The message in one sentence.
  func sentence(tag: String = "AIVDM", channel: String = "A") -> String {
    sentences(1, tag: tag, channel: channel, sequence: "")[0]
  }

  /// The message in `count` sentences.
  func sentences(
    _ count: Int, tag: String = "AIVDM", channel: String = "A", sequence: String = "3"
  ) -> [String] {
    let characters = Array(armour)
    let size = (characters.count + count - 1) / count
    return (0..<count).map { index in
      let part = String(characters.dropFirst(index * size).prefix(size))
      let fill = index == count - 1 ? (6 - bits.count % 6) % 6 : 0
      return checked("!\(tag),\(count),\(index + 1),\(sequence),\(channel),\(part),\(fill)")
    }
  }

  private var armour: String {
    let filled = bits + Array(repeating: false, count: (6 - bits.count % 6) % 6)
    let codes = stride(from: 0, to: filled.count, by: 6).map { start in
      filled[start..<start + 6].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
    return String(decoding: codes.map { UInt8($0 < 40 ? $0 + 48 : $0 + 56) }, as: UTF8.self)
  }
}

/// A sentence with its checksum; the first character is not part of the sum.
func checked(_ sentence: String) -> String {
  sentence + "*" + checksum(sentence.dropFirst())
}

/// A tag block with its checksum and backslashes.
func tagBlock(_ content: String) -> String { "\\\(content)*\(checksum(content[...]))\\" }

private func checksum(_ text: Substring) -> String {
  let sum = text.utf8.reduce(0, ^)
  let digits = String(sum, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}
