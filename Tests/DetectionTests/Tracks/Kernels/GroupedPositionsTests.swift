import Maritime
import Synchronization
import Testing

@testable import Detection

struct GroupedPositionsTests {
  private func position(at time: Int64, line: UInt32) -> Position {
    Position(
      time: time, latitudeE7: 0, longitudeE7: 0, mmsi: 200_000_001, line: line, file: 0,
      speedTenths: 0, courseTenths: 0, headingDegrees: 0, statusCode: 0, transceiver: .classA)
  }

  /// What lies in a file is let go of after the last write, or a whole feed would stay in memory.
  @Test func letsGoOfPositionsThatAreSorted() throws {
    let seen = Mutex<[[Int64]]>([])
    var builder = TrackBuilder { count, _ in
      let address = UnsafeMutableRawPointer.allocate(
        byteCount: max(1, count) * PositionMemory.size, alignment: 8)
      nonisolated(unsafe) let memory = address
      memory.initializeMemory(as: UInt8.self, repeating: 0, count: count * PositionMemory.size)
      return PositionMemory(
        at: memory, count: count,
        unload: { range in
          let places = memory.assumingMemoryBound(to: PackedPosition.self)
          let times = (0..<range.count / PositionMemory.size).map { places[$0].time }
          seen.withLock { $0.append(times) }
        }, free: { memory.deallocate() })
    }
    var batch = FeedBatch()
    batch.positions = [3, 1, 2].enumerated().map { position(at: $1, line: UInt32($0 + 1)) }
    try builder.add(batch)
    let tracks = try builder.takeParts(files: FeedFiles(["a.csv"])).flatMap {
      try $0.tracks().tracks
    }
    #expect(tracks.map { $0.positions.map(\.time) } == [[1, 2, 3]])
    let sorted = seen.withLock { $0 }.filter { $0.count == 3 }
    #expect(sorted.contains([3, 1, 2]))
    #expect(sorted.last == [1, 2, 3])
  }
}
