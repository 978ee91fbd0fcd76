/// The natural logarithm of a whole number in thousandths, rounded down.
///
/// In whole numbers, so that a score is the same on every machine: the digits of the binary
/// logarithm come from squaring, one a step.
///
/// - Precondition: `number` is positive.
func thousandthsOfLogarithm(_ number: Int) -> Int32 {
  precondition(number > 0, "only positive numbers have a logarithm")
  let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
  // The mantissa in 1..<2 with 30 bits behind the point.
  var mantissa =
    exponent <= 30 ? UInt64(number) << (30 - exponent) : UInt64(number) >> (exponent - 30)
  var binary = UInt64(exponent) << 16
  for bit in (0..<16).reversed() {
    mantissa = (mantissa * mantissa) >> 30
    if mantissa >= 1 << 31 {
      mantissa >>= 1
      binary |= 1 << UInt64(bit)
    }
  }
  // ln 2 = 0.693147…
  return Int32((binary * 693_147) / (65_536 * 1000))
}
