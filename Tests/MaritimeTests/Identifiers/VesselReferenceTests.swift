import Maritime
import Testing

struct VesselReferenceTests {
  private let mmsi = MMSI("273123456")
  private let imo = IMONumber("9358010")

  @Test func needsANumber() {
    #expect(VesselReference(mmsi: nil, imo: nil) == nil)
    #expect(VesselReference(mmsi: mmsi, imo: nil)?.description == "MMSI 273123456")
    #expect(VesselReference(mmsi: nil, imo: imo)?.description == "IMO 9358010")
    #expect(VesselReference(mmsi: mmsi, imo: imo)?.description == "IMO 9358010, MMSI 273123456")
  }

  @Test func sortsByMMSIThenIMONumberMissingFirst() throws {
    let hull = try #require(VesselReference(mmsi: nil, imo: imo))
    let radio = try #require(VesselReference(mmsi: mmsi, imo: nil))
    let both = try #require(VesselReference(mmsi: mmsi, imo: imo))
    #expect([both, radio, hull].sorted() == [hull, radio, both])
  }
}
