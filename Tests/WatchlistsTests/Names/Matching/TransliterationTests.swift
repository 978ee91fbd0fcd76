import Testing

@testable import Watchlists

struct TransliterationTests {
  @Test(arguments: [
    ("Ангара", "angara"), ("Щербаков Юрий", "shcherbakov yuriy"), ("Жуков", "zhukov"),
    ("Ελλάς", "ellas"), ("ANGARA", "angara"), ("Łódź Ørsted", "lodz orsted"),
  ])
  func writesLatinLetters(_ name: String, latin: String) {
    let words = NameWords(name, kind: .other).words.map { String(decoding: $0, as: UTF8.self) }
    #expect(words.joined(separator: " ") == latin)
  }

  /// Foundation's transforms know these scripts; what they write is theirs, but it is Latin.
  @Test(arguments: ["محمد", "김정은", "王伟", "משה"])
  func leavesNoOtherScript(_ name: String) {
    let words = NameWords(name, kind: .person).words
    #expect(!words.isEmpty)
    #expect(words.allSatisfy { $0.allSatisfy { $0 < 128 } }, "\(words)")
  }
}
