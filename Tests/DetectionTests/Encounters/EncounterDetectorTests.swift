import Detection
import Maritime
import TestSupport
import Testing

struct EncounterDetectorTests {
  /// Two vessels that lie `metres` apart on one meridian for some hours and sail on.
  private func pair(
    metres: Double, hours: Double, at begin: Double = 0, longitude: Double = 20,
    everyMinutes: Double = 7
  ) -> [Journey] {
    [(200_000_001, 0.0), (300_000_001, metres / 111_195)].map { mmsi, north in
      var journey = Journey(UInt32(mmsi), at: begin, 1 + north, longitude)
      journey.sail(north, longitude, hours: 6, everyMinutes: everyMinutes)
      journey.stay(hours: hours, everyMinutes: everyMinutes)
      journey.sail(north, longitude + 1 + north * 40, hours: 6, everyMinutes: everyMinutes)
      return journey
    }
  }

  private func encounters(_ journeys: [Journey], _ ports: [Port] = []) -> [Fact] {
    facts(of: journeys, kind: "encounter", ports: ports)
  }

  @Test func isToldByBothVessels() {
    let facts = encounters(pair(metres: 200, hours: 5))
    #expect(facts.map(\.header.vessel.mmsi?.value) == [200_000_001, 300_000_001])
    #expect(facts.map { $0.text("partner") } == ["MMSI 300000001", "MMSI 200000001"])
    #expect(facts.map { $0.text("median_distance") } == ["0.1 nm", "0.1 nm"])
    #expect(facts.map { $0.text("median_speed") } == ["0 kn", "0 kn"])
    #expect(facts.allSatisfy { $0.value("port_distance") == nil && $0.lines.count == 4 })
    #expect(facts.allSatisfy { $0.startHours == 6 && $0.endHours == 11 })
  }

  @Test(arguments: [
    (200.0, 2.0, 2), (200.0, 1.8, 0),  // two hours at least
    (495.0, 5.0, 2), (505.0, 5.0, 0),  // 500 m at most
  ])
  func needsNearnessAndTime(_ metres: Double, _ hours: Double, _ count: Int) {
    #expect(encounters(pair(metres: metres, hours: hours)).count == count)
  }

  @Test func needsBothToBeSlow() {
    let convoy = [(200_000_001, 0.0), (300_000_001, 0.002)].map { mmsi, north in
      var journey = Journey(UInt32(mmsi), north, 20)
      journey.sail(north, 20.5, hours: 6)
      return journey
    }
    #expect(encounters(convoy).isEmpty)
  }

  @Test(arguments: [0, 16.5, 18, 23.2])
  func doesNotDependOnTheDay(_ begin: Double) {
    #expect(encounters(pair(metres: 100, hours: 4, at: begin)).count == 2)
  }

  @Test func crossesTheAntimeridian() {
    let facing = [(200_000_001, 179.999), (300_000_001, 180.001)].map { mmsi, longitude in
      var journey = Journey(UInt32(mmsi), 0, longitude)
      journey.stay(hours: 4)
      return journey
    }
    #expect(encounters(facing).count == 2)
  }

  /// Two vessels 400 m apart across the pole, and 90 degrees of longitude.
  @Test func meetsAtThePole() {
    let facing = [(200_000_001, 0.0), (300_000_001, 90.0)].map { mmsi, longitude in
      var journey = Journey(UInt32(mmsi), 89.9975, longitude)
      journey.stay(hours: 4)
      return journey
    }
    #expect(encounters(facing).count == 2)
  }

  /// Class B and satellites hear a vessel that lies still less than once an hour.
  @Test func joinsSlowPositionsUpToTwoHoursApart() {
    func lying(_ knots: Double?, _ minutes: Double) -> [Journey] {
      [200_000_001, 300_000_001].map { mmsi in
        var journey = Journey(UInt32(mmsi), 0, 20)
        journey.stay(hours: 9, everyMinutes: minutes, knots: knots)
        return journey
      }
    }
    #expect(encounters(lying(0.5, 90)).count == 2)
    #expect(encounters(lying(2.5, 90)).isEmpty)
    #expect(encounters(lying(nil, 90)).isEmpty)
    #expect(encounters(lying(0.5, 135)).isEmpty)
  }

  @Test func countsNothingNearAPort() {
    let near = port("AAAAA", 0.08, 20)
    #expect(encounters(pair(metres: 100, hours: 4), [near]).isEmpty)
    let further = port("AAAAA", -0.1, 20)
    let facts = encounters(pair(metres: 100, hours: 4), [further])
    #expect(facts.first?.text("port_distance") == "6 nm")
  }

