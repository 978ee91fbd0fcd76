import Detection
import Maritime
import Testing

struct LandStaysTests {
  /// Land from 20 to 24 degrees east.
  private static let coastline = CoastlineTable.read(Array(wall.utf8), file: "land.json")
    .polygons.coastline
  private static let wall = """
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
      [[20, -10], [24, -10], [24, 10], [20, 10], [20, -10]]]}}
    """

  private func stays(
    _ journeys: [Journey], ports: [Port] = [], hasCoastline: Bool = true
  ) throws -> [Fact] {
    let coastline: Coastline = try #require(Self.coastline)
    let settings = DetectionSettings(
      gazetteer: Gazetteer(ports: ports, zones: []), coastline: hasCoastline ? coastline : nil)
    return detectFacts(in: journeys.map(\.track), settings)
      .filter { $0.text("kind") == "on_land" }
  }

  /// A vessel that sails to a place in some hours, stays and sails back.
  private func visit(_ longitude: Double, hours: Double, mmsi: UInt32 = 200_000_001) -> Journey {
    var journey = Journey(mmsi, 0, 19)
    journey.stay(hours: 1)
    journey.sail(0.003, longitude, hours: hours)
    journey.stay(hours: 2)
    journey.sail(0, 19, hours: hours)
    return journey
  }

  @Test(
    arguments: [
      (19.9, 10, nil), (20.07, 10, nil),  // 4.2 nm inland
      (20.5, 10, "low"), (20.5, 1, "high"),
    ] as [(Double, Double, String?)])
  func findsStaysFarFromTheShore(_ longitude: Double, _ hours: Double, confidence: String?) throws {
    let found = try stays([visit(longitude, hours: hours)])
    #expect(found.map { $0.text("confidence") } == (confidence == nil ? [] : [confidence]))
  }

  @Test func saysHowFarFromTheSea() throws {
    let stay = try #require(try stays([visit(20.5, hours: 10)]).first)
    #expect(stay.text("displacement") == "30 nm")
    #expect(stay.header.detector?.name == "on_land")
  }

  /// Nothing is known of land then.
  @Test func saysNothingWithoutACoastline() throws {
    #expect(try stays([visit(20.5, hours: 10)], hasCoastline: false).isEmpty)
  }

  /// A river has other traffic, a port, or vessels that never see the sea.
  @Test func leavesRiversAndPortsOut() throws {
    let three = (1...3).map { visit(20.5, hours: 10, mmsi: 200_000_000 + UInt32($0)) }
    #expect(try stays(Array(three.prefix(2))).count == 2)
    #expect(try stays(three).isEmpty)
    #expect(try stays([visit(20.2, hours: 10)], ports: [port("AAAAA", 0, 20.2)]).isEmpty)
    var barge = Journey(200_000_001, 0, 22)
    barge.sail(0, 22.5, hours: 9)
    #expect(try stays([barge]).isEmpty)
  }

  @Test func knowsAVesselThatJumpedInland() throws {
    var journey = Journey(200_000_001, 0, 22)
    journey.stay(hours: 3)
    journey.silence(hours: 0.5, to: (0, 19))
    journey.stay(hours: 3)
    let stay = try #require(try stays([journey]).first)
    #expect(stay.text("confidence") == "high")
    #expect(stay.endHours == 3)
  }
}
