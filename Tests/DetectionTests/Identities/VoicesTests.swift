import Detection
import Maritime
import Testing

struct VoicesTests {
  /// A vessel that says in turns that it is `A` and `B`, every half hour.
  private func journey(_ names: [String]) -> Journey {
    var journey = Journey(200_000_001, 0, 20)
    for name in names {
      journey.say(name: name)
      journey.stay(hours: 0.5)
      journey.say(name: name)
    }
    return journey
  }

  private func changes(_ names: [String]) -> [String?] {
    facts(of: [journey(names)], kind: "identity_change").map { $0.text("to") }
  }

  @Test func hearsOneVoiceThatChanges() {
    #expect(changes(["A", "A", "B", "B"]) == ["B"])
    #expect(changes(["A", "B", "A", "A"]) == ["B", "A"])
  }

  /// Four switches within two days are two who take turns, and neither changes.
  @Test func tellsTwoVoicesApart() {
    let turns = Array(repeating: ["A", "B"], count: 20).flatMap(\.self)
    #expect(changes(turns).isEmpty)
    let names = facts(of: [journey(turns)], kind: "identity").map { $0.text("name") }
    #expect(Set(names) == ["A", "B"])
  }

  @Test func hearsAChangeOfOneOfTwoVoices() {
    let before = Array(repeating: ["A", "B"], count: 10).flatMap(\.self)
    let after = Array(repeating: ["A", "C"], count: 10).flatMap(\.self)
    #expect(changes(before + after) == ["C"])
  }
}
