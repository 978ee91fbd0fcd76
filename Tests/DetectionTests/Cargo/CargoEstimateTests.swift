import Maritime
import Testing

@testable import Detection

struct CargoEstimateTests {
  /// A VLCC sinks a centimetre for about 170 t, a handysize for 50, a coaster for 13.
  @Test(arguments: [(330.0, 60.0, 165.0...175.0), (180, 32, 48...52), (100, 16, 12.5...14.5)])
  func holdsCommonImmersions(_ length: Double, _ beam: Double, _ tonnes: ClosedRange<Double>) {
    var parameters = DetectionParameters()
    parameters[.draughtRounding] = .metre(0.001)
    parameters[.cargoBallast] = .ratio(0.000_001)
    let estimate = CargoEstimate(change: 1, length: length, beam: beam, parameters)
    #expect(Double(estimate.low) / 100_000 < tonnes.lowerBound)
    #expect(Double(estimate.high) / 100_000 > tonnes.upperBound)
  }

  @Test func staysInOrder() {
    let estimate = CargoEstimate(change: 0.05, length: 100, beam: 16, DetectionParameters())
    #expect(estimate.low == 0)
    #expect(estimate.low <= estimate.best && estimate.best <= estimate.high)
  }
}
