extension MessageBits {
  /// Appends the six bits of every character in `range`; false when one is not of the armour.
  ///
  /// Takes eight characters at a time as one integer, which is 48 bits of the message.
  mutating func append(armoured bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let taken = min(8, range.upperBound - index)
      let eight = eightCharacters(bytes, at: index, count: taken)
      guard let bits = armouredBits(eight) else { return false }
      append(bits >> UInt64(6 * (8 - taken)), count: 6 * taken)
      index += taken
    }
    return true
  }
}

/// Up to eight characters, the first in the highest byte; absent ones are `0`, which is no bits
/// set.
private func eightCharacters(_ bytes: Span<UInt8>, at index: Int, count: Int) -> UInt64 {
  bytes.withUnsafeBytes { raw in
    if count == 8 {
      return UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var result: UInt64 = 0x3030_3030_3030_3030
    for offset in 0..<count {
      let shift = UInt64(56 - 8 * offset)
      result ^= UInt64(raw[index + offset] ^ 0x30) << shift
    }
    return result
  }
}

/// The 48 bits of eight characters, or `nil` when one lies outside `0`–`W` and `` ` ``–`w`.
///
/// Each constant is the byte 0x80 less a bound, so that adding it sets the high bit of every
/// character that reaches the bound. The armour is that of ITU-R M.1371 as sent in IEC 61162-1.
private func armouredBits(_ characters: UInt64) -> UInt64? {
  let high: UInt64 = 0x8080_8080_8080_8080
  guard characters & high == 0 else { return nil }
  let fromZero = characters &+ 0x5050_5050_5050_5050  // 0x30
  let pastW = characters &+ 0x2828_2828_2828_2828  // 0x58
  let fromBacktick = characters &+ 0x2020_2020_2020_2020  // 0x60
  let pastSmallW = characters &+ 0x0808_0808_0808_0808  // 0x78
  guard fromZero & (~pastW | fromBacktick) & ~pastSmallW & high == high else { return nil }
  let gap = (fromBacktick & high) >> 4
  let sixes = characters &- 0x3030_3030_3030_3030 &- gap
  let twelves = ((sixes >> 2) & 0x0FC0_0FC0_0FC0_0FC0) | (sixes & 0x003F_003F_003F_003F)
  let pairs = ((twelves >> 4) & 0x00FF_F000_00FF_F000) | (twelves & 0x0000_0FFF_0000_0FFF)
  return ((pairs >> 8) & 0x0000_FFFF_FF00_0000) | (pairs & 0x0000_0000_00FF_FFFF)
}
