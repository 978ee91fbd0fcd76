import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct RuleFuzzTests {
  /// Whatever an author types gives a rule or diagnostics whose spans lie in the text.
  @Test func survivesMutations() {
    var random = SeededGenerator(seed: 7)
    let seeds = [darkPortCall] + sampleRules
    for seed in seeds {
      let problems = SampleRules.compiler.compile(Array(seed.utf8), file: "seed.yaml").diagnostics
      #expect(problems == [])
    }
    var compiled = 0
    for round in 0..<10_000 {
      // The long rule is compiled less often, because every round of it costs twenty short ones.
      let seed = round % 40 == 0 ? seeds[0] : seeds[1 + round % (seeds.count - 1)]
      var bytes = Array(seed.utf8)
      for _ in 0...(random.next() % 2) { mutate(&bytes, with: &random) }
      let compilation = SampleRules.compiler.compile(bytes, file: "fuzz.yaml")
      let isSound = (compilation.rule == nil) != compilation.diagnostics.isEmpty
      let areInside = compilation.diagnostics.allSatisfy {
        $0.span.start <= $0.span.end && $0.span.end.offset <= bytes.count
      }
      if !isSound || !areInside { Issue.record("\(String(decoding: bytes, as: UTF8.self))") }
      if let rule = compilation.rule {
        compiled += 1
        _ = rule.explain(sampleInput)
        _ = rule.evaluate(sampleInput)
        _ = runTests(of: rule)
      }
    }
    #expect(compiled > 200)
  }

  private let sampleRules = [
    SampleRules.rule(
      match: """
        sequence:
          pick: each
          steps:
            - {fact: encounter, as: meet, where: ["partner on @lists/un at end", duration > 1h]}
            - {fact: port_call, after: 0h..7d, same: [start_position], where: [start > meet.end + 2h]}
        absent: {fact: ais_gap, between: [meet.start, port_call.end]}
        """, rest: "score: {points: 5, per_extra: 2, decay: {half_life: 9d, from: meet.end}}"),
    SampleRules.rule(
      match: """
        any:
          - count: {of: {fact: flag_change, where: [from != to]}, within: 24w, distinct: to, at_least: 2}
          - vessel.flag in [KP, RU]
          - none: [{fact: port_call, where: [{any: [port in @ports/dprk, "port == CNDLC"]}]}]
        """),
    SampleRules.rule(
      match: """
        fact: ais_gap
        where:
          - (end - start) * 2 / 3 in 1h..400d
          - not start_position within 20nm of "37.5,124"
          - {at_least: 1, of: [reception is unknown, "max(reception, 50%) >= 0.2"]}
        """
    ),
    SampleRules.rule(
      match: """
        sum:
          of: {as: cargo, fact: discharge, across: all_vessels, where: [destination_country == KP]}
          field: volume
          bounds: {low: 0.33, high: 0.90}
          window: calendar_year
          at_least: 500kbbl
          tiers: [75%, 90%]
          attribute_to: [cargo]
        at_least: 1
        of: [{fact: ais_gap}, {fact: port_call, where: [duration > 1h]}]
        """, rest: "evidence: {say: \"{cargo.low} {cargo.tier}\"}"),
    SampleRules.rule(
      match: """
        path: {over: encounter, hops: 2, ordered: false, within: 90d, max_fan_out: 64,
          each_edge: [duration >= 2h], as: [near, far], where: ["far.partner on @lists/un at now"]}
        baseline: {of: {fact: ais_gap}, measure: duration / 2, over: 90d, min_samples: 2, more_than: 6mad}
        alternate: {fact: port_call, between: [port == KPRJN, port in @ports/dprk], legs_at_least: 2,
          max_leg: 120h, within: 90d, allow_other_stops: 1}
        """),
  ]

  private var sampleInput: EvaluationInput {
    let vessel = MMSI("273000001").map { VesselReference(mmsi: $0) }
    guard let vessel, let now = UTCTime("2026-01-01") else { fatalError("the literals are valid") }
    let facts = SampleRules.catalog.kinds.flatMap { kind in
      (0..<3).map { index in
        let start = UTCTime(milliseconds: now.milliseconds - Int64(index + 1) * 86_400_000)
        let span = TimeSpan(
          start: start, end: UTCTime(milliseconds: start.milliseconds + 7_200_000))
        let header = FactHeader(
          vessel: vessel, span: span, position: Coordinate(latitude: 38, longitude: 124),
          source: "ais", evidence: [], detector: nil)
        return Fact(
          kind: kind, header: header, values: Array(repeating: nil, count: kind.fields.count))
      }
    }
    return EvaluationInput(
      vessel: vessel, state: [:], facts: facts.sorted(), now: now, lists: { _ in .notListed })
  }

  private func mutate(_ bytes: inout [UInt8], with random: inout SeededGenerator) {
    let index = Int(random.next() % UInt64(bytes.count))
    let words = [
      "and", "not ", "@", "[", "]", "{", "}", "(", ")", ":", "- ", "..", "12h", "0", "é", "\"",
      "at now", "-", "9999999999999999999999", "*", "/ 0", "mo", "vessel", ".", "<", "==",
    ].map { Array($0.utf8) }
    switch random.next() % 4 {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = UInt8(32 + random.next() % 95)
    case 2: bytes.insert(contentsOf: words[Int(random.next() % UInt64(words.count))], at: index)
    default:
      let end = min(index + Int(random.next() % 12), bytes.count)
      bytes.replaceSubrange(index..<end, with: words[Int(random.next() % UInt64(words.count))])
    }
  }
}
