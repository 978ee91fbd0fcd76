import Detection
import Testing

struct PositionsTests {
  private func position(_ time: Int64) -> Position {
    Position(time: time, latitudeE7: 1, longitudeE7: 2, mmsi: 200_000_001, line: 1, file: 0)
  }

  @Test func isACollection() {
    let positions = Positions((0..<10).map { position($0) })
    #expect(positions.map(\.time) == Array(0..<10))
    let some = positions[3..<6]
    #expect(some.indices == 3..<6)
    #expect(some.map(\.time) == [3, 4, 5])
    #expect(some.first?.time == 3)
    #expect(some.last?.time == 5)
    #expect(some.dropFirst().map(\.time) == [4, 5])
    #expect(Positions([]).isEmpty)
  }

  /// The docs and the budget of memory count on it.
  @Test func takesTwentyFourBytesEach() {
    #expect(PositionMemory.size == 24)
  }
}
