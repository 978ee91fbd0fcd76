import Foundation
import Maritime
import TestSupport
import Testing

@testable import Detection

/// The distances that detection uses, against the geodesic on the ellipsoid.
struct FlatDistanceTests {
  /// The greatest relative error of the sphere: 0.56 %, reached along meridians at the poles.
  private static let sphereError = 0.0056
  /// What the flat distance adds to it.
  private static let flatError = 1e-4

  @Test func staysWithinTheBoundOfTheSphereAnywhere() throws {
    var numbers = SeededGenerator(seed: 42)
    for _ in 0..<4000 {
      let (a, b) = (randomPlace(&numbers), randomPlace(&numbers))
      guard let exact = geodesicMetres(a, b) else { continue }
      #expect(abs(metres(a, b) / exact - 1) <= Self.sphereError, "\(a) \(b)")
    }
  }

  /// Pairs as near as positions of one vessel are, the poles and the antimeridian included.
  @Test func staysWithinTheBoundForNeighbours() throws {
    var numbers = SeededGenerator(seed: 43)
    for _ in 0..<8000 {
      let a = randomPlace(&numbers)
      let reach: Double = [0.001, 0.01, 0.1, 0.5, 1].randomElement(using: &numbers) ?? 1
      let rise = Double.random(in: -reach...reach, using: &numbers)
      let turn = Double.random(in: -reach...reach, using: &numbers)
      let north = min(90, max(-90, a.latitude + rise))
      let east = a.longitude + turn
      let b = Place(latitude: north, longitude: east - 360 * (east / 360).rounded())
      guard let exact = geodesicMetres(a, b), exact > 20 else { continue }
      let limit = Self.sphereError + Self.flatError
      // A coordinate is exact to a centimetre.
      #expect(abs(metres(a, b) - exact) <= limit * exact + 0.02, "\(a) \(b)")
    }
  }

  /// The flat distance against the great circle on the same sphere.
  @Test func isFlatOnlyWhereThatIsExact() {
    var numbers = SeededGenerator(seed: 44)
    for _ in 0..<8000 {
      let a = Place(
        latitude: .random(in: -75...75, using: &numbers),
        longitude: .random(in: -180...180, using: &numbers))
      let east = a.longitude + .random(in: -0.5...0.5, using: &numbers)
      let b = Place(
        latitude: a.latitude + .random(in: -0.5...0.5, using: &numbers),
        longitude: east - 360 * (east / 360).rounded())
      let sphere = greatCircleMetres(
        latitude1: a.latitude, longitude1: a.longitude, latitude2: b.latitude,
        longitude2: b.longitude)
      #expect(abs(metres(a, b) - sphere) <= Self.flatError * sphere + 0.02, "\(a) \(b)")
    }
  }

  @Test(
    arguments: [
      (0, 179.99, 0, -179.99, 2226.4), (60, 180, 60, -180, 0), (89.999, 0, 89.999, 180, 223.4),
      (90, 17, 90, -120, 0), (-90, 0, 90, 0, 20_003_931.5), (0, 0, 0, 90, 10_018_754.2),
      (-17, 179.5, -17, -179.5, 106_476.9),
    ] as [(Double, Double, Double, Double, Double)])
  func knowsPolesAndTheAntimeridian(
    _ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double,
    ellipsoid: Double
  ) {
    let a = Place(latitude: latitude1, longitude: longitude1)
    let b = Place(latitude: latitude2, longitude: longitude2)
    #expect(abs(metres(a, b) - ellipsoid) <= Self.sphereError * ellipsoid + 0.02)
    #expect(metres(a, b) == metres(b, a))
  }

  /// Vincenty's published example: Flinders Peak to Buninyong, 54,972.271 m on GDA94's ellipsoid.
  @Test func knowsTheReferenceToBeRight() throws {
    let flinders = Place(latitude: -37.951033417, longitude: 144.424867889)
    let buninyong = Place(latitude: -37.652821139, longitude: 143.926495528)
    let metres = try #require(geodesicMetres(flinders, buninyong))
    #expect(abs(metres - 54_972.271) < 0.001)
  }

  private func randomPlace(_ numbers: inout SeededGenerator) -> Place {
    Place(
      latitude: .random(in: -90...90, using: &numbers),
      longitude: .random(in: -180...180, using: &numbers))
  }

  private func metres(_ a: Place, _ b: Place) -> Double {
    distanceMetres(a.latitudeE7, a.longitudeE7, b.latitudeE7, b.longitudeE7)
  }
}

struct Place: CustomStringConvertible {
  let latitude: Double
  let longitude: Double

  var latitudeE7: Int32 { Int32((latitude * 1e7).rounded()) }
  var longitudeE7: Int32 { Int32((longitude * 1e7).rounded()) }
  var description: String { "(\(latitude), \(longitude))" }
}

/// The geodesic on WGS 84 by Vincenty's inverse formula (Survey Review 23, 1975), within 0.1 mm;
/// `nil` near the antipodes, where it does not converge.
func geodesicMetres(_ a: Place, _ b: Place) -> Double? {
  let (major, flattening) = (6_378_137.0, 1 / 298.257223563)
  let minor = major * (1 - flattening)
  let radians = Double.pi / 180
  let (u1, u2) = (
    atan((1 - flattening) * tan(a.latitude * radians)),
    atan((1 - flattening) * tan(b.latitude * radians))
  )
  let l = remainder((b.longitude - a.longitude) * radians, 2 * .pi)
  var lambda = l
  for _ in 0..<200 {
    let x = cos(u2) * sin(lambda)
    let y = cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(lambda)
    let sinSigma = (x * x + y * y).squareRoot()
    if sinSigma == 0 { return 0 }
    let cosSigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(lambda)
    let sigma = atan2(sinSigma, cosSigma)
    let sinAlpha = cos(u1) * cos(u2) * sin(lambda) / sinSigma
    let cosSquare = 1 - sinAlpha * sinAlpha
    let middle = cosSquare == 0 ? 0 : cosSigma - 2 * sin(u1) * sin(u2) / cosSquare
    let c = flattening / 16 * cosSquare * (4 + flattening * (4 - 3 * cosSquare))
    let next =
      l + (1 - c) * flattening * sinAlpha
      * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1)))
    guard abs(next) <= .pi else { return nil }
    if abs(next - lambda) < 1e-13 {
      return minor
        * arcFactor(cosSquare * (major * major - minor * minor) / (minor * minor))
        .metres(sigma, sinSigma, cosSigma, middle)
    }
    lambda = next
  }
  return nil
}

private struct ArcFactor {
  let a: Double
  let b: Double

  func metres(_ sigma: Double, _ sine: Double, _ cosine: Double, _ middle: Double) -> Double {
    let square = middle * middle
    let third = b / 6 * middle * (4 * sine * sine - 3) * (4 * square - 3)
    let change = b * sine * (middle + b / 4 * (cosine * (2 * square - 1) - third))
    return a * (sigma - change)
  }
}

private func arcFactor(_ u: Double) -> ArcFactor {
  ArcFactor(
    a: 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u))),
    b: u / 1024 * (256 + u * (-128 + u * (74 - 47 * u))))
}
