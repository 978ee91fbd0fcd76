import Maritime

/// Leaves out positions that are one message heard again, seconds to minutes later, through another
/// receiver such as a satellite: at their own time the vessel was elsewhere already.
///
/// Positions are copies when place, speed, course and heading are the same, the vessel moves, and
/// it was elsewhere in between; so one that lies still or whose position has frozen keeps all.
struct RelayedCopies {
  /// The slowest speed at which an equal report cannot be a new one, in tenths of a knot.
  private static let movingTenths: UInt16 = 5
  private static let slots = 1024

  private let window: Int64
  /// The latest position of each slot of the table, by its place in the track.
  ///
  /// What is left of another vessel is harmless, because the positions are compared.
  private var latest = [Int32](repeating: -1, count: slots)

  /// Copies up to `window` milliseconds later are left out.
  init(window: Int64) { self.window = window }

  /// The places in `positions`, in order of time, of those that are copies.
  mutating func places(in positions: Positions) -> [Int] {
    var copies: [Int] = []
    for (offset, position) in positions.enumerated() {
      let slot = Self.slot(of: position)
      let candidate = positions.startIndex + Int(latest[slot])
      if latest[slot] >= 0, candidate < positions.startIndex + offset,
        isCopy(
          position, of: positions[candidate], after: positions[positions.startIndex + offset - 1])
      {
        copies.append(positions.startIndex + offset)
      } else {
        latest[slot] = Int32(truncatingIfNeeded: offset)
      }
    }
    return copies
  }

  private func isCopy(
    _ position: Position, of first: Position, after last: Position
  ) -> Bool {
    guard position.time - first.time <= window, first.isAt(position) else { return false }
    return !last.isAt(position) && first.movesLike(position)
      && position.speedTenths >= Self.movingTenths && position.speedTenths != .max
  }

  private static func slot(of position: Position) -> Int {
    let place =
      UInt32(bitPattern: position.latitudeE7) &* 0x9E37_79B1
      ^ UInt32(bitPattern: position.longitudeE7) &* 0x85EB_CA6B
    return Int(place &>> 22)
  }
}

extension Position {
  fileprivate func isAt(_ other: Position) -> Bool {
    latitudeE7 == other.latitudeE7 && longitudeE7 == other.longitudeE7
  }

  fileprivate func movesLike(_ other: Position) -> Bool {
    speedTenths == other.speedTenths && courseTenths == other.courseTenths
      && headingDegrees == other.headingDegrees
  }
}
