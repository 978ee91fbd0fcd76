import Maritime
import Testing

@testable import Reporting

struct LandOutlineTests {
  private static func ring(_ corners: [(Double, Double)]) -> Zone.Ring {
    corners.compactMap { Coordinate(latitude: $0.1, longitude: $0.0) }
  }

  private static func path(_ corners: [(Double, Double)]) throws -> String {
    let places = try [(49.0, 9.0), (51.0, 11.0)].map {
      try #require(Coordinate(latitude: $0.0, longitude: $0.1))
    }
    return LandOutline(try #require(MapFrame(around: places))).path([[ring(corners)]])
  }

  @Test func drawsOnlyWhatIsSeen() throws {
    #expect(try Self.path([(100, 0), (110, 0), (110, 10)]) == "")
    #expect(try Self.path([(9.9, 49.9), (10.1, 49.9), (10.1, 50.1)]).hasPrefix("M"))
  }

  /// Land around the whole map is cut at its edge, four units beyond it.
  @Test func cutsAtTheEdge() throws {
    let path = try Self.path([(0, 40), (20, 40), (20, 60), (0, 60)])
    for number in path.split(whereSeparator: { "MLZ ".contains($0) }).compactMap({ Double($0) }) {
      #expect((-4...964).contains(number))
    }
    #expect(path.split(separator: "L").count == 4)
  }

  /// The same ring a turn of the Earth further is drawn where it is seen.
  @Test func drawsLandBeyondTheAntimeridian() throws {
    let places = try [(0.0, 179.0), (1.0, -179.0)].map {
      try #require(Coordinate(latitude: $0.0, longitude: $0.1))
    }
    let outline = LandOutline(try #require(MapFrame(around: places)))
    #expect(outline.path([[Self.ring([(-180, 0), (-179, 0), (-179, 1)])]]) != "")
    #expect(outline.path([[Self.ring([(179, 0), (180, 0), (180, 1)])]]) != "")
  }
}
