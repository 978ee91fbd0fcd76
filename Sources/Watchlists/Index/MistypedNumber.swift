import Maritime

/// The IMO numbers that somebody may have meant who wrote seven digits with one mistake.
///
/// One wrong digit or one swap of neighbours always changes the check digit, so a number with such
/// a mistake is never a valid one. Empty for a valid number and for text of another shape.
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
