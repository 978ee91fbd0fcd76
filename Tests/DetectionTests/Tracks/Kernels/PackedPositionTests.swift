import TestSupport
import Testing

@testable import Detection

struct PackedPositionTests {
  /// The values that a field's bits must hold, and those that stand for missing.
  @Test func keepsEveryFieldOfRandomPositions() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let position = Position(
        time: [0, PackedPosition.lastTime, Int64.random(in: 0...1 << 42, using: &generator)]
          .randomElement(using: &generator) ?? 0,
        latitudeE7: Int32.random(in: -900_000_000...900_000_000, using: &generator),
        longitudeE7: Int32.random(in: -1_800_000_000...1_800_000_000, using: &generator),
        mmsi: UInt32.random(in: 1...999_999_999, using: &generator),
        line: UInt32.random(in: 1...UInt32.max, using: &generator),
        file: UInt16.random(in: 0...UInt16.max, using: &generator),
        speedTenths: some(of: 0...1022, &generator), courseTenths: some(of: 0...3599, &generator),
        headingDegrees: some(of: 0...359, &generator),
        statusCode: UInt8(truncatingIfNeeded: some(of: 0...14, &generator)),
        transceiver: [.unknown, .classA, .classB].randomElement(using: &generator) ?? .unknown)
      let packed = try #require(PackedPosition(position))
      #expect(packed.position(of: position.mmsi) == position)
      #expect(packed.time == position.time)
    }
  }

  @Test(arguments: [(-1, false), (0, true), (8_796_093_022_207, true), (8_796_093_022_208, false)])
  func holdsTimesFrom1970To2248(_ time: Int64, _ fits: Bool) {
    let position = Position(
      time: time, latitudeE7: 0, longitudeE7: 0, mmsi: 1, line: 1, file: 0)
    #expect((PackedPosition(position) != nil) == fits)
  }

  private func some(of range: ClosedRange<UInt16>, _ generator: inout SeededGenerator) -> UInt16 {
    Bool.random(using: &generator) ? .max : UInt16.random(in: range, using: &generator)
  }
}
