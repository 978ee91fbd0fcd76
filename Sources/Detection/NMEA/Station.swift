/// The receiver that a tag block names as its source (`s:`), or none.
///
/// The name is kept as its first sixteen bytes; NMEA 0183 4.10 allows fifteen.
struct Station: Hashable, Sendable {
  static let unnamed = Station()

  private var first: UInt64 = 0
  private var second: UInt64 = 0

  private init() {}

  /// Reads the name in `range`.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for (place, index) in range.prefix(16).enumerated() {
      let letter = UInt64(bytes[index]) << UInt64(56 - place % 8 * 8)
      if place < 8 { first |= letter } else { second |= letter }
    }
  }

  /// The name for people.
  var name: String {
    let letters = [first, second].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - $0 * 8)) }
    }
    return String(decoding: letters.filter { $0 != 0 }, as: UTF8.self)
  }
}
