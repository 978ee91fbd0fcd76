/// Eight bytes of text at once, the first in the lowest byte.
///
/// Swift has no mask of a SIMD comparison, so words are compared by arithmetic.
@inline(__always)
func eightBytes(_ base: UnsafePointer<UInt8>) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
}

/// A word of eight times the same byte.
@inline(__always)
func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The high bit of each byte of `word` that equals that of `pattern`.
@inline(__always)
func equalBytes(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
  let difference = word ^ pattern
  return ~(((difference & lowBits) &+ lowBits) | difference | lowBits)
}

/// The number of eight decimal digits, or of fewer that end in the highest byte of `digits`.
///
/// - Parameter digits: Digits from 0 to 9, one a byte, the most significant in the lowest byte.
/// - Returns: `nil` when a byte is no digit.
@inline(__always)
func decimal(_ digits: UInt64) -> UInt64? {
  // 0x76 lifts 10 and more over the high bit.
  guard (((digits & lowBits) &+ 0x7676_7676_7676_7676) | digits) & highBits == 0 else { return nil }
  let pairs = (digits &* 10) &+ (digits >> 8)
  let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
  let odd = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
  return (even &+ odd) >> 32
}

/// The number of the first `count` digits at `base`, from 1 to 8; reads eight bytes in any case.
@inline(__always)
func decimal(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
  decimal((eightBytes(base) ^ repeated(0x30)) &<< UInt64(64 &- 8 &* count))
}

extension FieldBytes {
  /// `scaled(digits:)` for the numbers that feeds have; `nil` for any other, which is read by that.
  ///
  /// A sign, one to seven digits, and up to seven after a point; `digits` is at most seven.
  /// Reads up to eight bytes beyond the field.
  @inline(__always)
  func plainNumber(digits: Int) -> Int64? {
    let isNegative = count > 0 && base[0] == 0x2D
    let start = base + (isNegative ? 1 : 0)
    let length = count - (isNegative ? 1 : 0)
    let word = eightBytes(start)
    let point = min(length, equalBytes(word, repeated(0x2E)).trailingZeroBitCount / 8)
    if point > 0, length - point >= 2, length - point - 1 <= digits, length <= 9 {
      // The digits before and behind the point, moved together, are one number.
      let before = (1 &<< UInt64(8 &* point)) &- 1
      let joined = (word & before) | (eightBytes(start + 1) & ~before)
      guard let number = decimal((joined ^ repeated(0x30)) &<< UInt64(72 &- 8 &* length)) else {
        return nil
      }
      let value = Int64(number) &* power(digits - (length - point - 1))
      return isNegative ? -value : value
    }
    guard point > 0, point < 8, let whole = decimal(start, point) else { return nil }
    let places = length - point - 1
    var value = Int64(whole) &* power(digits)
    if places > 0 {
      guard places < 8, let fraction = decimal(start + point + 1, places) else { return nil }
      if places <= digits {
        value &+= Int64(fraction) &* power(digits - places)
      } else if places == digits + 1 {
        let (tenths, last) = fraction.quotientAndRemainder(dividingBy: 10)
        value &+= Int64(tenths) + (last >= 5 ? 1 : 0)
      } else {
        return nil
      }
    }
    return isNegative ? -value : value
  }
}

@inline(__always)
private func power(_ exponent: Int) -> Int64 {
  switch exponent {
  case 0: 1
  case 1: 10
  case 2: 100
  case 3: 1000
  case 4: 10_000
  case 5: 100_000
  case 6: 1_000_000
  default: 10_000_000
  }
}

private let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
private let highBits: UInt64 = 0x8080_8080_8080_8080
