import Maritime
import Testing
import Watchlists

struct EntryDecisionTests {
  /// The words of a subject, as a verdict has them, name the same subject.
  @Test(arguments: [
    "IMO 9358010", "MMSI 273210000", "IMO company 5000001", "LEI 5493001KJTIIGC8Y1R12",
    "registration RU 1027700092661", "ALPHA SHIPPING LTD", "IMO HOLDINGS", "MMSI NONE",
  ])
  func readsTheWordsOfASubject(_ words: String) {
    let subject = EntryDecision.Subject(words: words)
    #expect(subject.description == words)
    switch subject {
    case .hull: #expect(words.hasPrefix("IMO 9"))
    case .radio: #expect(words.hasPrefix("MMSI 2"))
    case .companyNumber: #expect(words.hasPrefix("IMO company"))
    case .lei: #expect(words.hasPrefix("LEI"))
    case .registration: #expect(words.hasPrefix("registration"))
    case .companyName: #expect(["ALPHA SHIPPING LTD", "IMO HOLDINGS", "MMSI NONE"].contains(words))
    }
  }
}
