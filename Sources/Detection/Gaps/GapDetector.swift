import Maritime

/// A silence, before it is known how well others were heard.
struct Silence {
  /// The index of the last position before it.
  let start: Int
  /// The last position before it.
  let last: Position
  /// The first position after it; `nil` while open.
  let next: Position?
  /// The track that `next` belongs to, when another MMSI of the same hull.
  let nextTrack: Track?
}

/// Finds the periods in which a hull sent no position.
///
/// Two positions that ask for more than `hull_speed` come from two hulls, and no gap lies between
/// them. The silence from the last position to the end of the feed is an open gap, unless the hull
/// was heard under another MMSI: then it ends there.
///
/// - Parameters:
///   - positions: The positions of one hull, in time order.
///   - feedEnd: The time of the last position of the whole feed, in milliseconds since 1970.
///   - successor: The first position of the hull under another MMSI after the last of these.
///   - parameters: The parameters of the run.
/// - Returns: Silences of at least `gap_minimum`, oldest first.
func silences(
  in positions: Positions, feedEnd: Int64,
  successor: (position: Position, track: Track)?, _ parameters: DetectionParameters
) -> [Silence] {
  let minimum = parameters.milliseconds(.gapMinimum)
  let hullSpeed = parameters.knots(.hullSpeed)
  var silences: [Silence] = []
  guard let last = positions.last else { return [] }
  var time = positions.time(at: positions.startIndex)
  for index in positions.indices.dropFirst() {
    let now = positions.time(at: index)
    if now - time >= minimum {
      let (before, after) = (positions[index - 1], positions[index])
      if impliedSpeed(before, after) <= hullSpeed {
        silences.append(Silence(start: index - 1, last: before, next: after, nextTrack: nil))
      }
    }
    time = now
  }
  let end = successor?.position.time ?? feedEnd
  if end - last.time >= minimum {
    silences.append(
      Silence(
        start: positions.endIndex - 1, last: last, next: successor?.position,
        nextTrack: successor?.track))
  }
  return silences
}

/// The speed in knots of a straight course between two positions of different times.
func impliedSpeed(_ a: Position, _ b: Position) -> Double {
  let metres = distanceMetres(a.latitudeE7, a.longitudeE7, b.latitudeE7, b.longitudeE7)
  return knots(metres: metres, milliseconds: b.time - a.time)
}

/// The number of positions in the `gap_history` before position `index`, that one included.
func positionsBefore(
  _ index: Int, in positions: Positions, _ parameters: DetectionParameters
) -> Int {
  let from = positions[index].time - parameters.milliseconds(.gapHistory)
  var (low, high) = (positions.startIndex, index)
  while low < high {
    let middle = (low + high) / 2
    if positions[middle].time < from { low = middle + 1 } else { high = middle }
  }
  return index - low + 1
}
