import Detection
import Maritime
import Testing

struct DriftDetectorTests {
  /// A vessel at 3 kn on course 90 that points elsewhere, heard every minute.
  private func drifts(
    minutes: Int = 30, heading: UInt16 = 10, speedTenths: UInt16 = 30, status: UInt8 = 0,
    ports: [Port] = []
  ) -> [Fact] {
    let positions = (0...minutes).map { minute in
      Position(
        time: Journey.start + Int64(minute) * 60_000, latitudeE7: 0,
        longitudeE7: 200_000_000 + Int32(minute) * 8333, mmsi: 200_000_001,
        line: UInt32(minute + 1), file: 0, speedTenths: speedTenths, courseTenths: 900,
        headingDegrees: heading, statusCode: status)
    }
    guard let vessel = VesselReference(mmsi: MMSI(200_000_001), imo: nil) else { return [] }
    let track = Track(
      vessel: vessel, positions: Positions(positions), reports: [], files: FeedFiles(["a.csv"]))
    let settings = DetectionSettings(gazetteer: Gazetteer(ports: ports, zones: []))
    return detectFacts(in: [track], settings).filter { $0.kind.name == "loitering" }
  }

  @Test func tellsAVesselThatMovesAcrossItsHeading() throws {
    let found = drifts()
    #expect(found.count == 1)
    let drift = try #require(found.first)
    #expect(drift.text("drift") == "true")
    #expect(drift.text("mean_speed") == "3 kn")
    #expect(drift.lines == [1, 31])
  }

  @Test(arguments: [
    (UInt16(45), 1), (46, 0), (135, 1), (134, 0), (350, 1),  // 45 degrees at least, either way
    (UInt16.max, 0),  // nobody knows
  ])
  func needsAnAngle(_ heading: UInt16, _ count: Int) {
    #expect(drifts(heading: heading).count == count)
  }

  @Test func needsTimeAndSpeed() {
    #expect(drifts(minutes: 14).isEmpty)
    #expect(drifts(minutes: 15).count == 1)
    #expect(drifts(speedTenths: 2).isEmpty)
    #expect(drifts(speedTenths: 201).isEmpty)
  }

  @Test func believesAVesselThatItLiesAtAnchor() {
    #expect(drifts(status: 1).isEmpty)
    #expect(drifts(status: 5).isEmpty)
  }

  @Test func isNoneInPort() {
    #expect(drifts(ports: [port("AAAAA", 0.08, 20)]).isEmpty)
    #expect(drifts(ports: [port("AAAAA", 0.1, 20)]).count == 1)
  }
}
