public import Maritime

/// What a vessel said about itself in one message: AIS type 5, 19 or 24, or the columns of a CSV
/// row.
public struct Particulars: Hashable, Sendable {
  /// The IMO number as sent, also when its check digit is wrong; empty when not sent.
  public var imoText = ""
  /// The name, without padding; empty when not sent.
  public var name = ""
  /// The call sign; empty when not sent.
  public var callSign = ""
  /// The AIS ship type from 0 to 99; 0 is "not available".
  public var shipType: UInt8 = 0
  /// The length over all in metres; 0 when not sent.
  public var length: UInt16 = 0
  /// The beam in metres; 0 when not sent.
  public var width: UInt16 = 0
  /// The draught in tenths of a metre; 0 when not sent.
  public var draughtTenths: UInt8 = 0
  /// The destination as typed by the crew; empty when not sent.
  public var destination = ""

  /// Creates particulars that say nothing.
  public init() {}

  /// The IMO number, when it was sent and its check digit is right.
  public var imo: IMONumber? { IMONumber(imoText) }
}

/// The first or last message of a run in which a vessel said the same about itself.
public struct StaticReport: Hashable, Sendable {
  /// When the message was sent, in milliseconds since 1970.
  public private(set) var time: Int64
  /// The MMSI of the sender.
  public let mmsi: UInt32
  /// The line in the file, from 1.
  public private(set) var line: UInt32
  /// Which of `FeedFiles.names` the line is in.
  public private(set) var file: UInt16
  /// What it said.
  public let particulars: Particulars
  /// How many messages of the run it stands for: those since the report before, and itself.
  public private(set) var messages: Int

  /// Creates a report.
  public init(
    time: Int64, mmsi: UInt32, line: UInt32, file: UInt16, particulars: Particulars,
    messages: Int = 1
  ) {
    self.time = time
    self.mmsi = mmsi
    self.line = line
    self.file = file
    self.particulars = particulars
    self.messages = messages
  }

  /// Becomes a later report that says the same, and stands for the messages of both.
  mutating func goOn(to later: StaticReport) {
    (time, line, file) = (later.time, later.line, later.file)
    messages += later.messages
  }

  /// When it was sent.
  public var instant: UTCTime { UTCTime(milliseconds: time) }
}
