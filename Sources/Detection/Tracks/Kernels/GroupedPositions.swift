/// All positions of a run in one array, those of one vessel side by side and in time order.
///
/// A counting sort: two passes over the batches instead of a dictionary of growing arrays, about
/// four times as fast and at half the peak memory, because each batch is freed once it is copied.
struct GroupedPositions {
  /// The MMSIs, in the order of first sight.
  let mmsis: [UInt32]
  private let starts: [Int]
  private let all: [Position]

  init(draining batches: inout [FeedBatch]) {
    var table = MMSITable()
    var counts: [Int] = []
    for batch in batches {
      for position in batch.positions {
        let index = table.index(of: position.mmsi)
        if index == counts.count { counts.append(0) }
        counts[index] += 1
      }
    }
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var sorted = Self.scatter(&batches, &table, starts)
    for index in counts.indices { Self.sort(&sorted, starts[index]..<starts[index + 1]) }
    mmsis = table.keys
    self.starts = starts
    all = sorted
  }

  /// The positions of the vessel at `index` of `mmsis`, by time, then content, file and line.
  func positions(_ index: Int) -> ArraySlice<Position> { all[starts[index]..<starts[index + 1]] }

  private static func scatter(
    _ batches: inout [FeedBatch], _ table: inout MMSITable, _ starts: [Int]
  ) -> [Position] {
    var next = starts
    return [Position](unsafeUninitializedCapacity: starts[starts.count - 1]) { buffer, count in
      for index in batches.indices {
        let positions = batches[index].positions
        batches[index].positions = []
        for position in positions {
          let vessel = table.index(of: position.mmsi)
          buffer.initializeElement(at: next[vessel], to: position)
          next[vessel] += 1
        }
      }
      count = starts[starts.count - 1]
    }
  }

  /// Feeds are mostly in time order, and then one look is enough.
  private static func sort(_ positions: inout [Position], _ range: Range<Int>) {
    let isSorted = positions.withUnsafeBufferPointer { buffer in
      range.dropFirst().allSatisfy { buffer[$0 - 1].time < buffer[$0].time }
    }
    if !isSorted { positions[range].sort(by: Position.precedes) }
  }
}

extension Position {
  /// A total order, so that the order of files and blocks leaves no trace.
  static func precedes(_ a: Position, _ b: Position) -> Bool {
    if a.time != b.time { return a.time < b.time }
    if a.latitudeE7 != b.latitudeE7 { return a.latitudeE7 < b.latitudeE7 }
    if a.longitudeE7 != b.longitudeE7 { return a.longitudeE7 < b.longitudeE7 }
    if a.speedTenths != b.speedTenths { return a.speedTenths < b.speedTenths }
    return (a.file, a.line) < (b.file, b.line)
  }
}
