public import Maritime

/// One act in the log: who did what when, chained to the act before.
public struct LogRecord: Hashable, Sendable {
  /// The number, from 1 without holes.
  public let number: Int
  /// When it was done.
  public let at: UTCTime
  /// Who did it.
  public let actor: String
  /// What was done, as a JSON object.
  public let act: String
  /// The digest of the record before; of the first one, 64 zeros.
  public let before: String
  /// The digest of everything above.
  public let digest: String

  /// What the digest of the first record's predecessor is said to be.
  public static let beginning = String(repeating: "0", count: 64)

  /// The digest that the record must have.
  public var expectedDigest: String {
    Digest(ofParts: [String(number), String(at.milliseconds), actor, act, before]).description
  }
}

/// The first record of a log that is not as it was written.
public struct BrokenRecord: Hashable, Sendable {
  /// The number at which the chain breaks.
  public let number: Int
  /// What is wrong.
  public let reason: String
}

extension BrokenRecord {
  /// Walks along the chain; `nil` when every record is whole and follows the one before.
  public init?(in log: [LogRecord]) {
    var before = LogRecord.beginning
    for (index, record) in log.enumerated() {
      if record.number != index + 1 {
        self.init(
          number: index + 1, reason: "record \(index + 1) is missing; \(record.number) follows")
        return
      }
      if record.before != before {
        self.init(
          number: record.number,
          reason: "it follows \(record.before), but the record before is \(before)")
        return
      }
      if record.digest != record.expectedDigest {
        self.init(
          number: record.number,
          reason: "its content has the digest \(record.expectedDigest), but \(record.digest) was"
            + " written")
        return
      }
      before = record.digest
    }
    return nil
  }
}
