import Maritime

/// Voyages between a home port and Rajin, silent on the way.
struct Shuttle {
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
      Sighting(of: vessel, at: .rajin, trip.inRajin)
    }
  }
}
