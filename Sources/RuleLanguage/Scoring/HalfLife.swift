/// How much of something is left after a time, when half is left after each half-life.
///
/// Integers only: the mathematics library may differ between machines in the last digit, and a
/// verdict may not.
enum HalfLife {
  /// Everything: shares are counted in 2⁻³².
  static let whole: UInt64 = 1 << 32

  /// The share left after `age`; everything for an age of zero or less.
  ///
  /// Exact to 1/65,536 of a half-life: eight minutes for one of a year.
  static func share(after age: Int64, halfLife: Int64) -> UInt64 {
    guard age > 0, halfLife > 0 else { return whole }
    let (halvings, rest) = age.quotientAndRemainder(dividingBy: halfLife)
    guard halvings < 32 else { return 0 }
    let steps = halfLife.dividingFullWidth(rest.multipliedFullWidth(by: 1 << 16)).quotient
    let share = roots.enumerated().reduce(whole) { share, root in
      steps & (1 << (15 - root.offset)) == 0 ? share : (share * root.element) >> 32
    }
    return share >> UInt64(halvings)
  }

  /// 2 to the power of -1/2, -1/4, … -1/65,536, in 2⁻³², rounded down.
  static let roots: [UInt64] = [
    3_037_000_499, 3_611_622_602, 3_938_502_375, 4_112_874_773,
    4_202_935_003, 4_248_701_964, 4_271_771_996, 4_283_353_945,
    4_289_156_690, 4_292_061_009, 4_293_513_906, 4_294_240_539,
    4_294_603_902, 4_294_785_595, 4_294_876_444, 4_294_921_870,
  ]
}
