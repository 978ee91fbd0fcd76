import Maritime

/// The IMO numbers that somebody may have meant who wrote seven digits with one mistake.
///
/// Empty for a valid number, which may be another hull's, and for text of another shape.
func meantNumbers(_ text: String) -> [IMONumber] {
  let written = Array(text.trimmed.droppingPrefix("IMO").trimmed.utf8)
  guard written.count == 7, written.allSatisfy({ (48...57).contains($0) }),
    IMONumber(String(decoding: written, as: UTF8.self)) == nil
  else { return [] }
  var numbers: Set<IMONumber> = []
  func insert(_ change: (inout [UInt8]) -> Void) {
    var changed = written
    change(&changed)
    if let number = IMONumber(String(decoding: changed, as: UTF8.self)) { numbers.insert(number) }
  }
  for place in written.indices {
    for digit in UInt8(48)...57 { insert { $0[place] = digit } }
    if place > 0 { insert { $0.swapAt(place, place - 1) } }
  }
  return numbers.sorted()
}

/// Whether two valid IMO numbers differ in one digit.
///
/// The check digit shows every swap of neighbours and nine wrong digits of ten: the weights 6, 5,
/// 4 and 2 leave it as it is when a digit changes by five, or by an even number under the weight 5.
/// Two hulls may differ so too, so that something else must agree.
func differInOneDigit(_ a: IMONumber, _ b: IMONumber) -> Bool {
  let (one, other) = (Array(a.description.utf8), Array(b.description.utf8))
  return zip(one, other).count { $0 != $1 } == 1
}
