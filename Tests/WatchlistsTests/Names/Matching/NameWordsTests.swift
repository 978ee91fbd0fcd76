import Testing

@testable import Watchlists

struct NameWordsTests {
  @Test(arguments: [
    ("M/V Ocean Star 5", Designation.Kind.vessel, "ocean star 5"),
    ("MT SEA-LION", .vessel, "sea lion"), ("MV", .vessel, "mv"),
    ("Sample Shipping Company Limited", .company, "sample shipping coltd"),
    ("Sample Shipping Co., Ltd.", .company, "sample shipping coltd"),
    ("Public Joint Stock Company Sovcomflot", .company, "pjsc sovcomflot"),
    ("OOO Sample", .company, "llc sample"), ("S.A. Sample", .company, "sa sample"),
    ("al-Qasim, Omar", .person, "qasim omar"), ("Al", .person, "al"),
    ("O'Brien J.", .person, "obrien j"), ("…", .other, ""),
  ])
  func leavesOutWhatSaysNothing(_ name: String, _ kind: Designation.Kind, words: String) {
    let found = NameWords(name, kind: kind).words.map { String(decoding: $0, as: UTF8.self) }
    #expect(found.joined(separator: " ") == words)
  }

  @Test func cutsWhatNoNameIs() {
    let long = NameWords(String(repeating: "word ", count: 1000), kind: .other).words
    #expect(long.count == NameWords.longest)
    #expect(NameWords(String(repeating: "x", count: 9999), kind: .other).words[0].count == 32)
  }
}
