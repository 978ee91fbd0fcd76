/// One AIVDM or AIVDO sentence whose checksum is right: a message, or a part of one.
struct NMEASentence {
  /// The number of sentences that make up the message.
  let total: Int
  /// Which of them this is, from 1.
  let number: Int
  /// What marks the sentences of one message: talker, sequence number and channel.
  let stream: UInt32
  /// The payload, without fill bits.
  let bits: MessageBits
  /// What follows the checksum.
  let trailer: Range<Int>

  /// Reads a sentence from `!` on; any talker will do, since relays use their own.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(NMEAFault) {
    guard Self.isAIS(bytes, range) else { throw .otherSentence }
    let start = range.lowerBound
    let star = try Self.verifiedEnd(bytes, range)
    trailer = star + 3..<range.upperBound
    var next = start + 7
    total = try Self.digit(bytes, &next, star)
    number = try Self.digit(bytes, &next, star)
    let sequence = try Self.optionalCharacter(bytes, &next, star)
    let channel = try Self.optionalCharacter(bytes, &next, star)
    guard (1...9).contains(total), (1...total).contains(number) else {
      throw .malformedSentence
    }
    stream =
      UInt32(bytes[start + 1]) << 24 | UInt32(bytes[start + 2]) << 16
      | UInt32(sequence) << 8 | UInt32(channel)
    bits = try Self.payload(bytes, next..<star)
  }

  private static func isAIS(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 7 else { return false }
    let start = range.lowerBound
    return bytes[start + 3] == UInt8(ascii: "V") && bytes[start + 4] == UInt8(ascii: "D")
      && (bytes[start + 5] == UInt8(ascii: "M") || bytes[start + 5] == UInt8(ascii: "O"))
      && bytes[start + 6] == UInt8(ascii: ",")
  }

  /// The index of the `*` before a checksum that is right.
  private static func verifiedEnd(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(NMEAFault) -> Int {
    guard let (star, sum) = checksum(bytes, range.dropFirst()),
      let written = bytes.hexadecimal(at: star + 1, before: range.upperBound)
    else { throw .noChecksum }
    guard written == sum else { throw .badChecksum }
    return star
  }

  private static func digit(
    _ bytes: Span<UInt8>, _ next: inout Int, _ end: Int
  ) throws(NMEAFault) -> Int {
    let character = try optionalCharacter(bytes, &next, end)
    guard (48...57).contains(character) else { throw .malformedSentence }
    return Int(character) - 48
  }

  /// The single character of a field, or zero when the field is empty.
  private static func optionalCharacter(
    _ bytes: Span<UInt8>, _ next: inout Int, _ end: Int
  ) throws(NMEAFault) -> UInt8 {
    let comma = UInt8(ascii: ",")
    if next < end, bytes[next] == comma {
      next += 1
      return 0
    }
    guard next + 1 < end, bytes[next + 1] == comma else { throw .malformedSentence }
    next += 2
    return bytes[next - 2]
  }

  /// The bits of `payload,fill`; an empty fill field, which some receivers send, is none.
  private static func payload(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(NMEAFault) -> MessageBits {
    let end = bytes.fieldEnd(range)
    guard end < range.upperBound else { throw .malformedSentence }
    guard end > range.lowerBound else { throw .emptyPayload }
    let fillField = end + 1..<range.upperBound
    let fill = fillField.isEmpty ? 0 : bytes.decimal(fillField) ?? 6
    guard fill < 6 else { throw .malformedSentence }
    guard var bits = MessageBits(armoured: bytes, range.lowerBound..<end) else {
      throw .badPayload
    }
    bits.removeLast(fill)
    return bits
  }
}