  @Test func joinsMeetingsLessThanFourHoursApart() {
    func twice(_ pause: Double) -> [Journey] {
      [(200_000_001, 0.0), (300_000_001, 0.02)].map { mmsi, away in
        var journey = Journey(UInt32(mmsi), 0, 20)
        journey.stay(hours: 3)
        journey.silence(hours: 0.01, to: (away, 20))
        journey.stay(hours: pause)
        journey.silence(hours: 0.01, to: (0, 20))
        journey.stay(hours: 3)
        return journey
      }
    }
    #expect(encounters(twice(3)).count == 2)
    #expect(encounters(twice(5)).count == 4)
  }

  @Test func doesNotJoinPositionsFarApart() {
    #expect(encounters(pair(metres: 100, hours: 8.4, everyMinutes: 126)).isEmpty)
    #expect(encounters(pair(metres: 100, hours: 8, everyMinutes: 59)).count == 2)
  }

  /// The detector against a look at every pair at every step, on vessels that wander about.
  @Test func findsWhatEveryPairShows() {
    var random = SeededGenerator(seed: 5)
    let journeys = (0..<60).map { number in
      let latitude = Double.random(in: -0.02...0.02, using: &random)
      var journey = Journey(
        200_000_001 + UInt32(number), 60 + latitude,
        180 + Double.random(in: -0.04...0.04, using: &random))
      for _ in 0..<4 {
        journey.sail(
          60 + Double.random(in: -0.02...0.02, using: &random),
          180 + Double.random(in: -0.04...0.04, using: &random), hours: 4)
        journey.stay(hours: 1)
      }
      return journey
    }
    let found = encounters(journeys).map { fact in
      "\(fact.header.vessel) \(fact.text("partner") ?? "") \(fact.startHours) \(fact.endHours ?? 0)"
    }
    #expect(found.count > 20)
    #expect(found.sorted() == plainEncounters(journeys.map(\.track)).sorted())
  }

  /// Journeys have a position at every step, so no line has to be drawn between them.
  private func plainEncounters(_ tracks: [Track]) -> [String] {
    var found: [String] = []
    for a in tracks {
      for b in tracks where a.vessel != b.vessel {
        let near = a.positions.indices.filter { index in
          guard let here = a.positions[index].coordinate, let there = b.positions[index].coordinate
          else { return false }
          return here.distance(to: there) <= 500 && isSlow(a, index) && isSlow(b, index)
        }
        var group: [Int] = []
        for index in near + [Int.max / 2] {
          if let last = group.last, let first = group.first, index - last >= 24 {
            if last - first >= 12, group.count >= 6 {
              found.append(
                "\(a.vessel) \(b.vessel) \(Double(first) / 6) \(Double(last) / 6)")
            }
            group = []
          }
          group.append(index)
        }
      }
    }
    return found
  }

  private func isSlow(_ track: Track, _ index: Int) -> Bool {
    [index - 1, index].contains { before in
      guard before >= 0, before + 1 < track.positions.count,
        let from = track.positions[before].coordinate,
        let to = track.positions[before + 1].coordinate
      else { return false }
      return from.distance(to: to) * 6 / 1852 < 2
    }
  }

  /// On the equator at 20° E the sun rises about 04:40 UTC and sets about 16:47 on 1 January.
  @Test(arguments: [(0.0, 12.0, 0.05...0.15), (12, 10, 1...1), (8, 5, 0.4...0.5)])
  func tellsHowMuchWasAtNight(
    _ begin: Double, _ hours: Double, _ share: ClosedRange<Double>
  ) throws {
    let fact = try #require(encounters(pair(metres: 100, hours: hours, at: begin)).first)
    let night = try #require(fact.text("night_share").flatMap(Double.init))
    #expect(share.contains(night), "\(night)")
  }

  @Test func namesTheZone() throws {
    let corners = [(-1.0, 19.0), (-1, 21), (1, 21), (1, 19)].compactMap {
      Coordinate(latitude: $0.0, longitude: $0.1)
    }
    let zones = [("a-sea", "sea"), ("b-transfers", "sts_area")].map { id, kind in
      Zone(id: id, name: id, kind: kind, country: nil, polygons: [[corners]])
    }
    let settings = DetectionSettings(gazetteer: Gazetteer(ports: [], zones: zones))
    let found = detectFacts(in: pair(metres: 100, hours: 4).map(\.track), settings)
    #expect(
      found.filter { $0.kind.name == "encounter" }.map { $0.text("zone") }
        == ["b-transfers", "b-transfers"])
  }
}
