import Detection
import Maritime
import Testing

struct JammingAreasTests {
  /// A vessel at anchor that says for four hours that it is in one place on land.
  private func displaced(_ mmsi: UInt32, at hour: Double = 5, to latitude: Double = 33.8) -> Journey
  {
    var journey = Journey(mmsi, 32 + Double(mmsi % 10) / 10, 34)
    journey.stay(hours: hour)
    journey.silence(hours: 1.0 / 6, to: (latitude + Double(mmsi % 10) / 1000, 35.5))
    journey.stay(hours: 4)
    journey.silence(hours: 1.0 / 6, to: (32 + Double(mmsi % 10) / 10, 34))
    journey.stay(hours: 5)
    return journey
  }

  private func areas(_ journeys: [Journey]) -> [Fact] {
    facts(of: journeys, kind: "anomaly").filter { $0.text("kind") == "jamming_area" }
  }

  @Test func needsSeveralVesselsAtOnePlaceAndTime() throws {
    let vessels = (1...4).map { displaced(200_000_000 + UInt32($0)) }
    #expect(areas(Array(vessels.prefix(2))).isEmpty)
    #expect(areas(Array(vessels.prefix(3))).count == 3)
    #expect(areas(vessels).count == 4)
    let elsewhere = displaced(200_000_003, to: 34.5)
    #expect(areas([vessels[0], vessels[1], elsewhere]).isEmpty)
    let later = displaced(200_000_003, at: 11)
    #expect(areas([vessels[0], vessels[1], later]).isEmpty)
  }

  @Test func saysWhenAndWhereEachWas() throws {
    let found = areas((1...3).map { displaced(200_000_000 + UInt32($0)) })
    let first = try #require(found.first)
    #expect(first.header.position?.description == "32.1000°N 34.0000°E")
    #expect(first.text("end_position") == "33.8010°N 35.5000°E")
    #expect((first.startHours * 6).rounded() == 31)
    #expect(((first.endHours ?? 0) * 6).rounded() == 55)
    #expect(first.header.detector?.name == "jamming_area")
  }
}
