import Foundation
import Maritime
import TestSupport
import Testing
import Workflows

struct GeographySourcesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func polygon(_ west: Int, _ east: Int, properties: String = "{}") -> String {
    """
    {"type": "Feature", "properties": \(properties), "geometry": {"type": "Polygon", "coordinates":
     [[[\(west), 20], [\(east), 20], [\(east), 40], [\(west), 40], [\(west), 20]]]}}
    """
  }

  private func request(_ coastlines: String...) throws -> DetectionRequest {
    let feed = try folder.write(
      SampleFeed.header
        + SampleFeed.rows(
          mmsi: 300_000_001, name: "A", imo: nil, latitude: 30, longitude: 150, hours: 72,
          silent: 20..<40), to: "a.csv")
    return DetectionRequest(aisFiles: [feed], coastlineFiles: coastlines)
  }

  /// From the last position, at 33.17 N 150 E, to the meridian of 151 E.
  @Test func measuresGapsToTheShoresOfAllFiles() async throws {
    let near = try folder.write(polygon(151, 152), to: "near.json")
    let far = try folder.write(polygon(160, 170), to: "far.json")
    let detected = try await detectFacts(request(near, far))
    let gap = try #require(detected.facts.first { $0.kind.name == "ais_gap" })
    #expect(gap.value("shore_distance")?.description == "50.3 nm")
    #expect(detected.statistics.coastline == 8)
    #expect(detected.statistics.json["coastline_edges"]?.integer == 8)
  }

  @Test func knowsNoShoreWithoutAFile() async throws {
    let detected = try await detectFacts(request())
    let gap = try #require(detected.facts.first { $0.kind.name == "ais_gap" })
    #expect(gap.value("shore_distance") == nil)
    #expect(detected.statistics.coastline == nil)
    #expect(detected.statistics.json["coastline_edges"] == .null)
  }

  @Test func countsWhatIsNoPolygon() async throws {
    let text = #"{"type": "FeatureCollection", "features": [\#(polygon(151, 152)), {}]}"#
    let path = try folder.write(text, to: "land.json")
    let statistics = try await detectFacts(request(path)).statistics
    #expect(statistics.geographyRejections.counts == ["bad-geometry": 1])
  }

  @Test(arguments: [
    ("{}", "the file holds no coastline; line 1: bad-geojson"),
    ("[", "the file holds no coastline; line 1: bad-json"),
    (#"{"type": "FeatureCollection", "features": []}"#, "the file holds no coastline"),
  ])
  func refusesWhatIsNoCoastline(_ content: String, message: String) async throws {
    let path = try folder.write(content, to: "land.json")
    let text = await problem { try await detectFacts(request(path)) }
    #expect(text?.exitCode == 2)
    #expect(text?.text(isColored: false).contains(message) == true)
    #expect(text?.text(isColored: false).contains("docs/geography.md") == true)
  }

  @Test func refusesLakesWithoutLand() async throws {
    let path = try folder.write(
      polygon(151, 152, properties: #"{"water": true}"#), to: "lakes.json")
    let text = await problem { try await detectFacts(request(path)) }
    #expect(text?.text(isColored: false).contains("lakes but no land") == true)
  }
}
