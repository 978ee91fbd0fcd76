/// Why a line, a part of a message or a whole message became no record.
enum NMEAFault: Int, Error, CaseIterable {
  // A line that is no sentence.
  case badChecksum, noChecksum, malformedSentence, emptyPayload, badPayload, otherSentence
  case badTimeLine, badTagBlock, notNMEA
  // A sentence whose message is not whole.
  case incompleteMessage
  // A message.
  case shortMessage, invalidMMSI, noPosition, offEarth, noTime, clockNotSet, wrongClock, unknownPart

  /// The stable reason under which it is counted.
  var reason: String {
    switch self {
    case .badChecksum: "bad-checksum"
    case .noChecksum: "no-checksum"
    case .malformedSentence: "malformed-sentence"
    case .emptyPayload: "empty-payload"
    case .badPayload: "bad-payload"
    case .otherSentence: "other-sentence"
    case .badTimeLine: "bad-time-line"
    case .badTagBlock: "bad-tag-block"
    case .notNMEA: "not-nmea"
    case .incompleteMessage: "incomplete-message"
    case .shortMessage: "short-message"
    case .invalidMMSI: "invalid-mmsi"
    case .noPosition: "no-position"
    case .offEarth: "position-off-earth"
    case .noTime: "no-time"
    case .clockNotSet: "clock-not-set"
    case .wrongClock: "wrong-clock"
    case .unknownPart: "unknown-part-number"
    }
  }
}
