import Maritime
import RuleLanguage
import TestSupport
import Testing

struct PathTests {
  /// Every pair of contacts is tried.
  @Test func agreesWithBruteForce() {
    var random = SeededGenerator(seed: 2270)
    var answers: [RuleEvaluation.Answer: Int] = [:]
    for _ in 0..<rounds(120) {
      let shape = PathShape(&random)
      let rule = SampleRules.compiled(match: shape.yaml, rest: shape.evidence)
      for _ in 0..<25 {
        let facts = (0..<random.number(1...9)).map { _ in randomMeeting(&random) }
        let evaluation = rule.evaluate(input(facts))
        let expected = shape.answer(facts)
        answers[evaluation.answer, default: 0] += 1
        let found = evaluation.matches.map { $0.facts.map(\.id) }
        guard evaluation.answer == expected.answer, Set(found) == expected.ids else {
          Issue.record("\(shape.yaml)\n\(facts)\n\(evaluation.answer) \(found)\n\(expected)")
          return
        }
        let turned = rule.evaluate(input(facts.reversed()))
        #expect(turned.matches.map { $0.facts.map(\.id) } == found)
      }
    }
    #expect(answers.values.allSatisfy { $0 > 200 } && answers.count == 3, "\(answers)")
  }

  private func input(_ facts: [Fact]) -> EvaluationInput {
    let plain = SampleRules.input(facts)
    return EvaluationInput(
      vessel: SampleRules.vessel, state: [:], facts: plain.facts, fleet: plain.fleet,
      now: plain.now
    ) { query in
      query.vessel == vessels[3]
        ? .listed([])
        : query.vessel == vessels[2] ? .unknown(reason: "no dates", entries: []) : .notListed
    }
  }

  private func randomMeeting(_ random: inout SeededGenerator) -> Fact {
    let start = random.number(0...60)
    let owner = SampleRules.pick([0, 0, 1, 2], &random)
    let partner = SampleRules.pick([0, 1, 1, 2, 3, 3, nil], &random).map { vessels[$0] }
    let night = SampleRules.pick([true, true, false, nil], &random)
    return SampleRules.fact(
      "encounter", start, start + random.number(0...5), of: vessels[owner],
      ["partner": partner.map(FactValue.vessel), "at_night": night.map(FactValue.bool)])
  }

  /// A bunker barge meets everybody: nothing is said about whom it met.
  @Test func doesNotCutFanOut() throws {
    let rule = SampleRules.compiled(
      match: """
        path:
          over: encounter
          hops: 2
          max_fan_out: 3
          as: [near, far]
          where: [far.partner on @lists/un at far.start]
        """, rest: "evidence: {say: \"{far.partner} through {near.partner}\"}")
    let near = SampleRules.fact(
      "encounter", 0, 1, of: vessels[0], ["partner": .vessel(vessels[1])])
    let met = (0..<4).map { hour in
      SampleRules.fact(
        "encounter", 2 + hour, 3 + hour, of: vessels[1], ["partner": .vessel(vessels[3])])
    }
    let few = rule.evaluate(input([near] + met.prefix(3)))
    #expect(few.matches.count == 3)
    #expect(few.matches.first?.sentence == "MMSI 273000004 through MMSI 273000002")
    let many = rule.evaluate(input([near] + met))
    #expect(many.answer == .unknown)
    #expect(many.undetermined.map(\.clause) == ["max_fan_out: 3"])
    let outcomes = rule.explain(input([near] + met.prefix(1)))
    #expect(outcomes.map(\.answer) == [.yes])
    #expect(rule.explain(input([near])).map(\.answer) == [.no])
  }

  @Test func startsFromEveryVesselOfAProgram() {
    let rule = SampleRules.compiled(
      match: "path: {over: encounter, hops: 2, max_fan_out: 9, as: [near, far]}",
      rest: "for: program")
    let facts = [(0, 1), (1, 2), (2, 0), (1, 0)].enumerated().map { index, pair in
      SampleRules.fact(
        "encounter", index, index + 1, of: vessels[pair.0], ["partner": .vessel(vessels[pair.1])])
    }
    let all = EvaluationInput(
      program: FleetFacts(facts), now: SampleRules.hour(9000), lists: { _ in .notListed })
    let found = rule.evaluate(all).matches.map { $0.facts.map(\.id) }
    #expect(found == [[facts[0], facts[1]], [facts[1], facts[2]]].map { $0.map(\.id) })
  }

