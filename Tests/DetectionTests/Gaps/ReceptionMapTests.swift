import Detection
import Maritime
import Testing

struct ReceptionMapTests {
  private let silent: Journey = {
    var journey = Journey(200_000_001, 10.25, 20.25)
    journey.stay(hours: 24)
    journey.silence(hours: 21)
    journey.stay(hours: 24)
    return journey
  }()

  private func neighbour(_ number: UInt32, from start: Double, hours: Double) -> Journey {
    var journey = Journey(200_000_100 + number, at: start, 10.3, 20.3)
    journey.stay(hours: hours)
    return journey
  }

  private func gap(among others: [Journey]) throws -> Fact {
    try #require(
      facts(of: [silent] + others, kind: "ais_gap").first {
        $0.header.vessel.mmsi?.value == 200_000_001
      })
  }

  @Test func isUnknownWithoutNeighbours() throws {
    let gap = try gap(among: [])
    #expect(gap.value("reception") == nil)
    #expect(gap.text("neighbours") == "0")
    #expect(gap.text("feed_outage") == "false")
  }

  @Test func isTheShareOfHoursInWhichAnotherWasHeard() throws {
    // The gap is from hour 24 to hour 45: its whole slots are 25 to 44, of which 25 to 29 have
    // news.
    let gap = try gap(among: [neighbour(1, from: 20, hours: 9.9)])
    #expect(gap.text("reception") == "0.25")
    #expect(gap.text("neighbours") == "1")
  }

  @Test func isNoneWhenOthersWereHeardOnlyBefore() throws {
    #expect(try gap(among: [neighbour(1, from: 10, hours: 5)]).text("reception") == "0")
  }

  @Test func looksAcrossTheAntimeridian() throws {
    var silent = Journey(200_000_001, 0, 179.9)
    silent.stay(hours: 2)
    silent.silence(hours: 12)
    silent.stay(hours: 2)
    var other = Journey(200_000_002, 0, -179.9)
    other.stay(hours: 16)
    let gap = try #require(facts(of: [silent, other], kind: "ais_gap").first)
    #expect(gap.text("reception") == "1")
  }

  @Test(arguments: [30, 5, 4])
  func tellsAnOutageByItsNeighbours(_ count: UInt32) {
    let others = (1...count).map { (number: UInt32) in
      var journey = neighbour(number, from: 0, hours: 24)
      journey.silence(hours: 21)
      journey.stay(hours: 24)
      return journey
    }
    let gaps = facts(of: [silent] + others, kind: "ais_gap")
    #expect(gaps.count == Int(count) + 1)
    // Four neighbours are too few to tell, and a feed of five vessels is too small.
    #expect(gaps.allSatisfy { $0.text("feed_outage") == (count == 4 ? "false" : "true") })
  }

  @Test func isNoOutageWhenNeighboursGoOn() throws {
    let others = (1...6).map { neighbour($0, from: 0, hours: 60) }
    let gap = try gap(among: others)
    #expect(gap.text("feed_outage") == "false")
    #expect(gap.text("reception") == "1")
  }

  @Test func isAnOutageOfTheRegionAlone() throws {
    let others = (1...6).map { (number: UInt32) in
      var journey = neighbour(number, from: 0, hours: 24)
      journey.silence(hours: 20)
      journey.stay(hours: 3)
      return journey
    }
    var elsewhere = Journey(200_000_200, -40, 90)
    elsewhere.stay(hours: 70)
    #expect(try gap(among: others + [elsewhere]).text("feed_outage") == "true")
  }

  @Test func isNoOutageWhenTheVesselIsSilentMuchLonger() throws {
    let others = (1...6).map { (number: UInt32) in
      var journey = neighbour(number, from: 0, hours: 24)
      journey.silence(hours: 12)
      journey.stay(hours: 40)
      return journey
    }
    #expect(try gap(among: others).text("feed_outage") == "false")
  }
}
