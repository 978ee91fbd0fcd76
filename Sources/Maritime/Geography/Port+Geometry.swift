extension Port {
  /// Whether a point lies in one of the port's circles.
  public func contains(_ point: Coordinate) -> Bool { distance(to: point) == 0 }

  /// The distance to the edge of the nearest circle in metres; 0 inside, infinite without circles.
  public func distance(to point: Coordinate) -> Double {
    areas.reduce(.infinity) { nearest, area in
      min(nearest, max(0, area.center.distance(to: point) - area.radius))
    }
  }
}