  @Test(arguments: [
    "over: port_call, hops: 1, max_fan_out: 9, as: [near]  # error: no-partner",
    "over: encoutner, hops: 1, max_fan_out: 9, as: [near]  # error: unknown-fact",
    "over: encounter, hops: 3, max_fan_out: 9, as: [near]  # error: invalid-number",
    "over: encounter, hops: 2, max_fan_out: 9, as: [near]  # error: wrong-shape",
    "over: encounter, hops: 2, max_fan_out: 9, as: [near, near]  # error: duplicate-name",
    "over: encounter, hops: 1, max_fan_out: 900, as: [near]  # error: invalid-number",
    "over: encounter, hops: 1, as: [near]  # error: missing-key",
    "over: encounter, hops: 1, max_fan_out: 9, as: [near], ordered: yes  # error: unknown-choice",
    "over: encounter, hops: 1, max_fan_out: 9, as: [near], each_edge: [duraton > 2h]  "
      + "# error: unknown-field",
    "over: encounter, hops: 1, max_fan_out: 9, as: [near], where: [far.duration > 2h]  "
      + "# error: unknown-name",
  ])
  func refuses(_ keys: String) {
    let (yaml, comment) = split(keys)
    expectDiagnostics(SampleRules.rule(match: "path: {\(yaml)}  \(comment)"))
  }
}

private let vessels = (273_000_001...273_000_004).map { sampleVessel(mmsi: $0) }

/// A random path, and what it means, written a second time in the plainest way.
private struct PathShape {
  let hops: Int
  let isOrdered: Bool
  let within: Int?
  let fanOut: Int

  init(_ random: inout SeededGenerator) {
    hops = random.number(1...2)
    isOrdered = random.chance(oneIn: 2)
    within = random.chance(oneIn: 2) ? random.number(5...50) : nil
    fanOut = random.number(2...6)
  }

  /// Names the contacts in their order, which need not be that of time.
  var evidence: String { "evidence: {cite: [\(hops == 1 ? "last" : "near, last")]}" }

  var yaml: String {
    """
    path:
      over: encounter
      hops: \(hops)
      ordered: \(isOrdered)
      max_fan_out: \(fanOut)
      \(within.map { "within: \($0)h" } ?? "each_edge: [at_night == true]")
      \(within == nil ? "" : "each_edge: [at_night == true]")
      as: [\(hops == 1 ? "last" : "near, last")]
      where: [last.partner on @lists/un at last.start]
    """
  }

  func answer(_ facts: [Fact]) -> (answer: RuleEvaluation.Answer, ids: Set<[String]>) {
    var truths: [(ids: [String], truth: Int)] = []
    let starts = edges(of: vessels[0], facts)
    if starts.count > fanOut { return (.unknown, []) }
    for near in starts {
      if hops == 1 {
        truths.append(([near.id], judge([near])))
      } else if let partner = near.partner {
        guard partner != vessels[0] else { continue }
        let next = edges(of: partner, facts)
        if next.count > fanOut { truths.append(([], 1)) }
        for far in next where next.count <= fanOut && far.id != near.id {
          truths.append(([near.id, far.id], judge([near, far])))
        }
      } else {
        truths.append(([], 1))
      }
    }
    let found = Set(truths.filter { $0.truth == 2 }.map(\.ids))
    if !found.isEmpty { return (.fires, found) }
    return (truths.contains { $0.truth == 1 } ? .unknown : .doesNotFire, [])
  }

  /// The contacts of a vessel that are at night, or may be.
  private func edges(of vessel: VesselReference, _ facts: [Fact]) -> [Fact] {
    facts.filter { $0.header.vessel == vessel && $0.isNight != false }
  }

  /// 0 for no, 1 for unknown, 2 for yes.
  private func judge(_ chain: [Fact]) -> Int {
    var truth = chain.map { $0.isNight == true ? 2 : 1 }.min() ?? 2
    guard let last = chain.last else { return 0 }
    if chain.count == 2 {
      if isOrdered, !chain[0].precedes(last) { return 0 }
      let ends = chain.map(\.end).max() ?? 0
      if let within, ends - (chain.map(\.start).min() ?? 0) > within { return 0 }
    }
    if chain.contains(where: { $0.partner == vessels[0] }) { return 0 }
    truth = min(truth, chain.allSatisfy { $0.partner != nil } ? 2 : 1)
    guard let partner = last.partner else { return truth }
    return min(truth, partner == vessels[3] ? 2 : partner == vessels[2] ? 1 : 0)
  }
}

extension Fact {
  fileprivate var start: Int { Int((header.span.start - SampleRules.epoch) / 3_600_000) }
  fileprivate var end: Int {
    Int(((header.span.end ?? header.span.start) - SampleRules.epoch) / 3_600_000)
  }
  fileprivate var isNight: Bool? {
    if case .bool(let isTrue)? = value("at_night") { isTrue } else { nil }
  }
  fileprivate var partner: VesselReference? {
    if case .vessel(let vessel)? = value("partner") { vessel } else { nil }
  }
  fileprivate func precedes(_ other: Fact) -> Bool {
    (start, end, id) < (other.start, other.end, other.id)
  }
}
