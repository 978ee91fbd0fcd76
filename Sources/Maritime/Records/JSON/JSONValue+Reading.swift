/// Why a text is not JSON, or not JSON that we accept.
public struct JSONError: Error, Hashable, Sendable {
  /// One lower-case sentence: `a comma or '}' is missing`.
  public let message: String
  /// The line, from 1.
  public let line: Int
}

extension JSONValue {
  /// How deep arrays and objects may nest: far above any real file, far below the stack's end.
  ///
  /// Our own default.
  public static let deepestNesting = 128

  /// Reads one JSON value (RFC 8259), with nothing but white space around it.
  ///
  /// Refuses what a careless reader lets pass: duplicate keys, bytes that are not UTF-8, numbers
  /// with a leading zero, half a surrogate pair. A byte order mark is skipped.
  ///
  /// - Throws: `JSONError`.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(reading bytes: some Sequence<UInt8>) throws(JSONError) {
    var reader = JSONReader(Array(bytes))
    self = try reader.read()
  }

  /// Reads one JSON value from text.
  ///
  /// - Throws: `JSONError`.
  public init(reading text: String) throws(JSONError) { try self.init(reading: text.utf8) }
}

/// Reads JSON from left to right.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw error("something follows the end of the value") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    guard let byte = peek else { throw error("the text ends where a value should be") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (reader) throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < JSONValue.deepestNesting else {
      throw error("arrays and objects nest deeper than \(JSONValue.deepestNesting) levels")
    }
    depth += 1
    index += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    if take("]") { return .array([]) }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw error("a comma or ']' is missing") }
    return .array(elements)
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var members: [JSONMember] = []
    var keys: Set<String> = []
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a key in quotes is missing") }
      let key = try string()
      guard keys.insert(key).inserted else { throw error("the key '\(key)' occurs twice") }
      guard take(":") else { throw error("a colon is missing after '\(key)'") }
      members.append(JSONMember(key, try value()))
    } while take(",")
    guard take("}") else { throw error("a comma or '}' is missing") }
    return .object(members)
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[index...].starts(with: text.utf8) else { throw error("'\(text)' is misspelt") }
    index += text.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let whole = index
    let digits = skipDigits()
    guard digits > 0 else { throw error("a value is missing or misspelt") }
    guard digits == 1 || bytes[whole] != UInt8(ascii: "0") else {
      throw error("a number starts with 0")
    }
    if peek == UInt8(ascii: ".") {
      index += 1
      guard skipDigits() > 0 else { throw error("a number ends with a point") }
    }
    try exponent()
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = Double(text), number.isFinite else { throw error("a number is too large") }
    return number
  }

  private mutating func exponent() throws(JSONError) {
    guard peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") else { return }
    index += 1
    if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
    guard skipDigits() > 0 else { throw error("a number's exponent is missing") }
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = peek, (48...57).contains(byte) { index += 1 }
    return index - start
  }

  private mutating func string() throws(JSONError) -> String {
    index += 1
    let start = index
    var isASCII = true
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      isASCII = isASCII && byte < 0x80
      index += 1
    }
    // Nearly all strings end here; decoding ASCII needs no check and is several times faster.
    if isASCII, peek == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    return try rareString(startingWith: Array(bytes[start..<index]))
  }

  /// The rest of a string that has escapes or letters beyond ASCII.
  private mutating func rareString(startingWith start: [UInt8]) throws(JSONError) -> String {
    var text = start
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error("a control character in a string is not escaped") }
      index += 1
      if byte == UInt8(ascii: "\\") { try escape(&text) } else { text.append(byte) }
    }
    guard peek != nil else { throw error("a string is not closed") }
    index += 1
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error("a string is not UTF-8")
    }
    return string
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("a string is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text += Array(String(try escapedScalar()).utf8)
    default: throw error("a string has an unknown escape")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    var code = try fourHexDigits()
    if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: "\\u".utf8) {
      index += 2
      let low = try fourHexDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair is missing") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair is missing") }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    let digits = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let code = UInt32(digits, radix: 16)
    else { throw error("four hexadecimal digits are missing after \\u") }
    index += 4
    return code
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let byte = peek, UInt32(byte) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private func error(_ message: String) -> JSONError {
    JSONError(message: message, line: 1 + bytes[..<index].count { $0 == 0x0A })
  }
}
