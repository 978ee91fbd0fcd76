/// Finds receivers whose clocks are wrong, so that their messages are not put at wrong times.
///
/// A clock is judged by two witnesses. Base stations send the time by GPS in messages of type 4,
/// and what a receiver stamps on them tells its error. And the receivers of one feed hear the same
/// minute: one whose stamps nearly always differ by the same amount from those of the two others
/// heard last is wrong, when it is not the greater part of the feed.
struct ReceiverClocks: Sendable {
  /// The least comparisons with other receivers' lines that judge a clock (our own default).
  static let fewestLines = 20
  /// The least messages of type 4 that judge a clock (our own default).
  static let fewestReports = 3
  /// The greatest error that a message of type 4 can show, in milliseconds (our own default).
  ///
  /// Base stations with old GPS receivers are wrong by 1,024 weeks; receivers set by hand, or to
  /// local time, by less than two days.
  static let greatestReported: Int64 = 48 * 3_600_000
  /// How many receivers are told apart; the others are taken for the unnamed one, never judged.
  static let mostStations = 4096

  /// A receiver that is wrong.
  struct WrongClock: Hashable {
    let index: UInt16
    let name: String
    /// How far its clock is ahead, in milliseconds.
    let error: Int64
    let firstLine: UInt32
  }

  private struct Clock {
    let station: Station
    let firstLine: UInt32
    var messages = 0
    var besideOthers = Comparisons()
    var besideReports = Comparisons()
  }

  private let tolerance: Int64
  private var clocks: [Clock] = []
  private var indices: [Station: UInt16] = [:]
  private var current: (station: Station, index: UInt16)?
  /// The last three receivers and their last stamps, the latest first.
  private var recent: [(index: UInt16, time: Int64)] = []

  /// Creates judges for a file; errors up to `tolerance` milliseconds do not matter.
  init(tolerance: Int64) { self.tolerance = tolerance }

  /// Takes a stamped message and returns the number of its station.
  mutating func note(_ station: Station, at time: Int64, line: UInt32) -> UInt16 {
    let index = index(of: station, line: line)
    clocks[Int(index)].messages += 1
    if recent.first?.index == index {
      recent[0].time = time
    } else {
      recent.removeAll { $0.index == index }
      recent.insert((index, time), at: 0)
      if recent.count > 3 { recent.removeLast() }
    }
    if recent.count == 3 { compare(index, time, recent[1].time, recent[2].time) }
    return index
  }

  /// Two others that disagree with each other say nothing about a third.
  private mutating func compare(_ index: UInt16, _ time: Int64, _ one: Int64, _ two: Int64) {
    let isNear = abs(time - one) <= tolerance || abs(time - two) <= tolerance
    guard isNear || abs(one - two) <= tolerance else { return }
    clocks[Int(index)].besideOthers.add(isNear ? 0 : time - one, tolerance: tolerance)
  }

  /// Takes the time that a base station sent, and that the receiver stamped on it.
  mutating func note(report: Int64, by station: Station, at time: Int64, line: UInt32) {
    let index = index(of: station, line: line)
    let error = time - report
    if abs(error) <= Self.greatestReported {
      clocks[Int(index)].besideReports.add(error, tolerance: tolerance)
    }
  }

  /// The receivers that are wrong, in the order in which they were first heard.
  var wrong: [WrongClock] {
    let suspects = clocks.indices.filter { doubt(clocks[$0]) != nil }
    let trusted = clocks.indices.filter {
      !suspects.contains($0) && clocks[$0].besideOthers.count >= Self.fewestLines
    }
    let all = clocks.reduce(0) { $0 + $1.messages }
    return suspects.compactMap { index in
      let clock = clocks[index]
      let isMinority = clock.messages * 2 < all && trusted.count >= 2
      guard let doubt = doubt(clock), doubt.isByReports || isMinority else { return nil }
      return WrongClock(
        index: UInt16(index), name: clock.station.name, error: doubt.error,
        firstLine: clock.firstLine)
    }
  }

  /// What speaks against a clock; a clock that the base stations confirm is right.
  private func doubt(_ clock: Clock) -> (error: Int64, isByReports: Bool)? {
    if clock.besideReports.count >= Self.fewestReports {
      return clock.besideReports.steadyError.map { ($0, true) }
    }
    guard clock.besideOthers.count >= Self.fewestLines else { return nil }
    return clock.besideOthers.steadyError.map { ($0, false) }
  }

  /// The number of a station.
  mutating func index(of station: Station, line: UInt32) -> UInt16 {
    if let current, current.station == station { return current.index }
    let index = indices[station] ?? added(station, line: line)
    current = (station, index)
    return index
  }

  private mutating func added(_ station: Station, line: UInt32) -> UInt16 {
    let station = clocks.count < Self.mostStations ? station : .unnamed
    if let index = indices[station] { return index }
    let index = UInt16(clocks.count)
    clocks.append(Clock(station: station, firstLine: line))
    indices[station] = index
    return index
  }
}

/// How often a clock differed from another, and by how much when it always was the same.
private struct Comparisons {
  private(set) var count = 0
  private var apart = 0
  // The majority vote of Boyer and Moore: what most differences agree on outlasts the others.
  private var candidate: Int64 = 0
  private var votes = 0

  mutating func add(_ difference: Int64, tolerance: Int64) {
    count += 1
    guard abs(difference) > tolerance else { return }
    apart += 1
    if votes == 0 { candidate = difference }
    votes += abs(difference - candidate) <= tolerance ? 1 : -1
  }

  /// The error of a clock that is apart four times out of five, and nearly always by as much.
  var steadyError: Int64? {
    apart * 5 >= count * 4 && apart > 0 && votes * 5 >= apart * 3 ? candidate : nil
  }
}
