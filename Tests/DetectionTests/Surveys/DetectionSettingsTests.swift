import Detection
import Maritime
import Testing

/// What facts say of the nearest shore.
struct DetectionSettingsTests {
  /// Land from 20 to 24 degrees east.
  private static let land = CoastlineTable.read(Array(wall.utf8), file: "land.json")
    .polygons.coastline
  private static let wall = """
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
      [[20, -10], [24, -10], [24, 10], [20, 10], [20, -10]]]}}
    """

  private func facts(of journeys: [Journey], kind: String) throws -> [Fact] {
    let coastline: Coastline = try #require(Self.land)
    let settings = DetectionSettings(
      gazetteer: Gazetteer(ports: [], zones: []), coastline: coastline)
    return detectFacts(in: journeys.map(\.track), settings).filter { $0.kind.name == kind }
  }

  @Test(arguments: [(19.0, "60 nm"), (25.0, "60 nm"), (22.0, "0 nm")])
  func measuresAGapFromItsStart(_ longitude: Double, _ distance: String) throws {
    var journey = Journey(200_000_001, 0, longitude)
    journey.stay(hours: 1)
    journey.silence(hours: 20, to: (0, 18))
    journey.stay(hours: 1)
    #expect(
      try facts(of: [journey], kind: "ais_gap").map { $0.text("shore_distance") } == [distance])
  }

  /// At one knot from 19 to 19.2 degrees: half of them on average, 54 nm.
  @Test func takesTheMeanOverLoitering() throws {
    var journey = Journey(200_000_001, 0, 19)
    journey.sail(0, 19.2, hours: 12)
    let fact = try #require(try facts(of: [journey], kind: "loitering").first)
    #expect(fact.text("shore_distance") == "54.5 nm")
  }

  @Test func measuresAnEncounterForBoth() throws {
    let pair = [(200_000_001, 0.0), (300_000_001, 0.002)].map { mmsi, north in
      var journey = Journey(UInt32(mmsi), north, 19)
      journey.stay(hours: 5)
      return journey
    }
    let found = try facts(of: pair, kind: "encounter")
    #expect(found.map { $0.text("shore_distance") } == ["60 nm", "60 nm"])
  }
}
