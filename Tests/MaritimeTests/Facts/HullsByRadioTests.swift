import Maritime
import TestSupport
import Testing

struct HullsByRadioTests {
  /// One radio used by one hull, one by two, and one that no hull is known of.
  @Test(arguments: [
    (sampleVessel(mmsi: 273_000_001), sampleVessel(imo: 9_000_003)),
    (sampleVessel(imo: 9_000_003, mmsi: 273_000_002), sampleVessel(imo: 9_000_003)),
    (sampleVessel(mmsi: 273_000_002), sampleVessel(mmsi: 273_000_002)),
    (sampleVessel(mmsi: 273_000_003), sampleVessel(mmsi: 273_000_003)),
  ])
  func tellsHullsApart(_ vessel: VesselReference, _ identity: VesselReference) {
    let facts = [
      sampleVessel(imo: 9_000_003, mmsi: 273_000_001),
      sampleVessel(imo: 9_000_003, mmsi: 273_000_001),
      sampleVessel(imo: 9_000_003, mmsi: 273_000_002),
      sampleVessel(imo: 9_000_015, mmsi: 273_000_002),
      sampleVessel(imo: 9_000_003, mmsi: 273_000_002),
      sampleVessel(mmsi: 273_000_003),
    ].map { Fact.sampleGap(of: $0, from: "2026-01-01", to: nil) }
    #expect(HullsByRadio(facts).identity(of: vessel) == identity)
    #expect(HullsByRadio(facts.reversed()).identity(of: vessel) == identity)
  }
}
