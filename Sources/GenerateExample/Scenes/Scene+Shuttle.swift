/// P1, P4 and P6: four vessels between Rajin and Dunay or Vostochny, and a tanker at Vostochny.
extension Scene {
  static let shuttle = Scene(
    fileName: "ais-sea-of-japan-2024-04.csv",
    voyages: shuttles.map(\.voyage) + [tankerAtVostochny] + fishingFleet,
    sightings: shuttles.flatMap(\.sightings))

  private static let shuttles = [
    // Sources: at Vostochny on 2 and 3 April 2024, at Rajin on 14 April with AIS off.
    Shuttle(
      of: .ladyR, home: Chart.vostochny, via: Route.vostochnyToRajin, begins: "2024-04-02T00:00Z",
      trips: [
        .init(
          leaves: "2024-04-13T09:00Z", inRajin: "2024-04-13T21:00Z", "2024-04-15T06:00Z",
          returns: "2024-04-15T18:00Z", silentFrom: "2024-04-03T20:00Z"),
        .init(
          leaves: "2024-04-18T04:00Z", inRajin: "2024-04-18T16:00Z", "2024-04-20T02:00Z",
          returns: "2024-04-20T14:00Z"),
      ]),
    Shuttle(
      of: .angara, home: Chart.dunay, via: Route.dunayToRajin, begins: "2024-04-02T00:00Z",
      trips: [
        .init(
          leaves: "2024-04-03T06:00Z", inRajin: "2024-04-03T16:00Z", "2024-04-05T04:00Z",
          returns: "2024-04-05T14:00Z"),
        .init(
          leaves: "2024-04-09T10:00Z", inRajin: "2024-04-09T20:00Z", "2024-04-11T08:00Z",
          returns: "2024-04-11T18:00Z"),
      ]),
    Shuttle(
      of: .maria, home: Chart.vostochny, via: Route.vostochnyToRajin, begins: "2024-04-02T00:00Z",
      trips: [
        .init(
          leaves: "2024-04-06T02:00Z", inRajin: "2024-04-06T15:00Z", "2024-04-08T01:00Z",
          returns: "2024-04-08T14:00Z"),
        .init(
          leaves: "2024-04-12T18:00Z", inRajin: "2024-04-13T07:00Z", "2024-04-14T20:00Z",
          returns: "2024-04-15T09:00Z"),
      ]),
    Shuttle(
      of: .maia, home: Chart.dunay, via: Route.dunayToRajin, begins: "2024-04-02T00:00Z",
      trips: [
        .init(
          leaves: "2024-04-07T12:00Z", inRajin: "2024-04-07T22:00Z", "2024-04-09T10:00Z",
          returns: "2024-04-09T20:00Z"),
        .init(
          leaves: "2024-04-14T06:00Z", inRajin: "2024-04-14T16:00Z", "2024-04-16T04:00Z",
          returns: "2024-04-16T14:00Z"),
      ]),
  ]

  /// Sources: off the oil dock of Vostochny from early Sunday to the following night, then
  /// Chongjin.
  private static let tankerAtVostochny = Voyage(
    vessel: .chonMaSan,
    stays: [
      Voyage.Stay(Chart.chongjin, "2024-04-12T00:00Z", "2024-04-13T10:00Z"),
      Voyage.Stay(
        Chart.vostochnyOilBerth, "2024-04-14T02:00Z", "2024-04-15T14:00Z",
        via: Route.vostochnyToChongjin.reversed()),
      Voyage.Stay(
        Chart.chongjin, "2024-04-16T06:00Z", "2024-04-21T00:00Z", via: Route.vostochnyToChongjin),
    ])

  /// The traffic that proves a receiver was listening.
  private static let fishingFleet = (1...6).map { number in
    let south = Place(41.95 + 0.06 * Double(number), 131.45 + 0.1 * Double(number))
    return Voyage.fishing(
      .fishing("AUK", number, mmsi: 273_999_100), at: south, south.moved(0.25, 0.3),
      from: "2024-04-02T00:00Z", days: 19)
  }
}
