import Maritime
import Testing

struct CoordinateTests {
  @Test(
    arguments: [
      (90, 180, true), (-90, -180, true), (91, 181, false), (90.0000001, 0, false),
      (0, 180.0000001, false), (.nan, 0, false), (0, .nan, false), (.infinity, 0, false),
    ] as [(Double, Double, Bool)])
  func staysOnTheEarth(_ latitude: Double, _ longitude: Double, isValid: Bool) {
    #expect((Coordinate(latitude: latitude, longitude: longitude) != nil) == isValid)
  }

  @Test(
    arguments: [
      (38.7167, 125.4, "38.7167°N 125.4000°E"), (-38.71666, -125.40004, "38.7167°S 125.4000°W"),
      (0, 0, "0.0000°N 0.0000°E"), (89.99999, 179.99999, "90.0000°N 180.0000°E"),
    ] as [(Double, Double, String)])
  func printsFourDecimals(_ latitude: Double, _ longitude: Double, _ text: String) throws {
    #expect(try #require(Coordinate(latitude: latitude, longitude: longitude)).description == text)
  }
}
