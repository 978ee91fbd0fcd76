/// Joins the sentences of messages that needed more than one.
///
/// Sentences belong together by talker, sequence number, channel, number of parts and, when tag
/// blocks tell it, group. They may come in any order, but not far apart: sequence numbers start
/// again after ten messages. Lines measure how far, since the parts of one message are often
/// stamped by different clocks.
struct MessageAssembler: Sendable {
  /// The lines that may lie between the parts of a message (our own default).
  ///
  /// In the logs we tried, 1,001 of 1,002 messages have their parts within three lines; the other,
  /// 91 lines apart, is two halves of different messages.
  static let mostLinesBetween: UInt32 = 30
  /// How many messages may be open at once: all sequence numbers of six stations (our own default).
  static let mostOpen = 64

  /// A message with all its parts.
  struct Whole {
    let bits: MessageBits
    let stamp: Stamp
  }

  private struct Part {
    let number: Int
    let line: UInt32
    let bits: MessageBits
  }

  private struct Open {
    let stream: UInt32
    let total: Int
    var stamp: Stamp
    var parts: [Part]
  }

  private var open: [Open] = []
  /// The lines of parts given up since this was last emptied, in the order of giving up.
  var abandonedLines: [UInt32] = []

  /// Adds a part; returns its message when that is now whole.
  mutating func add(_ sentence: NMEASentence, stamp: Stamp, line: UInt32) -> Whole? {
    let part = Part(number: sentence.number, line: line, bits: sentence.bits)
    guard let index = openIndex(for: sentence, stamp: stamp, line: line) else {
      start(sentence, part: part, stamp: stamp)
      return nil
    }
    open[index].parts.append(part)
    if open[index].stamp.time == nil { open[index].stamp.refine(stamp) }
    guard open[index].parts.count == sentence.total else { return nil }
    return Self.join(open.remove(at: index))
  }

  /// Gives up all messages that are still open.
  mutating func abandonAll() {
    while !open.isEmpty { abandon(0) }
  }

  /// The message that `sentence` continues; gives up one that it can only follow, not continue.
  private mutating func openIndex(
    for sentence: NMEASentence, stamp: Stamp, line: UInt32
  ) -> Int? {
    let match = open.firstIndex {
      $0.stream == sentence.stream && $0.total == sentence.total
        && ($0.stamp.group == nil || stamp.group == nil || $0.stamp.group == stamp.group)
    }
    guard let index = match else { return nil }
    if continues(open[index], number: sentence.number, line: line) { return index }
    abandon(index)
    return nil
  }

  private func continues(_ message: Open, number: Int, line: UInt32) -> Bool {
    if message.parts.contains(where: { $0.number == number }) { return false }
    return message.parts.last.map { line - $0.line <= Self.mostLinesBetween } ?? true
  }

  private mutating func start(_ sentence: NMEASentence, part: Part, stamp: Stamp) {
    // The oldest is at the front, since a message is added at the end and never moves back.
    if open.count == Self.mostOpen { abandon(0) }
    open.append(
      Open(stream: sentence.stream, total: sentence.total, stamp: stamp, parts: [part]))
  }

  private mutating func abandon(_ index: Int) {
    abandonedLines += open.remove(at: index).parts.map(\.line)
  }

  private static func join(_ message: Open) -> Whole {
    var bits = MessageBits()
    for part in message.parts.sorted(by: { $0.number < $1.number }) { bits.append(part.bits) }
    return Whole(bits: bits, stamp: message.stamp)
  }
}
