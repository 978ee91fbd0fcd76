import Maritime

/// A point on a route, to 1e-5 degrees: about a metre, the precision of an AIS file.
struct Place: Hashable {
  let latitude: Double
  let longitude: Double

  init(_ latitude: Double, _ longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  func distance(to other: Place) -> Double {
    greatCircleMetres(
      latitude1: latitude, longitude1: longitude, latitude2: other.latitude,
      longitude2: other.longitude)
  }

  /// The point that lies `share` of the way to `other`, on a straight line of the chart.
  func toward(_ other: Place, share: Double) -> Place {
    Place(
      latitude + (other.latitude - latitude) * share,
      longitude + (other.longitude - longitude) * share)
  }

  func moved(_ north: Double, _ east: Double) -> Place {
    Place(latitude + north, longitude + east)
  }
}
