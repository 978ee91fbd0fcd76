import TestSupport
import Testing

@testable import Detection

struct MMSITableTests {
  @Test func numbersMMSIsAsADictionaryWould() {
    var generator = SeededGenerator(seed: 23)
    var table = MMSITable()
    var known: [UInt32: Int] = [:]
    for _ in 0..<20_000 {
      let mmsi = UInt32.random(in: 1...6000, using: &generator) * 1024
      #expect(table.existing(mmsi) == known[mmsi])
      let index = known[mmsi] ?? known.count
      known[mmsi] = index
      #expect(table.index(of: mmsi) == index)
    }
    #expect(table.keys.count == known.count)
    #expect(table.keys.enumerated().allSatisfy { known[$1] == $0 })
  }
}
