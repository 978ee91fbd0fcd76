import Maritime

/// SplitMix64: the same numbers on every run.
struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[next(choices.count)] }

  /// A point within so many degrees of another.
  mutating func point(
    near middle: (latitude: Double, longitude: Double), degrees: Int
  ) -> Coordinate {
    let (north, east) = (next(2_000_001) - 1_000_000, next(2_000_001) - 1_000_000)
    let point = Coordinate(
      latitude: middle.latitude + Double(north * degrees) / 1e6,
      longitude: middle.longitude + Double(east * degrees) / 1e6)
    guard let point else { preconditionFailure("the middle is far from the poles") }
    return point
  }
}
