/// Thirty-four vessels off the coast of the DPRK fall silent together: the feed failed, not they.
extension Scene {
  static let feedOutage = Scene(
    fileName: "ais-feed-outage-2025-05.csv", voyages: [gull1, gull2] + fleet)

  private static let outage = Period("2025-05-30T01:00Z", "2025-05-30T17:00Z")
  private static let presence = Period("2025-05-29T06:00Z", "2025-06-01T00:00Z")

  private static let gull1 = silent(.gull1, at: Place(40.05, 129.75))
  private static let gull2 = silent(.gull2, at: Place(40.25, 129.95))

  private static let fleet = (0..<32).map { number in
    let place = Place(39.8 + 0.08 * Double(number / 4), 129.5 + 0.2 * Double(number % 4))
    return silent(.fishing("PUFFIN", number + 1, mmsi: 412_999_200), at: place)
  }

  private static func silent(_ vessel: ExampleVessel, at place: Place) -> Voyage {
    Voyage(
      vessel: vessel, stays: [Voyage.Stay(place, presence, isMoored: false)], silences: [outage])
  }
}
