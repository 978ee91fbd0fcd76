import Maritime
public import RuleLanguage
public import StrictYAML
public import Testing

/// Rules for tests of lints: a rule to which no lint objects, with some of its keys replaced.
public enum LintExample {
  /// The terms of all tests of lints: a cap of 60 points, and a day.
  public static let terms = LintTerms(groupCap: Points(60), asOf: UTCTime("2026-06-01"))

  /// A rule to which no lint objects.
  public static let cleanRule = """
    kind: rule
    language: 1
    version: 1
    id: sample
    title: Call at a DPRK port
    status: stable
    severity: high
    owner: maritime-desk
    typology: [dprk-port-call]
    regimes: [un-1718]
    references:
      - T14; UNSCR 2397 (2017) para 13
    for: vessel
    lookback: 24mo  # [D]
    match:
      fact:
        as: call
        fact: port_call
        where:
          - port in @ports/dprk
    score: {points: 40, decay: {half_life: 365d, from: call.end}, group: dprk}  # [D]
    floor: review
    evidence:
      say: "Call at {call.port} from {call.start}."
      cite: [call]
    exceptable_by: [[vessel.imo, call.start]]
    false_positives:
      - A humanitarian call.
    tests:
      - name: A call at Nampo
        now: 2026-03-01T00:00Z
        vessel: {imo: "9000003", flag: KM}
        facts:
          - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
        expect: {fires: true}
        vary:
          - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
          - {unset: facts.0.port, expect: {fires: unknown}}

    """

  /// The clean rule with top-level keys replaced, or left out by a comment `# without KEY:`.
  public static func rule(with keys: String) -> String {
    let changes = blocks(of: keys)
    let names = Set(changes.map(\.key)).union(
      keys.matches(of: /# without (\w+):/).map { String($0.1) })
    let kept = blocks(of: cleanRule).filter { !names.contains($0.key) }
    return (kept + changes).map(\.text).joined()
  }

  /// The warnings for some rules by file name, each of which must compile.
  public static func warnings(
    for rules: [String: String], documents: [String: String] = [:],
    terms: LintTerms = terms, at location: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] {
    let sources = rules.merging(documents) { first, _ in first }.mapValues { Array($0.utf8) }
    let compiled = rules.keys.sorted().compactMap { file -> CompiledRule? in
      let tests = documents[file.replacing(".yaml", with: ".tests.yaml")]
      let compilation = SampleRules.compiler.compile(
        sources[file] ?? [], file: file, tests: tests.map { (Array($0.utf8), "\(file).tests") })
      #expect(
        compilation.diagnostics.map(\.message) == [], "\(rules[file] ?? "")",
        sourceLocation: location)
      return compilation.rule
    }
    return SampleRules.compiler.lint(compiled, sources: sources, terms: terms)
  }

  private static func blocks(of text: String) -> [(key: String, text: String)] {
    var blocks: [(key: String, text: String)] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let first = line.first, first != " " {
        blocks.append((String(line.prefix { $0 != ":" }), "\(line)\n"))
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].text += "\(line)\n"
      }
    }
    return blocks
  }
}
