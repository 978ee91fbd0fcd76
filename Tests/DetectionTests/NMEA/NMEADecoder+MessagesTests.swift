import Detection
import Maritime
import Testing

@Suite struct NMEADecoderMessagesTests {
  @Test(arguments: 1...3)
  func readsClassA(_ type: Int) throws {
    let batch = decode([AISEncoder.classA(type: type).sentence()])
    let position = try #require(batch.positions.first)
    #expect(position.mmsi == 219_000_001)
    #expect(position.latitudeE7 == 572_500_000)
    #expect(position.longitudeE7 == 105_000_000)
    #expect(position.speedKnots == 12.3)
    #expect(position.course == 224.5)
    #expect(position.heading == 221)
    #expect(position.status == 5)
    #expect(position.transceiver == .classA)
    #expect(batch.counts["messages type \(type)"] == 1)
  }

  @Test func readsClassB() throws {
    let position = try #require(decode([AISEncoder.classB().sentence()]).positions.first)
    #expect(position.mmsi == 219_000_002)
    #expect(position.latitudeE7 == -331_250_000)
    #expect(position.longitudeE7 == -707_500_000)
    #expect(position.speedKnots == 6.1)
    #expect(position.course == 90.5)
    #expect(position.heading == nil)
    #expect(position.status == nil)
    #expect(position.transceiver == .classB)
  }

  @Test func readsLongRange() throws {
    let position = try #require(decode([AISEncoder.longRange().sentence()]).positions.first)
    #expect(position.latitudeE7 == -570_000_000)
    #expect(position.longitudeE7 == 105_000_000)
    #expect(position.speedKnots == 14)
    #expect(position.course == 359)
    #expect(position.heading == nil)
    #expect(position.status == 1)
    #expect(position.transceiver == .classA)
  }

  @Test func readsPositionAndParticularsOfType19() throws {
    let batch = decode([AISEncoder.extendedClassB().sentence()])
    #expect(batch.positions.map(\.transceiver) == [.classB])
    let particulars = try #require(batch.reports.first?.particulars)
    #expect(particulars.name == "SOLVEIG")
    #expect(particulars.shipType == 36)
    #expect(particulars.length == 12)
    #expect(particulars.width == 4)
    expectAllAccounted(batch)
  }

  @Test func keepsParticularsOfAType19WithoutPosition() {
    let batch = decode([AISEncoder.extendedClassB(latitude: minutesE4(91)).sentence()])
    #expect(batch.reports.map(\.particulars.name) == ["SOLVEIG"])
    #expect(batch.rejections.counts == ["no-position": 1])
    expectAllAccounted(batch)
  }

  @Test(arguments: [424, 422, 420])
  func readsVoyageData(_ length: Int) throws {
    var message = AISEncoder.voyage()
    message.resize(length)
    let batch = decode(message.sentences(2))
    let report = try #require(batch.reports.first)
    #expect(report.mmsi == 219_000_001)
    #expect(report.instant.description == "2026-01-04T02:00:00Z")
    var expected = Particulars()
    expected.imoText = "9074729"
    expected.name = "NORDIC STAR"
    expected.callSign = "OWAB2"
    expected.shipType = 80
    expected.length = 183
    expected.width = 32
    expected.draughtTenths = 87
    expected.destination = "SKAGEN"
    #expect(report.particulars == expected)
    expectAllAccounted(batch)
  }

  @Test func leavesOutWhatAVoyageMessageDoesNotSay() throws {
    let message = AISEncoder.voyage(
      imo: 0, name: "  A B@LEFTOVER", type: 120, draught: 0, destination: "")
    let particulars = try #require(decode(message.sentences(2)).reports.first?.particulars)
    #expect(particulars.imoText == "")
    #expect(particulars.name == "A B")
    #expect(particulars.shipType == 0)
    #expect(particulars.draughtTenths == 0)
    #expect(particulars.destination == "")
  }

  @Test func mergesTheTwoPartsOfType24() throws {
    let batch = decode([
      AISEncoder.name("SOLVEIG").sentence(), AISEncoder.description().sentence(),
    ])
    #expect(batch.reports.map(\.particulars.name) == ["SOLVEIG", "SOLVEIG"])
    let particulars = try #require(batch.reports.last?.particulars)
    #expect(particulars.callSign == "XP4711")
    #expect(particulars.shipType == 36)
    #expect(particulars.length == 12)
    #expect(particulars.width == 4)
  }

