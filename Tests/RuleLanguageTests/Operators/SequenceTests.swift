import Maritime
import RuleLanguage
import TestSupport
import Testing

struct SequenceTests {
  /// The example of the language page: a scan that takes the first encounter misses the call.
  @Test func findsWhatAGreedyScanMisses() {
    let rule = compile(
      """
      sequence:
        steps:
          - fact: ais_gap
          - fact: encounter
          - {fact: port_call, after: 0h..2d}
      """)
    let facts = [
      fact("ais_gap", 0, 1), fact("encounter", 24, 25), fact("encounter", 96, 97),
      fact("port_call", 120, 121),
    ]
    let evaluation = rule.evaluate(input(facts))
    #expect(evaluation.answer == .fires)
    #expect(
      evaluation.matches.map { $0.facts.map(\.id) } == [[facts[0], facts[2], facts[3]].map(\.id)])
  }

  @Test func repeatsAfterTheLastUsedFact() {
    let rule = compile(
      """
      sequence:
        pick: each
        steps: [{fact: ais_gap}, {fact: port_call}]
      """)
    let facts = [
      fact("ais_gap", 0, 1), fact("port_call", 2, 3), fact("ais_gap", 4, 5),
      fact("ais_gap", 6, 7), fact("port_call", 8, 9),
    ]
    let matches = rule.evaluate(input(facts)).matches.map { $0.facts.map(\.id) }
    #expect(matches == [[facts[0].id, facts[1].id], [facts[3].id, facts[4].id]])
  }

  /// Every tuple is tried: the reference that the language page names.
  @Test func agreesWithBruteForce() {
    var random = SeededGenerator(seed: 1718)
    var answers: [RuleEvaluation.Answer: Int] = [:]
    for _ in 0..<rounds(150) {
      let shape = Shape(random: &random)
      let rule = compile(shape.yaml)
      for _ in 0..<20 {
        let facts = randomFacts(&random)
        let evaluation = rule.evaluate(input(facts))
        let expected = shape.bruteForce(facts)
        answers[evaluation.answer, default: 0] += 1
        let found = evaluation.matches.map { $0.facts.map(\.id) }
        if evaluation.answer != expected.answer || found != expected.ids {
          Issue.record("\(shape.yaml)\n\(facts.map(\.timeline))\n\(found)\n\(expected)")
          return
        }
      }
    }
    #expect(answers.values.reduce(0, +) >= 3000)
    #expect(answers.count == 3)
    #expect(answers.values.allSatisfy { $0 >= 30 }, "\(answers)")
  }

  /// Four steps over two thousand facts would be sixteen million million tuples.
  @Test(.timeLimit(.minutes(1))) func staysQuickOnLongHistories() {
    let rule = compile(
      """
      sequence:
        within: 10d
        steps:
          - {fact: encounter, as: a, where: [at_night == true]}
          - {fact: encounter, as: b, after: 0h..12h}
          - {fact: encounter, as: c, after: 0h..12h}
          - {fact: port_call, after: 0h..12h}
      """)
    let facts = (0..<2000).map { fact("encounter", $0 * 4, $0 * 4 + 2, night: $0 % 3 == 0) }
    #expect(rule.evaluate(input(facts)).answer == .doesNotFire)
    let last = fact("port_call", 8003, 8004)
    #expect(rule.evaluate(input(facts + [last])).answer == .fires)
  }

  private func randomFacts(_ random: inout SeededGenerator) -> [Fact] {
    (0..<Int(4 + random.next() % 7)).map { _ in
      let kinds = ["ais_gap", "encounter", "port_call"]
      let start = Int(random.next() % 30)
      let night: Bool? = [true, true, true, false, nil][Int(random.next() % 5)]
      let place: Int? = [1, 1, 1, 2, nil][Int(random.next() % 5)]
      return fact(
        kinds[Int(random.next() % 3)], start, start + Int(random.next() % 6), night: night,
        place: place, isOwn: random.next() % 4 != 0)
    }
  }
}

/// A random sequence, and what it means, written a second time in the plainest way.
private struct Shape {
  struct Step {
    let kind: String
    let needsNight: Bool
    let after: ClosedRange<Int>?
    let during: Int?
    /// A clause that compares with the first step.
    let isLaterThanFirstBy: Int?
    /// How long after its end the next step may start.
    let before: ClosedRange<Int>?
    /// Whether it starts where the step before it did.
    let isSamePlace: Bool
    /// Whether it may be a fact of another vessel.
    let isAcross: Bool
  }

  let steps: [Step]
  let within: Int?
  let pick: String

  init(random: inout SeededGenerator) {
    func chance(_ of: UInt64) -> Bool { random.next() % of == 0 }
    func kind() -> String { ["ais_gap", "encounter", "port_call"][Int(random.next() % 3)] }
    within = chance(2) ? Int(5 + random.next() % 20) : nil
    pick = ["first", "last", "each"][Int(random.next() % 3)]
    let count = Int(2 + random.next() % 3)
    // Without a bound in time, the facts of all vessels would cost too much.
    let across = within == nil ? nil : Int(random.next() % UInt64(2 * count))
    steps = (0..<count).map { index in
      let kind = kind()
      let low = Int(random.next() % 4)
      return Step(
        kind: kind, needsNight: kind == "encounter" && !chance(3),
        after: index > 0 && chance(2) ? low...(low + Int(random.next() % 10)) : nil,
        during: index > 0 && chance(5) ? Int(random.next() % UInt64(index)) : nil,
        isLaterThanFirstBy: index > 0 && chance(4) ? Int(random.next() % 12) : nil,
        before: index < count - 1 && chance(5) ? 0...Int(random.next() % 12) : nil,
        isSamePlace: index > 0 && chance(5), isAcross: index == across)
    }
  }

