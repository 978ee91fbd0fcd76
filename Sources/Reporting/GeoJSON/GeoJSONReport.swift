import Maritime
import Screening

/// Tracks and facts as GeoJSON (RFC 7946), for a geographic information system.
public struct GeoJSONReport: Sendable {
  /// One feature collection: for each vessel its track, then its facts in the order of time.
  ///
  /// A fact without a position has a `null` geometry. A line over the antimeridian is cut in two,
  /// as RFC 7946, section 3.1.9, asks.
  public let text: String

  /// Writes reports.
  public init(_ reports: [VesselReport]) {
    let features = reports.flatMap { report in
      Self.track(of: report) + report.drawnFacts.map { Self.feature(of: $0, in: report) }
    }
    text =
      JSONText.object([
        "type": JSONText.string("FeatureCollection"),
        "features": "[" + features.map { "\n" + $0 }.joined(separator: ",") + "\n]",
      ]) + "\n"
  }

  private static func track(of report: VesselReport) -> [String] {
    let pieces = GeoJSONLine.track(report.track)
    guard let first = report.track.first, let last = report.track.last, !pieces.isEmpty else {
      return []
    }
    return [
      feature(
        GeoJSONLine.geometry(pieces),
        JSONText.object([
          "feature": JSONText.string("track"), "vessel": JSONText.string(report.words),
          "start": JSONText.string(first.time.description),
          "end": JSONText.string(last.time.description),
          "positions": String(report.track.count),
        ]))
    ]
  }

  private static func feature(of fact: Fact, in report: VesselReport) -> String {
    let rules = report.verdict.findings.filter { $0.facts.contains(fact) }.map(\.rule)
    let number = report.numbers[fact.id].map(String.init) ?? "null"
    var properties = fact.jsonLine
    for (key, value) in [
      ("vessel", JSONText.string(report.words)), ("number", number),
      ("cited_by", JSONText.strings(rules)),
    ] {
      properties = JSONText.object(with: properties, key, value)
    }
    return feature(geometry(of: fact), properties)
  }

  private static func feature(_ geometry: String, _ properties: String) -> String {
    JSONText.object([
      "type": JSONText.string("Feature"), "geometry": geometry, "properties": properties,
    ])
  }

  private static func geometry(of fact: Fact) -> String {
    guard let start = fact.header.position else { return "null" }
    guard let end = fact.endPosition, end != start else {
      return JSONText.object([
        "type": JSONText.string("Point"), "coordinates": GeoJSONLine.coordinates(start),
      ])
    }
    return GeoJSONLine.geometry(GeoJSONLine.pieces([start, end]))
  }
}

extension VesselReport {
  fileprivate var words: String {
    "\(verdict.title), \(verdict.numbers)"
  }
}

/// Lines of positions as GeoJSON has them.
enum GeoJSONLine {
  /// The longest silence that a track is drawn through, as on maps.
  private static let silence: Int64 = 6 * 3_600_000

  /// A track in pieces: cut at silences and at the antimeridian.
  static func track(_ track: [VesselReport.TrackPoint]) -> [[Coordinate]] {
    var runs: [[Coordinate]] = []
    var last: UTCTime?
    for point in track {
      if let last, point.time - last <= silence {
        runs[runs.count - 1].append(point.position)
      } else {
        runs.append([point.position])
      }
      last = point.time
    }
    return runs.flatMap(pieces)
  }

  /// A line cut at the antimeridian; points alone are no line and left out.
  static func pieces(_ line: [Coordinate]) -> [[Coordinate]] {
    var pieces: [[Coordinate]] = []
    var piece: [Coordinate] = []
    for point in line where piece.last != point {
      if let last = piece.last, let (before, after) = crossing(from: last, to: point) {
        pieces.append(piece + (before == last ? [] : [before]))
        piece = after == point ? [] : [after]
      }
      piece.append(point)
    }
    return (pieces + [piece]).filter { $0.count > 1 }
  }

  /// The points on either side of the antimeridian where a line crosses it, straight on the chart.
  private static func crossing(
    from start: Coordinate, to end: Coordinate
  ) -> (Coordinate, Coordinate)? {
    let half: Int64 = 1_800_000_000
    let (from, to) = (Int64(start.longitudeE7), Int64(end.longitudeE7))
    guard abs(to - from) > half else { return nil }
    let side = from > 0 ? half : -half
    let whole = abs(to + 2 * side - from)
    let rise = Int64(end.latitudeE7) - Int64(start.latitudeE7)
    let latitude = Int64(start.latitudeE7) + (whole == 0 ? 0 : rise * abs(side - from) / whole)
    guard let before = Coordinate(latitudeE7: Int32(latitude), longitudeE7: Int32(side)),
      let after = Coordinate(latitudeE7: Int32(latitude), longitudeE7: Int32(-side))
    else { return nil }
    return (before, after)
  }

  static func geometry(_ pieces: [[Coordinate]]) -> String {
    let lines = pieces.map { JSONText.array($0.map(coordinates)) }
    if lines.count == 1 {
      return JSONText.object(["type": JSONText.string("LineString"), "coordinates": lines[0]])
    }
    return JSONText.object([
      "type": JSONText.string("MultiLineString"), "coordinates": JSONText.array(lines),
    ])
  }

  /// Longitude first, as RFC 7946 has it.
  static func coordinates(_ point: Coordinate) -> String {
    "[\(JSONValue.number(point.longitude).text),\(JSONValue.number(point.latitude).text)]"
  }
}
