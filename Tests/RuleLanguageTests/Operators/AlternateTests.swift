import Maritime
import RuleLanguage
import TestSupport
import Testing

struct AlternateTests {
  /// Every chain is tried.
  @Test func agreesWithBruteForce() {
    var random = SeededGenerator(seed: 1695)
    var answers: [RuleEvaluation.Answer: Int] = [:]
    for _ in 0..<rounds(150) {
      let shape = AlternateShape(&random)
      let rule = SampleRules.compiled(match: shape.yaml)
      for _ in 0..<20 {
        let facts = (0..<random.number(2...9)).map { _ in randomCall(&random) }
        let evaluation = rule.evaluate(SampleRules.input(facts))
        let expected = shape.answer(facts)
        answers[evaluation.answer, default: 0] += 1
        let found = evaluation.matches.first?.facts.map(\.id) ?? []
        guard evaluation.answer == expected.answer, found == expected.ids else {
          Issue.record("\(shape.yaml)\n\(facts)\n\(evaluation.answer) \(found)\n\(expected)")
          return
        }
        let turned = rule.evaluate(SampleRules.input(facts.reversed()))
        #expect(turned.matches.first?.facts.map(\.id) ?? [] == found)
      }
    }
    #expect(answers.values.allSatisfy { $0 > 200 } && answers.count == 3, "\(answers)")
  }

  private func randomCall(_ random: inout SeededGenerator) -> Fact {
    let start = random.number(0...60)
    let port = SampleRules.pick(["KPNAM", "KPRJN", "CNDLC", "KPNAM", "KPRJN", nil], &random)
    return SampleRules.fact(
      "port_call", start, start + random.number(0...5),
      ["port": port.map { .port(PortReference(code: $0)) }])
  }

  @Test func countsTheLegs() throws {
    let rule = SampleRules.compiled(
      match: """
        alternate:
          fact: port_call
          as: legs
          between: [port == KPRJN, port == KPNAM]
          legs_at_least: 2
          max_leg: 120h
          within: 90d
          allow_other_stops: 1
        """, rest: "evidence: {say: \"{legs.legs} legs in {legs.count} calls\"}")
    let calls = ["KPRJN", "CNDLC", "KPNAM", "KPRJN", "KPRJN", "KPNAM"].enumerated().map {
      SampleRules.fact(
        "port_call", $0 * 48, $0 * 48 + 12, ["port": .port(PortReference(code: $1))])
    }
    let match = try #require(rule.evaluate(SampleRules.input(calls)).matches.first)
    #expect(match.sentence == "3 legs in 4 calls")
    let outcomes = rule.explain(SampleRules.input(Array(calls.prefix(3))))
    #expect(
      outcomes.map(\.clause) == ["port == KPRJN", "port == KPNAM", "legs_at_least: 2"])
    #expect(outcomes.map(\.answer) == [.yes, .yes, .no])
    #expect(outcomes.last?.values == ["legs = 1"])
  }

  @Test(arguments: [
    "between: [port == KPRJN], legs_at_least: 2, within: 9d  # error: wrong-shape",
    "between: [port == KPRJN, prot == KPNAM], legs_at_least: 2, within: 9d  # error: unknown-field",
    "between: [port == KPRJN, port == KPNAM], legs_at_least: 0, within: 9d  "
      + "# error: invalid-number",
    "between: [port == KPRJN, port == KPNAM], legs_at_least: 2  # error: missing-key",
    "between: [port == KPRJN, port == KPNAM], legs_at_least: 2, within: 9d, max_leg: 9nm  "
      + "# error: wrong-unit",
  ])
  func refuses(_ keys: String) {
    let (yaml, comment) = split(keys)
    expectDiagnostics(
      SampleRules.rule(match: "alternate: {fact: port_call, \(yaml)}  \(comment)"))
  }
}

/// A random shuttle, and what it means, written a second time in the plainest way.
private struct AlternateShape {
  let legs: Int
  let longestLeg: Int?
  let within: Int
  let others: Int

  init(_ random: inout SeededGenerator) {
    legs = random.number(1...4)
    longestLeg = random.chance(oneIn: 2) ? random.number(2...30) : nil
    within = random.number(10...70)
    others = random.number(0...2)
  }

  var yaml: String {
    """
    alternate:
      fact: port_call
      between: [port == KPNAM, port == KPRJN]
      legs_at_least: \(legs)
      within: \(within)h
      allow_other_stops: \(others)
      \(longestLeg.map { "max_leg: \($0)h" } ?? "")
    """
  }

  func answer(_ facts: [Fact]) -> (answer: RuleEvaluation.Answer, ids: [String]) {
    let stops = facts.sorted {
      ($0.start, $0.end, $0.id) < ($1.start, $1.end, $1.id)
    }
    let chains = self.chains(stops)
    let certain = chains.filter { truth($0, stops) == 2 }
    if let best = certain.min(by: { isReported($0, before: $1, stops) }) {
      return (.fires, best.stops.map { stops[$0].id })
    }
    return (chains.contains { truth($0, stops) == 1 } ? .unknown : .doesNotFire, [])
  }

  private struct Chain {
    let stops: [Int]
    /// Whether the first stop is at Nampo.
    let isFromFirst: Bool
  }

  private func chains(_ stops: [Fact]) -> [Chain] {
    (0..<(1 << stops.count)).flatMap { bits -> [Chain] in
      let chosen = stops.indices.filter { bits & (1 << $0) != 0 }
      guard chosen.count > legs else { return [] }
      return [true, false].map { Chain(stops: chosen, isFromFirst: $0) }
    }
  }

  /// 0 for no, 1 for unknown, 2 for yes.
  private func truth(_ chain: Chain, _ stops: [Fact]) -> Int {
    let (first, last) = (stops[chain.stops[0]], stops[chain.stops[chain.stops.count - 1]])
    guard last.end - first.start <= within else { return 0 }
    var truth = 2
    for (index, stop) in chain.stops.enumerated() {
      let wanted = (index % 2 == 0) == chain.isFromFirst ? "KPNAM" : "KPRJN"
      truth = min(truth, stops[stop].portCode.map { $0 == wanted ? 2 : 0 } ?? 1)
    }
    for (from, to) in zip(chain.stops, chain.stops.dropFirst()) {
      if let longestLeg, stops[to].start - stops[from].end > longestLeg { return 0 }
      let between = stops[(from + 1)..<to].map(\.portCode)
      let sure = between.count { $0 == "CNDLC" }
      let most = between.count { $0 == nil || $0 == "CNDLC" }
      truth = min(truth, most <= others ? 2 : sure <= others ? 1 : 0)
    }
    return truth
  }

  private func isReported(_ a: Chain, before b: Chain, _ stops: [Fact]) -> Bool {
    if a.stops.count != b.stops.count { return a.stops.count > b.stops.count }
    let (endA, endB) = (stops[a.stops.last ?? 0].end, stops[b.stops.last ?? 0].end)
    if endA != endB { return endA < endB }
    let (startA, startB) = (stops[a.stops[0]].start, stops[b.stops[0]].start)
    if startA != startB { return startA > startB }
    return a.stops.reversed().lexicographicallyPrecedes(b.stops.reversed())
  }
}

extension Fact {
  fileprivate var start: Int { Int((header.span.start - SampleRules.epoch) / 3_600_000) }
  fileprivate var end: Int {
    Int(((header.span.end ?? header.span.start) - SampleRules.epoch) / 3_600_000)
  }
  fileprivate var portCode: String? {
    if case .port(let port)? = value("port") { port.code } else { nil }
  }
}
