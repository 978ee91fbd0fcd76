import Maritime

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

  /// Sources: off the oil dock of Vostochny from early Sunday to the following night, then Chongjin.
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
    return fishing(
      .fishing("AUK", number, mmsi: 273_999_100), at: south, south.moved(0.25, 0.3),
      from: "2024-04-02T00:00Z", days: 19)
  }

  /// A fishing vessel that drifts a day at one place and a day at another.
  static func fishing(
    _ vessel: ExampleVessel, at first: Place, _ second: Place, from start: String, days: Int
  ) -> Voyage {
    let day: Int64 = 86_400_000
    let stays = (0..<days).map { index in
      let from = utc(start).milliseconds + Int64(index) * day
      return Voyage.Stay(
        index.isMultiple(of: 2) ? first : second,
        Period(
          from: UTCTime(milliseconds: from), until: UTCTime(milliseconds: from + day - day / 8)),
        isMoored: false)
    }
    return Voyage(vessel: vessel, stays: stays, cadence: .init(underWay: 55, atRest: 55))
  }
}

/// Voyages between a home port and Rajin, silent on the way.
private struct Shuttle {
  struct Trip {
    let leaves: UTCTime
    let inRajin: Period
    let returns: UTCTime
    /// Four hours after leaving to four hours before the return, unless silent earlier.
    let silence: Period

    init(
      leaves: String, inRajin arrival: String, _ departure: String, returns: String,
      silentFrom: String? = nil
    ) {
      self.leaves = utc(leaves)
      inRajin = Period(arrival, departure)
      self.returns = utc(returns)
      let hours: Int64 = 4 * 3_600_000
      silence = Period(
        from: silentFrom.map(utc)
          ?? UTCTime(milliseconds: self.leaves.milliseconds + hours),
        until: UTCTime(milliseconds: self.returns.milliseconds - hours))
    }
  }

  let vessel: ExampleVessel
  let home: Place
  let route: [Place]
  let begins: UTCTime
  let trips: [Trip]

  init(
    of vessel: ExampleVessel, home: Place, via route: [Place], begins: String, trips: [Trip]
  ) {
    self.vessel = vessel
    self.home = home
    self.route = route
    self.begins = utc(begins)
    self.trips = trips
  }

  var voyage: Voyage {
    let ends = trips.dropFirst().map(\.leaves) + [utc("2024-04-22T00:00Z")]
    let stays = zip(trips, ends).flatMap { trip, nextDeparture in
      [
        Voyage.Stay(Chart.rajin, trip.inRajin, via: route),
        Voyage.Stay(home, Period(from: trip.returns, until: nextDeparture), via: route.reversed()),
      ]
    }
    let first = Voyage.Stay(home, Period(from: begins, until: trips[0].leaves))
    return Voyage(vessel: vessel, stays: [first] + stays, silences: trips.map(\.silence))
  }

  /// Images show the vessel at the berth for the whole of each stay.
  var sightings: [Sighting] {
    trips.map { trip in
      Sighting(of: vessel, at: "KPRJN", "KP", Chart.rajin, trip.inRajin)
    }
  }
}
