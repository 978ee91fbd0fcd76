/// Whether the upper limb of the sun is below the horizon of a place at sea level.
///
/// The sun's centre is then more than 50′ below: 16′ for its radius and 34′ for refraction, as
/// almanacs define sunrise and sunset. The sun's place is that of the Astronomical Almanac's
/// low-precision formulas, within 0.01° from 1950 to 2050. Between 60° south and 60° north the
/// instant of sunrise is within a minute of published tables (tested); what the weather does to
/// refraction is more.
///
/// - Parameters:
///   - latitude: Degrees, north positive.
///   - longitude: Degrees, east positive.
///   - time: Milliseconds since 1970.
/// - Returns: Whether it is after sunset and before sunrise.
public func isNight(latitude: Double, longitude: Double, at time: Int64) -> Bool {
  sineOfSunAltitude(latitude: latitude, longitude: longitude, at: time) < sineOfHorizon
}

/// The sine of -0.8333°.
private let sineOfHorizon = -0.014_543_9

/// The sine of the altitude of the sun's centre, without refraction.
private func sineOfSunAltitude(latitude: Double, longitude: Double, at time: Int64) -> Double {
  // Days from noon of 1 January 2000.
  let days = Double(time - 946_728_000_000) / 86_400_000
  let anomaly = 357.528 + 0.985_600_3 * days
  let ecliptic =
    280.460 + 0.985_647_4 * days + 1.915 * sineOfDegrees(anomaly)
    + 0.020 * sineOfDegrees(2 * anomaly)
  let tilt = 23.439 - 0.000_000_4 * days
  // The direction of the sun: towards the equinox, a right angle east of it, and the pole.
  let equinox = cosineOfDegrees(ecliptic)
  let east = cosineOfDegrees(tilt) * sineOfDegrees(ecliptic)
  let pole = sineOfDegrees(tilt) * sineOfDegrees(ecliptic)
  // Sidereal time of the place in degrees: 24.065709824 sidereal hours a day.
  let sidereal = 280.460_618_37 + 360.985_647_366_29 * days + longitude
  let towards = cosineOfDegrees(sidereal) * equinox + sineOfDegrees(sidereal) * east
  return sineOfDegrees(latitude) * pole + cosineOfDegrees(latitude) * towards
}