  @Test func takesNoSizeFromACraftOfAParentShip() throws {
    let batch = decode([AISEncoder.description(mmsi: 982_190_001).sentence()])
    let particulars = try #require(batch.reports.first?.particulars)
    #expect(particulars.callSign == "XP4711")
    #expect(particulars.length == 0)
  }

  @Test(arguments: [
    (AISEncoder.classA(speed: 1023, course: 3600, heading: 511), true),
    (AISEncoder.classA(speed: 1022, course: 3599, heading: 359), false),
    (AISEncoder.classA(speed: 1023, course: 4095, heading: 400), true),
    (AISEncoder.longRange(speed: 63, course: 511), true),
    (AISEncoder.longRange(speed: 63, course: 360), true),
  ])
  func leavesOutWhatIsNotAvailable(_ message: AISEncoder, isMissing: Bool) throws {
    let position = try #require(decode([message.sentence()]).positions.first)
    #expect((position.speedKnots == nil) == isMissing)
    #expect((position.course == nil) == isMissing)
    #expect((position.heading == nil) == isMissing)
  }

  @Test(arguments: [
    (AISEncoder.classA(longitude: minutesE4(181), latitude: minutesE4(91)), "no-position"),
    (AISEncoder.classA(longitude: minutesE4(181)), "no-position"),
    (AISEncoder.classB(latitude: minutesE4(91)), "no-position"),
    (AISEncoder.longRange(longitude: 181 * 600), "no-position"),
    (AISEncoder.classA(latitude: minutesE4(-90.5)), "position-off-earth"),
    (AISEncoder.classA(longitude: minutesE4(180.5)), "position-off-earth"),
    (AISEncoder.classA(mmsi: 0), "invalid-mmsi"),
    (AISEncoder.classB(mmsi: 1_000_000_000), "invalid-mmsi"),
    (AISEncoder.voyage(mmsi: 0), "invalid-mmsi"),
    (AISEncoder.description(part: 2), "unknown-part-number"),
    (AISEncoder(type: 1, mmsi: 219_000_001), "short-message"),
    (AISEncoder(type: 24, mmsi: 219_000_001), "short-message"),
    (AISEncoder.classB(type: 19), "short-message"),
  ])
  func rejectsMessagesWithAReason(_ message: AISEncoder, reason: String) {
    let batch = decode([message.sentence()])
    #expect(batch.rejections.counts == [reason: 1])
    #expect(batch.positions.isEmpty && batch.reports.isEmpty)
    expectAllAccounted(batch)
  }

  /// The last bit that each type needs, and one less.
  @Test(arguments: [
    (AISEncoder.classA(), 137), (AISEncoder.classB(), 133), (AISEncoder.longRange(), 94),
    (AISEncoder.voyage(), 420), (AISEncoder.extendedClassB(), 301),
    (AISEncoder.name("SOLVEIG"), 160), (AISEncoder.description(), 162),
  ])
  func takesMessagesThatHaveWhatIsRead(_ message: AISEncoder, needed: Int) {
    var enough = message
    enough.resize(needed)
    #expect(decode([enough.sentence()]).rejections.total == 0)
    var short = message
    short.resize(needed - 1)
    #expect(decode([short.sentence()]).rejections.counts == ["short-message": 1])
  }

  @Test(arguments: Array(0...63).filter { ![1, 2, 3, 5, 18, 19, 24, 27].contains($0) })
  func countsOtherTypes(_ type: Int) {
    var message = AISEncoder(type: type, mmsi: 219_000_001)
    message.resize(168)
    let batch = decode([message.sentence()])
    #expect(batch.rejections.counts == ["message-type-\(type)": 1])
    #expect(batch.counts["messages type \(type)"] == 1)
    expectAllAccounted(batch)
  }

  @Test func roundsPlacesToTheNearest() {
    // A third of 1e-7 degrees is left over in each ten-thousandth of a minute.
    let places = [1, 2, 3, -1, -2, -3].map { AISEncoder.classA(longitude: $0).sentence() }
    #expect(decode(places).positions.map(\.longitudeE7) == [17, 33, 50, -17, -33, -50])
  }
}
