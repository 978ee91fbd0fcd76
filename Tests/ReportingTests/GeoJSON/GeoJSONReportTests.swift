import Maritime
import TestSupport
import Testing

@testable import Reporting

struct GeoJSONReportTests {
  private static func place(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try #require(Coordinate(latitude: latitude, longitude: longitude))
  }

  private static func point(
    _ time: String, _ latitude: Double, _ longitude: Double
  ) throws
    -> VesselReport.TrackPoint
  {
    VesselReport.TrackPoint(time: utc(time), position: try place(latitude, longitude))
  }

  @Test func writesTrackAndFacts() throws {
    let track = try [
      Self.point("2026-01-01T00:00Z", 1, 10), Self.point("2026-01-01T01:00Z", 1, 11),
      Self.point("2026-01-02T01:00Z", 5, 11), Self.point("2026-01-02T02:00Z", 5, 12),
    ]
    let text = GeoJSONReport([VesselReport(SampleVerdicts.prohibited, track: track)]).text
    let json = try JSONValue(reading: text)
    #expect(json["type"] == "FeatureCollection")
    let features = try #require(json["features"]?.elements)
    #expect(features.map { $0["type"] } == Array(repeating: "Feature", count: features.count))
    #expect(features[0]["geometry"]?["type"] == "MultiLineString")
    #expect(features[0]["geometry"]?["coordinates"]?.elements?.count == 2)
    #expect(features[0]["properties"]?["positions"] == 4)
    let gap = try #require(features.first { $0["properties"]?["fact"] == "ais_gap" })
    #expect(gap["properties"]?["cited_by"] == ["gone-dark"])
    #expect(gap["properties"]?["number"] == 1)
  }

  /// RFC 7946, section 3.1.9: a line over the antimeridian is cut in two.
  @Test func cutsLinesAtTheAntimeridian() throws {
    let line = try [Self.place(10, 179), Self.place(12, -179), Self.place(12, -178)]
    let pieces = GeoJSONLine.pieces(line)
    #expect(pieces.count == 2)
    #expect(pieces[0].last == (try Self.place(11, 180)))
    #expect(pieces[1].first == (try Self.place(11, -180)))
    let back = GeoJSONLine.pieces(line.reversed())
    #expect(back.map(\.count) == [3, 2])
    #expect(GeoJSONLine.pieces([line[0], line[0]]) == [])
    let edge = try [Self.place(0, 180), Self.place(0, -180), Self.place(1, -179)]
    for piece in GeoJSONLine.pieces(edge) {
      for (a, b) in zip(piece, piece.dropFirst()) { #expect(abs(a.longitude - b.longitude) < 180) }
    }
  }
}
