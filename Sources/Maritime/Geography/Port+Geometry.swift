extension Port {
  /// Whether a point lies in one of the port's circles.
  public func contains(_ point: Coordinate) -> Bool { distance(to: point) == 0 }

  /// Whether the edge of a circle is at most `metres` away: `distance(to:)` compared with it.
  public func isWithin(_ metres: Double, of point: Coordinate) -> Bool {
    areas.contains { area in
      // The difference in latitude is a bound that needs no trigonometry; a metre for rounding.
      let rise = abs(area.center.latitude - point.latitude) * (.pi / 180) * earthRadiusMetres
      guard rise - area.radius <= metres + 1 else { return false }
      return max(0, area.center.distance(to: point) - area.radius) <= metres
    }
  }

  /// The distance to the edge of the nearest circle in metres; 0 inside, infinite without circles.
  public func distance(to point: Coordinate) -> Double {
    areas.reduce(.infinity) { nearest, area in
      min(nearest, max(0, area.center.distance(to: point) - area.radius))
    }
  }
}
