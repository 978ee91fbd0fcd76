import Detection
import Maritime
import Testing

struct VoyageDetectorTests {
  private let ports = [port("AAAAA", 0, 10), port("BBBBB", 5, 10), port("CCCCC", 5, 20)]

  /// Lies in one port, sails to another by a corner and lies there.
  private func passage(
    by corner: (Double, Double) = (2.5, 10), saying destination: String = "",
    draughts: [Double] = []
  ) -> Journey {
    var journey = Journey(200_000_001, 1, 10)
    journey.sail(0, 10, hours: 6, knots: 10)
    if let first = draughts.first { journey.say(draught: first) }
    journey.stay(hours: 10)
    if let first = draughts.first { journey.say(draught: first) }
    journey.sail(0.1, 10, hours: 1, knots: 10)
    for _ in 1...2 {
      journey.say(draught: draughts.last ?? 0, destination: destination)
      journey.sail(corner.0, corner.1, hours: 15, knots: 10)
    }
    journey.sail(5, 10, hours: 15, knots: 10)
    journey.stay(hours: 10)
    return journey
  }

  private func voyages(_ journey: Journey) -> [Fact] {
    facts(of: [journey], kind: "voyage", ports: ports)
  }

  @Test func liesBetweenTwoPortCalls() throws {
    let found = voyages(passage())
    let voyage = try #require(found.first)
    #expect(found.count == 1)
    #expect(voyage.text("from") == "AAAAA")
    #expect(voyage.text("to") == "BBBBB")
    #expect((voyage.startHours * 10).rounded() > 159 && (voyage.endHours ?? 0) < 62.1)
    #expect(voyage.text("detour_ratio") == "1")
    #expect(voyage.value("laden") == nil)
    #expect(voyage.value("declared_destination") == nil)
  }

  @Test func measuresTheDetour() throws {
    let ratio = try #require(voyages(passage(by: (2.5, 14))).first?.text("detour_ratio"))
    #expect(ratio.hasPrefix("1.9"))  // two sides of 4.7° for one of 5°
  }

  @Test(arguments: [
    ("BBBBB", "BBBBB", "0 nm"), ("BB BBB", "BBBBB", "0 nm"),
    ("CCCCC", "CCCCC", "596.5 nm"),
    ("AAAAA", nil, nil),  // where it comes from: never updated
    ("FOR ORDERS", nil, nil),
  ])
  func comparesTheDeclaredDestination(_ text: String, _ port: String?, _ distance: String?) throws {
    let voyage = try #require(voyages(passage(saying: text)).first)
    #expect(voyage.text("declared_destination") == port)
    #expect(voyage.text("destination_distance") == distance)
  }

  @Test(arguments: [([8.0, 12], "true"), ([12, 8], "false"), ([12, 11.5], nil), ([], nil)])
  func tellsWhetherItIsLaden(_ draughts: [Double], _ laden: String?) throws {
    let voyage = try #require(voyages(passage(draughts: draughts)).first)
    #expect(voyage.text("laden") == laden)
  }

  @Test func staysOpenAtSea() throws {
    var journey = Journey(200_000_001, 0, 10)
    journey.stay(hours: 10)
    #expect(voyages(journey).isEmpty)
    journey.sail(2, 10, hours: 12, knots: 10)
    let voyage = try #require(voyages(journey).first)
    #expect(voyage.header.span.end == nil)
    #expect(voyage.text("from") == "AAAAA")
    #expect(voyage.value("to") == nil)
    #expect(voyage.value("detour_ratio") == nil)
  }

  @Test(arguments: [(2.0, 0), (8, 1)])
  func needsTimeToComeBackToThePortItLeft(_ hours: Double, _ count: Int) {
    var journey = Journey(200_000_001, 0, 10)
    journey.stay(hours: 10)
    journey.sail(0.1, 10, hours: hours / 2, knots: 10)
    journey.sail(0, 10, hours: hours / 2, knots: 10)
    journey.stay(hours: 10)
    #expect(voyages(journey).count == count)
  }

  @Test func passesByCallsOfLessConfidence() throws {
    var journey = Journey(200_000_001, -2, 10)
    journey.sail(2, 10, hours: 24, knots: 10)  // through the first port without a stop
    #expect(voyages(journey).isEmpty)
    var parameters = DetectionParameters()
    parameters[try #require(DetectionParameter.all.first { $0.name == "voyage_confidence" })] =
      .count(1)
    let found = facts(of: [journey], kind: "voyage", ports: ports, parameters: parameters)
    #expect(found.map { $0.text("from") } == ["AAAAA"])
  }
}
