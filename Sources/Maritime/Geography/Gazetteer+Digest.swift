extension Gazetteer {
  /// A digest of every port and zone: two gazetteers with one digest answer every question alike.
  ///
  /// - Complexity: O(*n*) in the number of circles and corners; ask once a run.
  public var digest: Digest { Digest(ofParts: ports.flatMap(\.parts) + zones.flatMap(\.parts)) }
}

extension Port {
  fileprivate var parts: [String] {
    let circles = areas.map { "\($0.center.exact) \($0.radius)" }
    return ["port", code, name ?? "", country?.code ?? "", groups.joined(separator: " ")]
      + [circles.joined(separator: ",")]
  }
}

extension Zone {
  fileprivate var parts: [String] {
    let rings = polygons.map { polygon in
      polygon.map { $0.map(\.exact).joined(separator: ",") }.joined(separator: ";")
    }
    return ["zone", id, name, kind, country?.code ?? "", groups.sorted().joined(separator: " ")]
      + [rings.joined(separator: "|")]
  }
}

extension Coordinate {
  fileprivate var exact: String { "\(latitudeE7) \(longitudeE7)" }
}
