import Testing

@testable import GenerateExample

@Suite struct SplitMix64Tests {
  @Test func givesTheSequenceOfItsAuthors() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  @Test func keepsNoiseWithinItsLimit() {
    var random = SplitMix64(seed: 7)
    #expect((0..<1000).allSatisfy { _ in (-3...3).contains(random.noise(3)) })
  }
}
