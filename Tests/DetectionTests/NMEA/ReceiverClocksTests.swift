import Detection
import Maritime
import TestSupport
import Testing

/// Feeds of several receivers, of which one may have a wrong clock.
struct ReceiverClocksTests {
  private static let start = 1_767_492_000

  /// A message every two seconds, each heard by the next of the stations, whose clocks are wrong
  /// by the seconds given.
  private func feed(_ errors: KeyValuePairs<String, Int>, messages: Int = 120) -> [String] {
    (0..<messages).map { index in
      let (station, error) = errors[index % errors.count]
      let vessel = AISEncoder.classA(
        mmsi: 219_000_001 + index % 7, latitude: 30_000_000 + index * 40)
      let stamp = Self.start + 2 * index + error
      return tagBlock("s:\(station),c:\(stamp)") + vessel.sentence()
    }
  }

  @Test(arguments: [
    (0, 0), (30, 0), (-90, 0), (300, 30), (-3600, 30), (86_400, 30), (400_000_000, 30),
  ])
  func rejectsAReceiverThatIsOff(_ error: Int, rejected: Int) {
    let batch = decode(feed(["r1": 0, "r2": 1, "r3": error, "r4": -1]), at: nil)
    #expect(batch.positions.count == 120 - rejected)
    #expect(batch.rejections.counts == (rejected == 0 ? [:] : ["wrong-clock": rejected]))
    expectAllAccounted(batch)
  }

  @Test func explainsHowFarItIsOff() throws {
    let batch = decode(feed(["r1": 0, "r2": 1, "sat-7": 7200, "r4": 0]), at: nil)
    let example = try #require(batch.rejections.examples.first)
    #expect(example.detail == "the clock of receiver sat-7 is about 7201 s ahead")
    #expect(batch.counts["wrong clocks"] == 1)
  }

  /// Of two receivers that disagree nobody can tell which is right, and days that were joined out
  /// of order are nobody's error.
  @Test func doesNotJudgeWithoutWitnesses() {
    #expect(decode(feed(["r1": 0, "r2": 3600]), at: nil).positions.count == 120)
    let days =
      feed(["r1": 200_000, "r2": 200_000, "r3": 200_000]) + feed(["r1": 0, "r2": 1, "r3": 0])
    #expect(decode(days, at: nil).positions.count == 240)
  }

  @Test(arguments: [(0, 20), (-7200, 0), (7 * 86_400, 20)])
  func comparesWithBaseStations(_ error: Int, kept: Int) {
    var lines = feed(["r1": error], messages: 20)
    for minute in 0..<4 {
      let stamp = Self.start + minute * 60
      lines.insert(
        tagBlock("s:r1,c:\(stamp + error)") + AISEncoder.baseReport(stamp).sentence(),
        at: minute * 5)
    }
    let batch = decode(lines, at: nil)
    #expect(batch.positions.count == kept)
    #expect(batch.rejections.counts["wrong-clock"] == (kept == 20 ? nil : 20))
    expectAllAccounted(batch)
  }

  @Test func alsoDropsWhatTheVesselSaidOfItselfAtWrongTimes() {
    let wrong = tagBlock("s:r3,c:\(Self.start + 86_400)") + AISEncoder.name("SOLVEIG").sentence()
    let right = tagBlock("s:r1,c:\(Self.start)") + AISEncoder.name("SOLVEIG").sentence()
    let batch = decode([right, wrong] + feed(["r1": 0, "r2": 0, "r3": 86_400, "r4": 0]), at: nil)
    #expect(batch.reports.map(\.line) == [1])
  }

  @Test(arguments: ["c:0", "c:315964800", "c:4200000000", "c:86400000"])
  func countsClocksThatAreNotSet(_ time: String) {
    let batch = decode([tagBlock(time) + AISEncoder.classA().sentence()], at: nil)
    #expect(batch.rejections.counts == ["clock-not-set": 1])
    expectAllAccounted(batch)
  }
}
