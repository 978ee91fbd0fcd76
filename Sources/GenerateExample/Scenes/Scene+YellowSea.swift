/// P2, P3 and P6: coal from Nampo to China under a false flag or none; repeated gaps nearby.
extension Scene {
  static let yellowSea = Scene(
    fileName: "ais-yellow-sea-2025-05.csv",
    voyages: [casioSpoofed, yiLiDark, ternOnAndOff, wrenInDalian] + fishingFleet,
    sightings: [
      Sighting(
        of: .casio, at: .nampo,
        Period("2025-05-09T02:00Z", "2025-05-11T06:00Z")),
      Sighting(
        of: .yiLi, at: .nampo,
        Period("2025-05-16T10:00Z", "2025-05-17T20:00Z")),
    ])

  /// Claims to lie south-west of Jeju while it loads in Nampo.
  private static let casioSpoofed = Voyage(
    vessel: .casio,
    stays: [
      Voyage.Stay(Chart.dalian, "2025-05-06T00:00Z", "2025-05-08T00:00Z"),
      Voyage.Stay(
        Chart.nampo, "2025-05-08T20:00Z", "2025-05-11T10:00Z", via: Route.dalianToNampo),
      Voyage.Stay(
        Chart.dalian, "2025-05-12T06:00Z", "2025-06-01T00:00Z", via: Route.dalianToNampo.reversed()),
    ],
    displacement: Voyage.Displacement(
      period: Period("2025-05-08T10:00Z", "2025-05-11T21:00Z"), north: -6, east: 0))

  private static let yiLiDark = Voyage(
    vessel: .yiLi,
    stays: [
      Voyage.Stay(Chart.yantai, "2025-05-13T00:00Z", "2025-05-15T12:00Z"),
      Voyage.Stay(
        Chart.nampo, "2025-05-16T08:00Z", "2025-05-18T00:00Z", via: Route.yantaiToNampo),
      Voyage.Stay(
        Chart.yantai, "2025-05-18T20:00Z", "2025-06-01T00:00Z", via: Route.yantaiToNampo.reversed()),
    ], silences: [Period("2025-05-15T22:00Z", "2025-05-18T11:00Z")])

  /// Drifts off Shandong and switches its transponder off again and again.
  private static let ternOnAndOff = Voyage(
    vessel: .tern,
    stays: [
      Voyage.Stay(Place(37.15, 123.05), "2025-05-08T00:00Z", "2025-05-12T00:00Z", isMoored: false),
      Voyage.Stay(Place(36.80, 123.15), "2025-05-12T02:00Z", "2025-05-18T00:00Z", isMoored: false),
      Voyage.Stay(Place(37.15, 123.05), "2025-05-18T02:00Z", "2025-06-01T00:00Z", isMoored: false),
    ],
    silences: [
      Period("2025-05-10T02:00Z", "2025-05-10T16:00Z"),
      Period("2025-05-14T20:00Z", "2025-05-15T11:00Z"),
      Period("2025-05-20T05:00Z", "2025-05-20T19:00Z"),
      Period("2025-05-23T18:00Z", "2025-05-24T08:00Z"),
    ])

  private static let wrenInDalian = Voyage(
    vessel: .wren, stays: [Voyage.Stay(Chart.dalian, "2025-05-06T00:00Z", "2025-06-01T00:00Z")],
    cadence: .init(atRest: 120))

  private static let fishingFleet = (1...6).map { number in
    let south = Place(36.65 + 0.1 * Double(number), 123.0 + 0.05 * Double(number))
    let north = south.moved(0.8, 0.1)
    let startsNorth = number.isMultiple(of: 2)
    return Voyage.fishing(
      .fishing("SKUA", number, mmsi: 412_999_100), at: startsNorth ? north : south,
      startsNorth ? south : north,
      from: "2025-05-06T00:00Z", days: 26)
  }
}
