import Maritime

/// One vessel's timetable, and what its transponder did meanwhile.
///
/// Between two stays the vessel sails the whole time, so the timetable sets its speed.
struct Voyage {
  let vessel: ExampleVessel
  let stays: [Stay]
  /// When nothing is heard of the vessel.
  var silences: [Period] = []
  /// When the vessel claims to be somewhere else.
  var displacement: Displacement?
  var cadence = Cadence()

  /// A stop at one place.
  struct Stay {
    let place: Place
    let period: Period
    /// The points on the way from the stay before.
    let route: [Place]
    /// Moored or at anchor; otherwise drifting.
    let isMoored: Bool

    init(_ place: Place, _ period: Period, via route: [Place] = [], isMoored: Bool = true) {
      self.place = place
      self.period = period
      self.route = route
      self.isMoored = isMoored
    }

    init(
      _ place: Place, _ from: String, _ until: String, via route: [Place] = [],
      isMoored: Bool = true
    ) {
      self.init(place, Period(from, until), via: route, isMoored: isMoored)
    }
  }

  /// How far the claimed positions lie from the true ones, in degrees.
  struct Displacement {
    let period: Period
    let north: Double
    let east: Double
  }

  /// Minutes between reports; less than an hour, beyond which nobody joins two by a line.
  struct Cadence {
    var underWay = 30
    var atRest = 55
  }

  /// Where the vessel is and what it does.
  struct Motion {
    let place: Place
    let knots: Double
    let course: Double
    let stay: Stay?
  }

  var period: Period {
    guard let first = stays.first, let last = stays.last else {
      preconditionFailure("\(vessel.name) has no stays")
    }
    return Period(from: first.period.from, until: last.period.until)
  }

  /// The legs between the stays, in order.
  var legs: [Leg] {
    zip(stays, stays.dropFirst()).map { before, after in
      Leg(
        points: [before.place] + after.route + [after.place],
        period: Period(from: before.period.until, until: after.period.from))
    }
  }
}
