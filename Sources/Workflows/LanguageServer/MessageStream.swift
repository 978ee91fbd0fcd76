import Maritime

/// Cuts a stream of bytes into JSON-RPC messages, each behind a `Content-Length` header.
///
/// Takes bytes in whatever pieces a pipe gives them.
struct MessageStream {
  /// A message, or why there is none.
  enum Item {
    case message(JSONValue)
    case malformed(String)
  }

  private var buffer: [UInt8] = []

  /// No editor sends more at once; a larger length is a broken header.
  private static let largestMessage = 64 << 20

  /// Adds bytes and takes every message that is whole.
  mutating func receive(_ bytes: some Sequence<UInt8>) -> [Item] {
    buffer += bytes
    var items: [Item] = []
    while let item = next() { items.append(item) }
    return items
  }

  private mutating func next() -> Item? {
    guard let (header, body) = endOfHeader() else { return overlongHeader() }
    let lines = String(decoding: buffer[..<header], as: UTF8.self).split(separator: "\r\n")
    let lengths = lines.compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].drop { $0 == " " })
    }
    guard let length = lengths.first, (0...Self.largestMessage).contains(length) else {
      buffer.removeFirst(body)
      return .malformed("the header names no length")
    }
    guard buffer.count >= body + length else { return nil }
    let content = buffer[body..<body + length]
    buffer.removeFirst(body + length)
    do throws(JSONError) {
      return .message(try JSONValue(reading: content))
    } catch {
      return .malformed(error.message)
    }
  }

  /// The ends of the header's lines and of the empty line below them.
  private func endOfHeader() -> (header: Int, body: Int)? {
    guard buffer.count >= 4 else { return nil }
    for index in 0...(min(buffer.count, 4096) - 4)
    where buffer[index..<index + 4].elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) {
      return (index, index + 4)
    }
    return nil
  }

  /// Bytes that are no header are dropped, so that they cannot fill the memory.
  private mutating func overlongHeader() -> Item? {
    guard buffer.count > 4096 else { return nil }
    buffer.removeAll()
    return .malformed("there is no header")
  }

  /// A message with its header.
  static func framed(_ message: JSONValue) -> [UInt8] {
    let body = Array(message.text.utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
