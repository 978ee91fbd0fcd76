/// What a decoder counted; `lines` is the sum of the next six.
struct NMEACounts: Sendable {
  var lines = 0
  var sentences = 0
  var timeLines = 0
  var tagBlockLines = 0
  var commentLines = 0
  var blankLines = 0
  var rejectedLines = 0

  /// Tag blocks whose checksum is wrong or absent: what they say is not used.
  var untrustedTagBlocks = 0
  /// Sentences whose time another line of their group gave.
  var groupedTimes = 0
  /// Sentences that are part of a message of which another part is missing.
  var incompleteParts = 0
  /// Messages sent in more than one sentence.
  var assembledMessages = 0
  /// Messages with a vessel's particulars and no position, types 5 and 24.
  var staticMessages = 0
  /// Messages that gave neither.
  var rejectedMessages = 0
  /// Messages by type, from 0 to 63.
  var messages = [Int](repeating: 0, count: 64)

  /// The counts by name, without types that did not occur.
  func named() -> [String: Int] {
    var result = [
      "lines": lines, "sentences": sentences, "time lines": timeLines,
      "tag block lines": tagBlockLines, "comment lines": commentLines, "blank lines": blankLines,
      "rejected lines": rejectedLines, "untrusted tag blocks": untrustedTagBlocks,
      "times from groups": groupedTimes,
      "incomplete parts": incompleteParts, "assembled messages": assembledMessages,
      "static messages": staticMessages, "rejected messages": rejectedMessages,
      "messages": messages.reduce(0, +),
    ]
    for (type, count) in messages.enumerated() where count > 0 {
      result["messages type \(type)"] = count
    }
    return result
  }
}
