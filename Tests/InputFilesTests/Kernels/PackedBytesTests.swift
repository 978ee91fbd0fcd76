import InputFiles
import Testing

struct PackedBytesTests {
  @Test(arguments: [0, 1, 100, 1_000_000])
  func givesBackWhatItPacked(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let small = try #require(pack(bytes))
    #expect(unpack(small, count: count) == bytes)
    #expect(unpack(small, count: count + 1) == nil)
    #expect(unpack(Array(small.dropLast()), count: count) == nil)
  }

  @Test func refusesSizesThatNobodyPacked() {
    #expect(unpack([0x28, 0xB5, 0x2F, 0xFD], count: -1) == nil)
    #expect(unpack([0x28, 0xB5, 0x2F, 0xFD], count: .max) == nil)
  }
}
