/// What the first line of each group of lines said, for the lines of the group that do not say it.
///
/// NMEA 0183 4.10 groups lines by `g:2-3-1234` (second of three lines of group 1234), older feeds
/// by `2G3:1234`; the time and the station often stand in the first line alone.
struct GroupedLines: Sendable {
  /// How many groups may be open at once (our own default).
  private static let mostOpen = 16

  private struct Group {
    let stamp: Stamp
    var line: UInt32
  }

  private var open: [Group] = []

  /// Fills in what the line's own tag block leaves out, and keeps what it says for those to come.
  ///
  /// - Returns: The stamp, and whether it took its time from another line of the group.
  mutating func complete(_ stamp: Stamp, line: UInt32) -> (stamp: Stamp, isFromGroup: Bool) {
    guard let group = stamp.group else { return (stamp, false) }
    let known = open.firstIndex {
      $0.stamp.group == group && line - $0.line <= MessageAssembler.mostLinesBetween
        && (stamp.station == .unnamed || stamp.station == $0.stamp.station)
    }
    guard let known, !stamp.opensGroup else {
      if let known { open.remove(at: known) }
      if open.count == Self.mostOpen { open.removeFirst() }
      open.append(Group(stamp: stamp, line: line))
      return (stamp, false)
    }
    open[known].line = line
    var complete = open[known].stamp
    complete.refine(stamp)
    return (complete, stamp.time == nil && complete.time != nil)
  }
}
