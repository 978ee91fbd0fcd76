import Detection
import Maritime
import Testing

/// The batch of one file of these lines, all received at one time when they do not say.
func decode(_ lines: [String], at time: String? = "2026-01-04T02:00:00Z") -> FeedBatch {
  decode(Array(lines.joined(separator: "\n").utf8), at: time)
}

/// The batch of one file of these bytes.
func decode(_ bytes: [UInt8], at time: String? = nil) -> FeedBatch {
  var decoder = NMEADecoder(file: 2, name: "log.nmea", baseTime: time.flatMap { UTCTime($0) })
  decoder.read(bytes)
  return decoder.finish()
}

/// Checks that every line, part and message was counted once.
func expectAllAccounted(
  _ batch: FeedBatch, sourceLocation: SourceLocation = #_sourceLocation
) {
  let count = { batch.counts[$0, default: 0] }
  let kinds = [
    "sentences", "time lines", "tag block lines", "comment lines", "blank lines", "rejected lines",
  ]
  let lines = kinds.map(count).reduce(0, +)
  #expect(count("lines") == lines, sourceLocation: sourceLocation)
  let messages = count("positions") + count("static messages") + count("rejected messages")
  #expect(count("messages") == messages, sourceLocation: sourceLocation)
  let rejected = count("rejected lines") + count("incomplete parts") + count("rejected messages")
  #expect(batch.rejections.total == rejected, sourceLocation: sourceLocation)
  #expect(count("positions") == batch.positions.count, sourceLocation: sourceLocation)
  #expect(count("reports") == batch.reports.count, sourceLocation: sourceLocation)
}

@Suite struct NMEADecoderTests {
  private let log =
    [
      "# started", "", AISEncoder.classA().sentence(), "noise",
      checked("$PGHP,1,2026,1,4,2,0,0,11,219,,2190067,1,62"), AISEncoder.classB().sentence(),
      tagBlock("si:AISD"),
    ] + AISEncoder.voyage().sentences(2) + [AISEncoder.voyage().sentences(2)[0]]

  @Test func decodesALogWithBothLineEnds() {
    for end in ["\n", "\r\n"] {
      let batch = decode(Array(log.joined(separator: end).utf8), at: "2026-01-04T01:00:00Z")
      #expect(batch.positions.map(\.line) == [3, 6])
      #expect(batch.positions.map(\.file) == [2, 2])
      #expect(
        batch.positions.map { $0.instant.description } == [
          "2026-01-04T01:00:00Z", "2026-01-04T02:00:00.011Z",
        ])
      #expect(batch.reports.map(\.line) == [9])
      #expect(batch.rejections.counts == ["not-nmea": 1, "incomplete-message": 1])
      #expect(batch.rejections.examples.map(\.line) == [4, 10])
      #expect(batch.counts["messages type 5"] == 1)
      #expect(batch.counts["assembled messages"] == 1)
      expectAllAccounted(batch)
    }
  }

  @Test func givesTheSameForAnyBlocks() {
    let whole = decode(log)
    var decoder = NMEADecoder(
      file: 2, name: "log.nmea", baseTime: UTCTime("2026-01-04T02:00:00Z"))
    for line in log { decoder.read(Array((line + "\n").utf8)) }
    let batch = decoder.finish()
    #expect(batch.positions == whole.positions)
    #expect(batch.reports == whole.reports)
    #expect(batch.rejections == whole.rejections)
    #expect(batch.counts == whole.counts)
  }

  @Test(arguments: [
    (AISEncoder.classA().sentence(), true),
    ("# a comment\n1700000000 " + AISEncoder.classA().sentence(), true),
    (tagBlock("si:AISD"), true),
    (checked("$PGHP,1,2026,1,4,2,0,0,11,219,,2190067,1,62"), true),
    ("!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*00", true),  // damaged, but ours to report
    ("MMSI,BaseDateTime,LAT,LON\n219000001,2026-01-04T02:00:00,57,10", false),
    ("{\"name\": \"WOW!AIS\"}", false),
    ("", false),
  ])
  func recognisesLogs(_ text: String, isNMEA: Bool) {
    #expect(NMEADecoder.recognises(Array(text.utf8)[...]) == isNMEA)
  }
}
