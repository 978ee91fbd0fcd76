/// Reads particulars from static messages; the fields are those of ITU-R M.1371-5, annex 8.
extension Particulars {
  /// Reads type 5, which says everything.
  ///
  /// Two to four bits at the end, which do not matter, are often missing.
  init(voyageData bits: MessageBits) throws(NMEAFault) {
    guard bits.count >= 420 else { throw .shortMessage }
    let imo = bits.unsigned(40, 30)
    imoText = imo == 0 ? "" : String(imo)
    callSign = bits.text(70, length: 7)
    name = bits.text(112, length: 20)
    setType(bits.unsigned(232, 8))
    setSize(bits, at: 240)
    draughtTenths = UInt8(bits.unsigned(294, 8))
    destination = bits.text(302, length: 20)
  }

  /// Takes name, type and size from type 19.
  mutating func update(extendedReport bits: MessageBits) throws(NMEAFault) {
    guard bits.count >= 301 else { throw .shortMessage }
    name = bits.text(143, length: 20)
    setType(bits.unsigned(263, 8))
    setSize(bits, at: 271)
  }

  /// Takes from type 24 the name (part A), or type, call sign and size (part B).
  mutating func update(classBData bits: MessageBits, mmsi: UInt32) throws(NMEAFault) {
    guard bits.count >= 40 else { throw .shortMessage }
    switch bits.unsigned(38, 2) {
    case 0:
      guard bits.count >= 160 else { throw .shortMessage }
      name = bits.text(40, length: 20)
    case 1:
      guard bits.count >= 162 else { throw .shortMessage }
      setType(bits.unsigned(40, 8))
      callSign = bits.text(90, length: 7)
      // A craft of a parent ship, MMSI 98…, sends the parent's MMSI where others send their size.
      if mmsi / 10_000_000 != 98 { setSize(bits, at: 132) }
    default: throw .unknownPart
    }
  }

  /// Values from 100 are reserved or for regional use: they say no type.
  private mutating func setType(_ code: Int) { shipType = code < 100 ? UInt8(code) : 0 }

  /// Adds up the distances from the antenna to bow and stern, and to port and starboard.
  private mutating func setSize(_ bits: MessageBits, at start: Int) {
    length = UInt16(bits.unsigned(start, 9) + bits.unsigned(start + 9, 9))
    width = UInt16(bits.unsigned(start + 18, 6) + bits.unsigned(start + 24, 6))
  }
}
