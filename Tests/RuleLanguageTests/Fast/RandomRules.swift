import TestSupport

/// Made-up rules over the sample world: every operator, grouped and nested at random.
struct RandomRules {
  private var random: SeededGenerator
  private var names = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func rule() -> String {
    names = 0
    let operators = (0...Int.random(in: 0...1, using: &random)).map { _ in condition(depth: 2) }
    let unless = isRare(3) ? "unless: [\"\(stateClause())\"]" : ""
    return SampleRules.rule(
      match: "all: [\(operators.joined(separator: ", "))]",
      rest: "lookback: \(pick(["1mo", "6mo", "24mo"]))\n\(unless)")
  }

  private mutating func condition(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 16 : 12), using: &random) {
    case 0, 1: return "{fact: \(pattern(named: true))}"
    case 2: return "{state: [\"\(stateClause())\", \"\(stateClause())\"]}"
    case 3:
      let bound = "\(pick(["at_least", "at_most", "exactly"])): \(pick([1, 2, 3]))"
      let within = isRare(2) ? ", within: \(pick(["30d", "90d"]))" : ""
      let distinct = isRare(3) ? ", distinct: source" : ""
      return "{count: {of: \(pattern(named: true)), \(bound)\(within)\(distinct)}}"
    case 4: return "{absent: \(absence())}"
    case 5: return "{sequence: \(sequence())}"
    case 6:
      names += 1
      return
        "{alternate: {as: n\(names), fact: port_call, between: ['port in @ports/dprk', 'port == CNDLC'], "
        + "legs_at_least: \(pick([1, 2])), within: 300d}}"
    case 7:
      return "{sum: {of: \(pattern(of: "encounter")), field: vessels, "
        + "window: 90d, at_least: \(pick([1, 4]))}}"
    case 8:
      return "{baseline: {of: \(pattern(of: "ais_gap")), measure: duration, over: 300d, "
        + "min_samples: 4, more_than: 2x}}"
    case 9: return "{path: \(path())}"
    case 10: return filtered()
    case 11:
      let inner = pattern(named: true).dropFirst().dropLast()
      return "{fact: {across: all_vessels, \(inner)}}"
    case 12:
      let parts = (0..<3).map { _ in condition(depth: depth - 1) }.joined(separator: ", ")
      return "{at_least: 2, of: [\(parts)]}"
    case 13: return "{any: [\(condition(depth: depth - 1)), \(condition(depth: depth - 1))]}"
    case 14: return "{none: [\(condition(depth: depth - 1))]}"
    default: return "{all: [\(condition(depth: depth - 1)), \(condition(depth: depth - 1))]}"
    }
  }

  private mutating func path() -> String {
    names += 2
    let (near, far) = ("n\(names - 1)", "n\(names)")
    let isLong = isRare(2)
    let last = isLong ? far : near
    let within = isRare(2) ? "within: \(pick(["30d", "200d"])), " : ""
    let edge = isRare(2) ? "each_edge: [\(clauses("encounter"))], " : ""
    let clause = pick([
      "\(last).partner on @lists/un at \(last).start", "\(near).median_distance < 1nm",
      "\(last).duration > \(near).duration", "\(last).vessels \(order()) 2", stateClause(),
    ])
    let together = isRare(4) ? "" : ", where: ['\(clause)']"
    return "{over: encounter, hops: \(isLong ? 2 : 1), ordered: \(pick(["true", "false"])), "
      + "\(within)\(edge)max_fan_out: \(pick([1, 3, 64])), "
      + "as: [\(isLong ? "\(near), \(far)" : near)]\(together)}"
  }

  /// Facts, and a condition on those that were found.
  private mutating func filtered() -> String {
    let sequence = sequence()
    let (first, last) = ("n\(names - 1)", "n\(names)")
    guard isRare(2) else {
      return "{sequence: \(sequence), state: ['\(last).duration > \(first).duration']}"
    }
    let inner = pattern(named: false).dropFirst().dropLast()
    return "{sequence: \(sequence), absent: {\(inner), between: [\(first).end, \(last).start]}}"
  }

  private mutating func pattern(named: Bool) -> String {
    pattern(of: pick(["ais_gap", "port_call", "encounter", "flag_change"]), named: named)
  }

  private mutating func pattern(of kind: String, named: Bool = true) -> String {
    if named { names += 1 }
    let name = named ? "as: n\(names), " : ""
    return "{\(name)fact: \(kind)\(isRare(6) ? "" : ", where: [\(clauses(kind))]")}"
  }

  private mutating func absence() -> String {
    let inner = pattern(named: false).dropFirst().dropLast()
    return "{\(inner), within: \(pick(["30d", "90d"]))}"
  }

  private mutating func sequence() -> String {
    let within = isRare(2) ? "within: \(pick(["21d", "200d"])), " : ""
    let steps = (0...Int.random(in: 1...2, using: &random)).map { index in
      let inner = pattern(named: true).dropFirst().dropLast()
      let after = index > 0 && isRare(2) ? ", after: 0h..\(pick(["2d", "60d"]))" : ""
      let same = index > 0 && isRare(6) ? ", same: [source]" : ""
      let during = index > 0 && isRare(5) ? ", during: n\(names - pick(Array(1...index)))" : ""
      let link =
        index > 0 && isRare(5) && !inner.contains("where:")
        ? ", where: ['duration < n\(names - 1).duration']" : ""
      return "{\(inner)\(after)\(same)\(during)\(link)}"
    }
    let which = pick(["first", "last", "each"])
    return "{\(within)pick: \(which), steps: [\(steps.joined(separator: ", "))]}"
  }

  private mutating func clauses(_ kind: String) -> String {
    (0...Int.random(in: 0...2, using: &random)).map { _ in group(kind, depth: 1) }
      .joined(separator: ", ")
  }

  private mutating func group(_ kind: String, depth: Int) -> String {
    guard depth > 0, isRare(4) else { return clause(kind) }
    let parts = (0..<2).map { _ in group(kind, depth: depth - 1) }.joined(separator: ", ")
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "{any: [\(parts)]}"
    case 1: return "{all: [\(parts)]}"
    case 2: return "{none: [\(parts)]}"
    default: return "{at_least: 2, of: [\(parts), \(clause(kind))]}"
    }
  }

  private mutating func clause(_ kind: String) -> String {
    let own =
      switch kind {
      case "ais_gap":
        [
          "reception \(order()) 60%", "not reception >= 90%", "distance \(order()) 20nm",
          "end_position within 30nm of @zones/kp-eez", "end_position inside @zones/kp-eez",
          "end_position is unknown", "reception is known", "distance / 2 > 10nm",
        ]
      case "port_call":
        [
          "port in @ports/dprk", "port not in @ports/rajin", "port == CNDLC", "country != KP",
          "country in [KP, CN]", "draught_change \(order()) 2m", "draught_change in 1m..3m",
          "port.name == Nampo", "country == vessel.flag", "vessel on @lists/us at start",
        ]
      case "encounter":
        [
          "partner on @lists/un at start", "partner != vessel", "median_distance \(order()) 1nm",
          "zone == \"kp-eez\"", "at_night == true", "vessels \(order()) 2", "vessels in [1, 2, 3]",
        ]
      default: ["from != to", "from == KP", "to not in [KP, RU, PA]", "to is known"]
      }
    let common = [
      "duration \(order()) 12h", "source in [ais, agent]", "source != inferred",
      "start >= 2026-01-01", "start_position within 20nm of @ports/dprk", "end < now - 30d",
      "abs(duration - 24h) < 12h", stateClause(),
    ]
    return "'\(pick(isRare(3) ? common : own))'"
  }

  private mutating func stateClause() -> String {
    pick([
      "vessel.flag == KP", "vessel.flag != vessel.mmsi_country", "vessel.type in [tanker, cargo]",
      "vessel.gross_tonnage \(order()) 3", "vessel on @lists/eu at now",
      "vessel.registry_status is unknown", "vessel.name == A", "vessel.deadweight in 1t..3t",
    ])
  }

  private mutating func order() -> String { pick(["<", "<=", ">", ">=", "==", "!="]) }

  private mutating func isRare(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}
