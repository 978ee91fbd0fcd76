public import Maritime

/// Decodes raw AIS sentences (NMEA 0183 AIVDM and AIVDO) into positions and static reports.
///
/// Takes messages 1, 2, 3, 5, 18, 19, 24 and 27 of ITU-R M.1371-5; the others are counted as
/// rejections by type. The time of a message is when it was received, by what stands nearest before
/// its first sentence: a tag block or a count since 1970 on the same line, else the tag block of
/// another line of its group, else a tag block or `$PGHP` line since the last sentence; else a
/// count since 1970 after the checksum. Its line is the one that completed it.
///
/// What receivers with a wrong clock sent is rejected; see `ReceiverClocks`.
public struct NMEADecoder: Sendable {
  let file: UInt16
  let baseTime: Int64?
  var line: UInt32 = 0
  var announced = Stamp()
  var counts = NMEACounts()
  var assembler = MessageAssembler()
  var groups = GroupedLines()
  var clocks: ReceiverClocks
  var positions: [Position] = []
  /// The number of the station of each position.
  var positionStations: [UInt16] = []
  var reports = StaticReportRuns()
  var rejections: NMEARejections

  /// Creates a decoder of one file.
  ///
  /// - Parameters:
  ///   - file: The index of the file in `FeedFiles.names`.
  ///   - name: The file as the user gave it, for rejections.
  ///   - baseTime: The time of messages to which the file gives none; `nil` rejects them.
  ///   - clockTolerance: The error of a receiver's clock that does not matter, in milliseconds.
  public init(
    file: UInt16, name: String, baseTime: UTCTime? = nil,
    clockTolerance: Int64 = DetectionParameter.clockTolerance.standard.steps
  ) {
    self.file = file
    clocks = ReceiverClocks(tolerance: clockTolerance)
    self.baseTime = baseTime?.milliseconds
    rejections = NMEARejections(file: name)
  }

  /// As much of a file as is needed to recognise it: comments may come first (our own default).
  private static let longestHead = 65_536

  /// Whether the first bytes of a file look like AIS sentences or the lines that go with them.
  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    var decoder = NMEADecoder(file: 0, name: "")
    decoder.read(Array(head.prefix(longestHead)))
    let counts = decoder.counts
    let damaged = decoder.rejections.tally.counts[NMEAFault.badChecksum.reason] ?? 0
    return counts.sentences + counts.timeLines + counts.tagBlockLines + damaged > 0
  }

  /// Reads the next lines; a block ends where a line does, and may hold any number of them.
  public mutating func read(_ block: [UInt8]) {
    let bytes = block.span
    var start = 0
    while start < bytes.count {
      let rest = start..<bytes.count
      let end = firstIndex(of: UInt8(ascii: "\n"), in: bytes, rest) ?? bytes.count
      line += 1
      readLine(bytes, bytes.trimmed(start..<end))
      start = end + 1
    }
  }

  /// Everything that was read; messages with parts still missing are rejected.
  public mutating func finish() -> FeedBatch {
    assembler.abandonAll()
    rejectAbandonedParts()
    let wrong = clocks.wrong
    dropPositions(by: wrong)
    var batch = FeedBatch()
    batch.positions = positions
    batch.reports = reports.finished(without: Set(wrong.map(\.index)))
    batch.rejections = rejections.tally
    batch.counts = counts.named()
    batch.counts["positions"] = batch.positions.count
    batch.counts["reports"] = batch.reports.count
    batch.counts["wrong clocks"] = wrong.count
    return batch
  }

  /// Rejects what receivers with a wrong clock stamped, and says of each how wrong it is.
  private mutating func dropPositions(by wrong: [ReceiverClocks.WrongClock]) {
    guard !wrong.isEmpty else { return }
    let detail = Dictionary(uniqueKeysWithValues: wrong.map { ($0.index, $0.explanation) })
    var kept: [Position] = []
    for (position, station) in zip(positions, positionStations) {
      if let detail = detail[station] {
        counts.rejectedMessages += 1
        rejections.add(.wrongClock, line: position.line, detail: detail)
      } else {
        kept.append(position)
      }
    }
    positions = kept
    positionStations = []
  }
}

extension ReceiverClocks.WrongClock {
  /// How wrong the clock is, as one sentence.
  fileprivate var explanation: String {
    let station = name.isEmpty ? "the receiver" : "receiver \(name)"
    let seconds = abs(error) / 1000
    return "the clock of \(station) is about \(seconds) s \(error > 0 ? "ahead" : "behind")"
  }
}
