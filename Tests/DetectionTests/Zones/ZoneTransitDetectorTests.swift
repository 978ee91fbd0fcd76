import Detection
import Maritime
import Testing

struct ZoneTransitDetectorTests {
  /// A square of two degrees around a point.
  private func zone(_ id: String, _ latitude: Double, _ longitude: Double) -> Zone {
    let corners = [(-1.0, -1.0), (-1, 1), (1, 1), (1, -1)].compactMap {
      Coordinate(latitude: latitude + $0.0, longitude: longitude + $0.1)
    }
    return Zone(id: id, name: id, kind: "sea", country: nil, polygons: [[corners]])
  }

  private func transits(_ journey: Journey, _ zones: [Zone], _ ports: [Port] = []) -> [Fact] {
    let settings = DetectionSettings(gazetteer: Gazetteer(ports: ports, zones: zones))
    return detectFacts(in: [journey.track], settings).filter { $0.kind.name == "zone_transit" }
  }

  /// Five degrees in fifty hours at 6 min a position: the border lies between two of them.
  @Test func crossesTheBorderBetweenPositions() throws {
    var journey = Journey(200_000_001, -2.55, 20)
    journey.sail(2.45, 20, hours: 50, everyMinutes: 37)
    let transit = try #require(transits(journey, [zone("a-sea", 0, 20)]).first)
    #expect(transit.text("zone") == "a-sea")
    #expect(abs(transit.startHours - 15.5) < 0.01)
    #expect(abs((transit.endHours ?? 0) - 35.5) < 0.01)
    #expect(transit.value("share") == nil)
    #expect(transit.lines.count == 2)
  }

  @Test func tellsOfEveryZoneAround() {
    var journey = Journey(200_000_001, -2.5, 20)
    journey.sail(2.5, 20, hours: 50)
    let zones = [zone("a-sea", 0, 20), zone("b-sea", 0.5, 20.5), zone("c-sea", 0, 23)]
    #expect(transits(journey, zones).map { $0.text("zone") } == ["a-sea", "b-sea"])
  }

  @Test func takesAShortTimeOutsideForNone() {
    func count(_ outside: Double) -> Int {
      var journey = Journey(200_000_001, 0.9, 20)
      journey.sail(0.99, 20, hours: 2)
      journey.sail(1.01, 20, hours: outside / 2)
      journey.sail(0.99, 20, hours: outside / 2)
      journey.sail(0.9, 20, hours: 2)
      return transits(journey, [zone("a-sea", 0, 20)]).count
    }
    #expect([1.5, 4].map(count) == [1, 2])
  }

  @Test func doesNotKnowWhereASilentVesselWas() {
    var journey = Journey(200_000_001, 0, 20)
    journey.stay(hours: 5)
    journey.silence(hours: 13)
    journey.stay(hours: 5)
    #expect(transits(journey, [zone("a-sea", 0, 20)]).map(\.startHours) == [0, 18])
  }

  @Test func tellsTheShareOfTheVoyage() throws {
    let ports = [port("AAAAA", -3, 20), port("BBBBB", 3, 20)]
    var journey = Journey(200_000_001, -3, 20)
    journey.stay(hours: 10)
    journey.sail(3, 20, hours: 60, knots: 6)
    journey.stay(hours: 10)
    let transit = try #require(transits(journey, [zone("a-sea", 0, 20)], ports).first)
    #expect(transit.text("share") == "0.34")  // two degrees of six, less the ports' circles
  }

  @Test func crossesTheAntimeridian() throws {
    let halves = [(178.0, 180.0), (-180, -178)].map { west, east in
      [(-1.0, west), (-1, east), (1, east), (1, west)].compactMap {
        Coordinate(latitude: $0.0, longitude: $0.1)
      }
    }
    let zone = Zone(
      id: "date-line", name: "", kind: "sea", country: nil, polygons: halves.map { [$0] })
    var journey = Journey(200_000_001, 0, 177)
    journey.sail(0, 183, hours: 60)
    let found = transits(journey, [zone])
    #expect(found.map { $0.startHours.rounded() } == [10])
    #expect(found.map { ($0.endHours ?? 0).rounded() } == [50])
  }
}
