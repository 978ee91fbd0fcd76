import Detection
import Maritime
import Testing

struct DarkEncounterDetectorTests {
  /// A vessel that drifts at 0° N 20° E from hour 10 to hour 30.
  private var drifter: Journey {
    var journey = Journey(200_000_001, 1, 20)
    journey.sail(0, 20, hours: 10)
    journey.stay(hours: 20)
    journey.sail(-1, 20, hours: 10)
    return journey
  }

  /// A vessel that passes `north` degrees of the drifter and is silent on the way.
  private func passer(
    _ north: Double, hours: Double = 20, from begin: Double = 10, imo: Int? = nil
  ) -> Journey {
    var journey = Journey(300_000_001, imo: imo, at: begin - 2, north, 18.5)
    journey.sail(north, 19, hours: 2)
    journey.silence(hours: hours, to: (north, 21))
    journey.sail(north, 21.5, hours: 2)
    return journey
  }

  private func found(_ journeys: [Journey], _ ports: [Port] = []) -> [Fact] {
    facts(of: journeys, kind: "dark_encounter", ports: ports)
  }

  @Test(arguments: [
    (0.05, "high"), (0.0835, "medium"), (0.2, "medium"), (0.26, "low"), (0.8, "low"), (0.85, nil),
  ])
  func goesByTheDistanceToThePartnersWay(_ north: Double, _ tier: String?) {
    let facts = found([drifter, passer(north)])
    #expect(facts.map { $0.text("tier") } == (tier.map { [$0] } ?? []))
  }

  @Test func saysWhenBothCanHaveBeenThere() throws {
    let fact = try #require(found([drifter, passer(0)]).first)
    #expect(fact.header.vessel.mmsi?.value == 200_000_001)
    #expect(fact.text("partner") == "MMSI 300000001")
    // One degree is 60 nm: three hours at 20 kn there, and as much onward.
    #expect(abs(fact.startHours - 13) < 0.1)
    #expect(abs((fact.endHours ?? 0) - 27) < 0.1)
    #expect(fact.lines.count == 4)
  }

  /// At 20 kn the way of 120 nm takes six hours, and two are needed at the place.
  @Test(arguments: [(12.0, 1), (12.2, 1)])
  func findsNothingWithoutTimeToMeet(_ hours: Double, _ count: Int) throws {
    #expect(found([drifter, passer(0, hours: hours)]).count == count)
    var parameters = DetectionParameters()
    parameters[try #require(DetectionParameter.all.first { $0.name == "reach_speed" })] =
      .speed(knots: 11)
    let slow = facts(
      of: [drifter, passer(0, hours: hours)], kind: "dark_encounter", parameters: parameters)
    #expect(slow.isEmpty)  // eleven hours of twelve are spent on the way
  }

  @Test func asksForOneTime() {
    #expect(found([drifter, passer(0, from: 29)]).isEmpty)
    #expect(found([drifter, passer(0, hours: 14, from: 10)]).count == 1)
  }

  @Test func leavesOutASilenceInPortAndTheVesselItself() {
    var moored = Journey(300_000_001, at: 8, 0.1, 20)
    moored.stay(hours: 2)
    moored.silence(hours: 20)
    moored.stay(hours: 2)
    #expect(found([drifter, moored]).count == 1)
    // A small port: the drifter is not near enough to it to be waiting.
    let harbour = Port(
      code: "AAAAA", name: nil, country: nil, groups: [],
      areas: [Coordinate(latitude: 0.3, longitude: 20)].compactMap {
        $0.map { Port.Area(center: $0, radius: 3000) }
      })
    var inHarbour = Journey(300_000_001, at: 8, 0.3, 20)
    inHarbour.stay(hours: 2)
    inHarbour.silence(hours: 20)
    inHarbour.stay(hours: 2)
    #expect(found([drifter, inHarbour], []).count == 1)
    #expect(found([drifter, inHarbour], [harbour]).isEmpty)
  }

  @Test(arguments: [(3.0, 0), (6, 1)])
  func asksForALongLoitering(_ hours: Double, _ count: Int) {
    var drifter = Journey(200_000_001, 1, 20)
    drifter.sail(0, 20, hours: 16)
    drifter.stay(hours: hours)
    drifter.sail(-1, 20, hours: 16)
    #expect(found([drifter, passer(0, hours: 30)]).count == count)
  }

  /// The shore is one degree of longitude from the drifter, or a tenth.
  @Test(arguments: [(21.0, 1), (20.1, 0)])
  func leavesOutALoiteringNearTheShore(_ shore: Double, _ count: Int) throws {
    let land = Array(
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry":
       {"type": "Polygon", "coordinates":
        [[[\(shore), -5], [30, -5], [30, 5], [\(shore), 5], [\(shore), -5]]]}}]}
      """.utf8)
    let settings = DetectionSettings(
      gazetteer: Gazetteer(ports: [], zones: []),
      coastline: CoastlineTable.read(land, file: "land.json").polygons.coastline)
    let tracks = [drifter, passer(0)].map(\.track).sorted { $0.vessel < $1.vessel }
    let found = detectFacts(in: tracks, settings).count { $0.kind.name == "dark_encounter" }
    #expect(found == count)
  }

  /// A vessel that drifts three nights of one silence met its partner once at most.
  @Test func tellsOnlyTheNearestLoiteringOfOneSilence() throws {
    var drifter = Journey(200_000_001, 0.4, 20)
    for night in 1...3 {
      drifter.stay(hours: 12)
      drifter.sail(0.4 - Double(night) * 0.1, 20 + Double(night) * 0.4, hours: 4, knots: 8)
    }
    let facts = found([drifter, passer(0, hours: 60, from: -5)])
    #expect(facts.count == 1)
    #expect(try #require(facts.first).startHours >= 32)  // the third night is the nearest
  }

  @Test func keepsTheNearest() {
    let partners = (1...5).map { number in
      var journey = Journey(UInt32(300_000_000 + number), at: 8, Double(number) / 10, 18.5)
      journey.sail(Double(number) / 10, 19, hours: 2)
      journey.silence(hours: 20, to: (Double(number) / 10, 21))
      journey.sail(Double(number) / 10, 21.5, hours: 2)
      return journey
    }
    #expect(
      found([drifter] + partners).compactMap { $0.text("partner") }.sorted()
        == ["MMSI 300000001", "MMSI 300000002", "MMSI 300000003"])
  }

  @Test func crossesTheAntimeridian() {
    var drifter = Journey(200_000_001, 60, 179.95)
    drifter.stay(hours: 30)
    var passer = Journey(300_000_001, at: 3, 60, 178)
    passer.sail(60, 178.5, hours: 2)
    passer.silence(hours: 20, to: (60, 181.5))
    passer.sail(60, 182, hours: 2)
    #expect(found([drifter, passer]).map { $0.text("tier") } == ["high"])
  }
}
