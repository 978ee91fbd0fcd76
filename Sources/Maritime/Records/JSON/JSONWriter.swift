/// Appends JSON to bytes, without a formatter and without a tree: facts files have millions of
/// lines.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false
  /// The detectors that were written, as bytes.
  var detectors: [(detector: DetectorDescription, bytes: [UInt8])] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func beginObject() { begin(UInt8(ascii: "{")) }
  mutating func endObject() { end(UInt8(ascii: "}")) }
  mutating func beginArray() { begin(UInt8(ascii: "[")) }
  mutating func endArray() { end(UInt8(ascii: "]")) }
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes a key in two parts, so that a field's name and unit need not be joined first.
  mutating func key(_ name: String, suffix: String = "") {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(name)
    if !suffix.isEmpty { appendEscaped(suffix) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes what is known to be JSON: digits, `true`, `null`, a time in quotes.
  mutating func raw(_ text: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: text)
  }

  mutating func bool(_ isTrue: Bool) { raw((isTrue ? "true" : "false").utf8) }

  mutating func integer(_ number: some BinaryInteger) {
    guard let digits = UInt64(exactly: number) else { return raw(String(number).utf8) }
    separate()
    bytes.appendDecimal(digits)
  }

  /// Writes the fewest digits that read back as the same number, and no point for an integer.
  mutating func number(_ number: Double) {
    if !number.isFinite {
      raw("null".utf8)
    } else if let integer = Int64(exactly: number), integer.magnitude < 1 << 53 {
      self.integer(integer)
    } else {
      raw(number.description.utf8)
    }
  }

  /// Writes `steps / unit` as a decimal, exactly when `unit` divides 10^`digits`, else rounded.
  mutating func decimal(_ steps: Int64, per unit: Int64, digits: Int) {
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, rest) = steps.magnitude.quotientAndRemainder(dividingBy: UInt64(unit))
    let fraction = (rest * scale * 2 + UInt64(unit)) / (UInt64(unit) * 2)
    separate()
    if steps < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.appendDecimal(whole + fraction / scale)
    appendFraction(fraction % scale, digits: digits)
  }

  /// Writes an RFC 3339 time in quotes.
  mutating func time(_ time: UTCTime) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    time.write(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func appendFraction(_ fraction: UInt64, digits: Int) {
    guard fraction > 0 else { return }
    var (left, count) = (fraction, digits)
    while left % 10 == 0 { (left, count) = (left / 10, count - 1) }
    bytes.append(UInt8(ascii: "."))
    bytes.appendDigits(left, count: count)
  }

  /// Most text has nothing to escape and is appended as a whole.
  private mutating func appendEscaped(_ text: String) {
    let isWritten = text.utf8.withContiguousStorageIfAvailable { part in
      // Without an early end the loop takes many bytes at a time.
      var isOdd = false
      for byte in part {
        isOdd =
          isOdd || byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      }
      if !isOdd { bytes.append(contentsOf: part) }
      return !isOdd
    }
    if isWritten != true { for byte in text.utf8 { appendEscaped(byte) } }
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes += Array("\\n".utf8)
    case 0x0D: bytes += Array("\\r".utf8)
    case 0x09: bytes += Array("\\t".utf8)
    case 0x00...0x1F:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}

extension JSONWriter {
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: raw("null".utf8)
    case .bool(let isTrue): bool(isTrue)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { write(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        write(member.value)
      }
      endObject()
    }
  }

  /// Writes a value over several lines; `indent` is the number of levels it stands in.
  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      beginArray()
      for element in elements {
        breakLine(indent: indent + 1)
        write(element, indent: indent + 1)
      }
      lastBreak(indent: indent)
      endArray()
    case .object(let members) where !members.isEmpty:
      beginObject()
      for member in members {
        breakLine(indent: indent + 1)
        key(member.key)
        bytes.append(UInt8(ascii: " "))
        write(member.value, indent: indent + 1)
      }
      lastBreak(indent: indent)
      endObject()
    default: write(value)
    }
  }

  private mutating func breakLine(indent: Int) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    lastBreak(indent: indent)
    needsComma = false
  }

  private mutating func lastBreak(indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indent * 2 { bytes.append(UInt8(ascii: " ")) }
  }
}
