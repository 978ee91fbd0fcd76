import Detection
import Maritime
import TestSupport
import Testing

struct PortCallDetectorTests {
  private let ports = [port("AAAAA", 0, 10), port("BBBBB", 5, 10)]

  private func calls(_ journey: Journey, _ ports: [Port]? = nil) -> [Fact] {
    facts(of: [journey], kind: "port_call", ports: ports ?? self.ports)
      .filter { $0.header.source == "ais" }
  }

  @Test func seesArrivalStopAndDeparture() throws {
    var journey = Journey(200_000_001, 1, 10)
    journey.sail(0, 10, hours: 6, knots: 10)
    journey.stay(hours: 10)
    journey.sail(1, 10, hours: 6, knots: 10)
    let call = try #require(calls(journey).first)
    #expect(call.text("port") == "AAAAA")
    #expect(call.text("country") == "PA")
    #expect(call.text("confidence") == "4")
    #expect(call.text("stops") == "1")
    #expect(call.text("open") == "false")
    #expect((call.startHours * 6).rounded() == 36)
    #expect(((call.endHours ?? 0) * 6).rounded() == 97)
  }

  @Test func isLessSureAtTheEndsOfTheTrack() {
    var inside = Journey(200_000_001, 0, 10)
    inside.stay(hours: 3)
    #expect(calls(inside).map { $0.text("confidence") } == ["2"])
    #expect(calls(inside).map { $0.text("open") } == ["true"])

    var leaving = inside
    leaving.sail(1, 10, hours: 6, knots: 10)
    #expect(calls(leaving).map { $0.text("confidence") } == ["3"])
    #expect(calls(leaving).map { $0.text("open") } == ["false"])
  }

  @Test func isNoStopToPassThrough() {
    var journey = Journey(200_000_001, -1, 10)
    journey.sail(1, 10, hours: 12, knots: 10)
    #expect(calls(journey).map { $0.text("confidence") } == ["1"])
  }

  @Test func callsAcrossTheAntimeridian() {
    var journey = Journey(200_000_001, 0, 179)
    journey.sail(0, 179.99, hours: 6, knots: 10)
    journey.stay(hours: 2)
    journey.sail(0, 180.01, hours: 1, knots: 0)
    journey.sail(0, 181, hours: 6, knots: 10)
    #expect(calls(journey, [port("AAAAA", 0, 180)]).map { $0.text("confidence") } == ["4"])
    #expect(calls(journey, [port("AAAAA", 0, -180)]).map { $0.text("confidence") } == ["4"])
  }

  @Test func takesASilenceInPortForAStop() {
    var journey = Journey(200_000_001, 1, 10)
    journey.sail(0, 10, hours: 6, knots: 10)
    journey.silence(hours: 30)
    journey.sail(1, 10, hours: 6, knots: 10)
    #expect(calls(journey).map { $0.text("confidence") } == ["4"])
  }

  /// Entry at 3.0 km, exit at 4.0 km: 0.0265° is 2.95 km, 0.0355° is 3.95 km, 0.0365° is 4.06 km.
  @Test(arguments: [(0.0265, 0.0355, 1), (0.0265, 0.0365, 2), (0.0275, 0.0275, 0)])
  func staysUntilTheExitRadius(_ near: Double, _ far: Double, _ count: Int) {
    var journey = Journey(200_000_001, 0.5, 10)
    for _ in 1...2 {
      journey.sail(near, 10, hours: 1, knots: 5)
      journey.sail(far, 10, hours: 1, knots: 5)
    }
    journey.sail(0.5, 10, hours: 1, knots: 10)
    #expect(calls(journey).count == count)
  }

  @Test func countsStopsWithHysteresis() {
    var journey = Journey(200_000_001, 0, 10)
    for speed in [0.2, 0.4, 0.2, 0.5, 0.3, 0.2, 3] {
      journey.stay(hours: 0, knots: speed)
      journey.silence(hours: 0.2)
    }
    #expect(calls(journey).map { $0.text("stops") } == ["2"])
  }

  @Test func impliesSpeedWhenNoneIsSent() {
    var journey = Journey(200_000_001, 0, 10)
    journey.stay(hours: 3, knots: nil)
    #expect(calls(journey).map { $0.text("confidence") } == ["2"])
  }

  @Test func doesNotJoinWhatIsFarApart() {
    var journey = Journey(200_000_001, 2, 10)
    journey.stay(hours: 1)
    journey.silence(hours: 6, to: (0, 10))
    journey.stay(hours: 3)
    journey.silence(hours: 6, to: (2, 10))
    journey.stay(hours: 1)
    #expect(calls(journey).map { $0.text("confidence") } == ["2"])
  }

  @Test func namesThePortOfTheFirstStop() {
    let near = [port("AAAAA", 0, 10), port("BBBBB", 0.03, 10)]
    var journey = Journey(200_000_001, -1, 10)
    journey.sail(0.022, 10, hours: 6, knots: 10)
    journey.stay(hours: 5)
    #expect(calls(journey, near).map { $0.text("port") } == ["BBBBB"])
  }

  @Test func movesFromOnePortToTheNext() {
    var journey = Journey(200_000_001, 0, 10)
    journey.stay(hours: 3)
    journey.sail(5, 10, hours: 25, knots: 12)
    journey.stay(hours: 3)
    #expect(calls(journey).map { $0.text("port") } == ["AAAAA", "BBBBB"])
  }

  @Test func crossesTheAntimeridian() {
    var journey = Journey(200_000_001, 0, 179.5)
    journey.sail(0, 180.01, hours: 4, knots: 8)
    journey.stay(hours: 3)
    #expect(calls(journey, [port("FJTVU", 0, 179.995)]).map { $0.text("confidence") } == ["3"])
  }

  /// The index against a look at every area: whether a vessel that only stands is in a port.
  @Test func findsWhatALinearSearchFinds() {
    var random = SeededGenerator(seed: 11)
    let places = (0..<400).map { _ in
      (Double.random(in: -89...89, using: &random), Double.random(in: -180...180, using: &random))
    }
    let ports = places.enumerated().map { port("P\($0)", $1.0, $1.1) }
    let journeys = places.enumerated().map { index, place in
      var journey = Journey(
        200_000_001 + UInt32(index), place.0 + Double.random(in: -0.04...0.04, using: &random),
        place.1 + Double.random(in: -0.04...0.04, using: &random))
      journey.send()
      return journey
    }
    let expected = journeys.filter { journey in
      ports.contains { port in
        port.areas.contains { area in
          journey.track.positions.first?.coordinate.map {
            area.center.distance(to: $0) <= area.radius
          } ?? false
        }
      }
    }
    let found = facts(of: journeys, kind: "port_call", ports: ports)
    #expect(expected.count > 50)
    #expect(found.map(\.header.vessel) == expected.map(\.track.vessel))
  }
}