  var yaml: String {
    let lines = steps.enumerated().map { index, step in
      var parts = ["fact: \(step.kind)", "as: s\(index)"]
      if let after = step.after {
        parts.append("after: \(after.lowerBound)h..\(after.upperBound)h")
      }
      if let before = step.before {
        parts.append("before: \(before.lowerBound)h..\(before.upperBound)h")
      }
      if let during = step.during { parts.append("during: s\(during)") }
      if step.isSamePlace { parts.append("same: [start_position]") }
      if step.isAcross { parts.append("across: all_vessels") }
      var clauses = step.needsNight ? ["at_night == true"] : []
      if let hours = step.isLaterThanFirstBy { clauses.append("start >= s0.start + \(hours)h") }
      if !clauses.isEmpty { parts.append("where: [\(clauses.joined(separator: ", "))]") }
      return "    - {\(parts.joined(separator: ", "))}"
    }
    let bound = within.map { "  within: \($0)h\n" } ?? ""
    return "sequence:\n  pick: \(pick)\n\(bound)  steps:\n" + lines.joined(separator: "\n")
  }

  func bruteForce(_ facts: [Fact]) -> (answer: RuleEvaluation.Answer, ids: [[String]]) {
    let ordered = facts.map(\.timeline).sorted { $0.key < $1.key }
    var found: [[String]] = []
    var rest = ordered
    while true {
      let tuples = self.tuples(rest, [])
      let certain = tuples.filter { isCertain($0) }
      guard let best = certain.min(by: { isReported($0, before: $1) }) else {
        if found.isEmpty, !tuples.isEmpty { return (.unknown, []) }
        return (found.isEmpty ? .doesNotFire : .fires, found)
      }
      found.append(best.map(\.id))
      guard pick == "each", let last = best.last else { return (.fires, found) }
      rest = rest.filter { $0.key > last.key }
    }
  }

  private func tuples(_ facts: [Timeline], _ chosen: [Timeline]) -> [[Timeline]] {
    guard chosen.count < steps.count else { return [chosen] }
    return facts.flatMap { fact in
      isPossible(fact, steps[chosen.count], chosen) ? tuples(facts, chosen + [fact]) : []
    }
  }

  private func isPossible(_ fact: Timeline, _ step: Step, _ chosen: [Timeline]) -> Bool {
    guard fact.kind == step.kind, !(step.needsNight && fact.night == false) else { return false }
    guard fact.isOwn || step.isAcross else { return false }
    guard let previous = chosen.last else { return true }
    guard fact.key > previous.key else { return false }
    if let before = steps[chosen.count - 1].before, !before.contains(fact.start - previous.end) {
      return false
    }
    if step.isSamePlace, let a = fact.place, let b = previous.place, a != b { return false }
    if let after = step.after, !after.contains(fact.start - previous.end) { return false }
    if let during = step.during {
      guard chosen[during].start <= fact.start, fact.end <= chosen[during].end else { return false }
    }
    if let hours = step.isLaterThanFirstBy, fact.start < chosen[0].start + hours { return false }
    if let within, chosen.count == steps.count - 1, fact.end - chosen[0].start > within {
      return false
    }
    return true
  }

  private func isCertain(_ tuple: [Timeline]) -> Bool {
    tuple.indices.allSatisfy { index in
      let isNight = !steps[index].needsNight || tuple[index].night == true
      guard steps[index].isSamePlace else { return isNight }
      return isNight && tuple[index].place != nil && tuple[index - 1].place != nil
    }
  }

  private func isReported(_ a: [Timeline], before b: [Timeline]) -> Bool {
    guard let x = a.last?.end, let y = b.last?.end, x == y else {
      let (x, y) = (a.last?.end ?? 0, b.last?.end ?? 0)
      return pick == "last" ? x > y : x < y
    }
    if a[0].start != b[0].start { return a[0].start > b[0].start }
    return a.map(\.id).lexicographicallyPrecedes(b.map(\.id))
  }
}

/// A fact in whole hours.
private struct Timeline {
  let kind: String
  let start: Int
  let end: Int
  let night: Bool?
  let place: Int?
  let isOwn: Bool
  let id: String

  var key: (Int, Int, String, String) { (start, end, kind, id) }
}

extension Fact {
  fileprivate var timeline: Timeline {
    let hours = { (time: UTCTime) in Int((time - epoch) / 3_600_000) }
    let night: Bool? = if case .bool(let isNight)? = value("at_night") { isNight } else { nil }
    return Timeline(
      kind: kind.name, start: hours(header.span.start), end: header.span.end.map(hours) ?? 0,
      night: night, place: header.position.map { Int($0.latitude) },
      isOwn: header.vessel == SampleRules.vessel, id: id)
  }
}

private let epoch = SampleRules.epoch

private func fact(
  _ name: String, _ start: Int, _ end: Int, night: Bool? = nil, place: Int? = nil,
  isOwn: Bool = true
) -> Fact {
  SampleRules.fact(
    name, start, end, of: isOwn ? SampleRules.vessel : sampleVessel(mmsi: 273_000_002),
    at: place.flatMap { Coordinate(latitude: Double($0), longitude: 0) },
    ["at_night": night.map(FactValue.bool)])
}

private func input(_ facts: [Fact]) -> EvaluationInput { SampleRules.input(facts) }

private func compile(_ match: String) -> CompiledRule { SampleRules.compiled(match: match) }
