import Foundation
import TestSupport

/// Breaks rules the way authors and editors do, and the way nobody would.
struct RuleMutations {
  private var random: SeededGenerator
  private let texts: [[Substring]]

  private static let words = [
    "and", "or", "not ", "in ", "@lists/un at now", "@ports/dprk", "@zones/kp-eez", "[", "]", "{",
    "}", "(", ")", ": ", "- ", "..", "12h", "90m", "0", "1", "é", "\"", "'", "-", "*", "/ 0", "mo",
    "9999999999999999999999", "999999999999999w", "vessel.", ".", "<", "==", "!=", " is known",
    " is unknown", "within 20nm of ", "#", "# lint: allow W14 until 2026-01-01 because x", "&a ",
    "*a", "!!int ", "|", ">-", "? ", "\t", "\u{202E}", "\u{0}", "any:", "all:", "none:", "where:",
    "at_least: 2", "of:", "steps:", "fact: ais_gap", "as: x", "within: 1d", "now", "2026-02-30",
    "-9223372036854775808", "0.0000000001%", "100y", "\r\n",
  ]

  init(texts: [String], seed: UInt64) {
    random = SeededGenerator(seed: seed)
    self.texts = texts.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// One of the texts with one to five changes; half of them have a single one.
  mutating func next() -> [UInt8] {
    var lines = texts[below(texts.count)]
    let style = below(4)
    for _ in 0..<(style == 0 ? 1 : style == 1 ? 0 : below(4)) { changeLines(&lines) }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    for _ in 0..<(style == 0 ? 0 : style == 1 ? 1 : below(3)) { changeBytes(&bytes) }
    return bytes
  }

  private mutating func below(_ limit: Int) -> Int {
    Int(random.next() % UInt64(max(limit, 1)))
  }

  /// Lines are the nodes of YAML: whole keys and clauses move, repeat, change level or go.
  private mutating func changeLines(_ lines: inout [Substring]) {
    guard !lines.isEmpty else { return }
    let index = below(lines.count)
    let other = texts[below(texts.count)]
    switch below(8) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: below(lines.count))
    case 2: lines.swapAt(index, below(lines.count))
    case 3: lines[index] = "  " + lines[index]
    case 4: lines[index] = lines[index].hasPrefix("  ") ? lines[index].dropFirst(2) : lines[index]
    case 5: lines.insert(other[below(other.count)], at: index)
    case 6:
      let from = below(other.count)
      lines.insert(contentsOf: other[from..<min(from + below(6), other.count)], at: index)
    default:
      // A value of another key: what stands behind the colon or the dash.
      let value = other[below(other.count)].split(separator: ":", maxSplits: 1).last ?? ""
      let key = lines[index].split(separator: ":", maxSplits: 1).first ?? ""
      lines[index] = Substring(key + ":" + value)
    }
  }

  private mutating func changeBytes(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let index = below(bytes.count)
    let word = Array(Self.words[below(Self.words.count)].utf8)
    switch below(6) {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = UInt8(truncatingIfNeeded: below(256))
    case 2: bytes[index] = UInt8(32 + below(95))
    case 3: bytes.insert(contentsOf: word, at: index)
    case 4: bytes.replaceSubrange(index..<min(index + below(12), bytes.count), with: word)
    default:
      let digit = bytes[index...].firstIndex { (48...57).contains($0) }
      if let digit { bytes[digit] = UInt8(48 + below(10)) }
    }
  }
}
