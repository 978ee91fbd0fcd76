/// The numbered bits of a message, whole or in its usual short form.
protocol MessageFields {
  /// How many bits were sent.
  var count: Int { get }
  /// The `width` bits from `start` as a number; at most 32 of them.
  func unsigned(_ start: Int, _ width: Int) -> Int
}

extension MessageFields {
  /// The `width` bits from `start` as a number in two's complement.
  @inline(__always)
  func signed(_ start: Int, _ width: Int) -> Int {
    let value = unsigned(start, width)
    return value &>> (width &- 1) == 0 ? value : value &- 1 &<< width
  }
}
