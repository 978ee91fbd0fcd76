import Detection
import Maritime
import TestSupport
import Testing

/// Changes real-like logs at random and checks that each line is still counted, whatever it is.
@Suite struct NMEAFuzzTests {
  private static let seeds = [
    AISEncoder.classA().sentence(), AISEncoder.classB().sentence(),
    AISEncoder.longRange().sentence(), AISEncoder.extendedClassB().sentence(),
    AISEncoder.name("SOLVEIG").sentence(), AISEncoder.description().sentence() + ",1767492000",
    checked("$PGHP,1,2026,1,4,2,0,0,11,219,,2190067,1,62"), tagBlock("si:AISD"),
    tagBlock("g:1-2-68,s:r1,c:1767492000") + AISEncoder.voyage().sentences(2)[0],
    tagBlock("g:2-2-68") + AISEncoder.voyage().sentences(2)[1],
    "1767492000123456789 " + AISEncoder.classA().sentence(), "# comment", "",
  ].map { Array($0.utf8) }

  private static let interesting = Array("!\\$#*,\r\n 0129AZaz`wxX@".utf8) + [0, 0x7F, 0x80, 0xFF]

  @Test(arguments: [1, 2, 3, 4])
  func accountsForEveryLineOfADamagedLog(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var decoder = NMEADecoder(file: 0, name: "log.nmea")
    var lines = 0
    for _ in 0..<50_000 {
      let block = damagedLine(&random) + [UInt8(ascii: "\n")]
      lines += block.count { $0 == UInt8(ascii: "\n") }
      decoder.read(block)
    }
    let batch = decoder.finish()
    #expect(batch.counts["lines"] == lines)
    expectAllAccounted(batch)
    // Damage must not be so heavy that nothing behind the checksum is tried.
    #expect(batch.positions.count > 1000)
    #expect((batch.counts["assembled messages"] ?? 0) > 100)
  }

  private func damagedLine(_ random: inout SeededGenerator) -> [UInt8] {
    var line = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)]
    for _ in 0..<Int.random(in: 0...3, using: &random) { damage(&line, &random) }
    return Int.random(in: 0..<2, using: &random) == 0 ? repaired(line) : line
  }

  private func damage(_ line: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...line.count, using: &random)
    let byte = Self.interesting[Int.random(in: 0..<Self.interesting.count, using: &random)]
    switch Int.random(in: 0..<5, using: &random) {
    case 0: line.insert(byte, at: place)
    case 1 where place < line.count: line[place] = byte
    case 2 where place < line.count: line[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 3 where place < line.count: line.remove(at: place)
    default: line.removeSubrange(place..<min(line.count, place + 9))
    }
  }

  /// Puts the right checksum before the end, so that damage in the fields is seen too.
  private func repaired(_ line: [UInt8]) -> [UInt8] {
    guard let start = line.lastIndex(of: UInt8(ascii: "!")),
      let star = line.lastIndex(of: UInt8(ascii: "*")), start < star
    else { return line }
    let body = String(decoding: line[start..<star], as: UTF8.self)
    return line[..<start] + Array(checked(body).utf8)
  }
}
