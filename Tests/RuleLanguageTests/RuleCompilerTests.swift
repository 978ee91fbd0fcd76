import StrictYAML
import RuleLanguage
import TestSupport
import Testing

struct RuleCompilerTests {
  @Test(arguments: [
    "- duraton >= 12h  # error: unknown-field",
    "- gapp.duration >= 12h  # error: unknown-name",
    "- gap.duraton >= 12h  # error: unknown-field",
    "- vessel.flagg == KP  # error: unknown-field",
    "- duration >= 90m  # error: wrong-unit",
    "- duration >= 3mo  # error: wrong-unit",
    "- duration >= 12  # error: wrong-unit",
    "- duration >= 12parsecs  # error: unknown-unit",
    "- duration >= 1h30nm  # error: unknown-unit",
    "- duration >= 99999999999999999999h  # error: clause-syntax",
    "- duration >= 999999999999999w  # error: number-too-large",
    "- duration  # error: clause-syntax",
    "- duration >=  # error: clause-syntax",
    "- duration >= 12h 3  # error: clause-syntax",
    "- (duration >= 12h  # error: clause-syntax",
    "- duration >= 12h and reception > 0.5  # error: clause-connective",
    "- duration >= 12h or reception > 0.5  # error: clause-connective",
    "- duration = 12h  # error: single-equals",
    "- source in [ais, ]  # error: clause-syntax",
    "- source in ais  # error: clause-syntax",
    "- reception > distance  # error: wrong-type",
    "- start == end_position  # error: wrong-type",
    "- vessel.type == rorro  # error: unknown-word",
    "- vessel.type < tanker  # error: not-ordered",
    "- vessel.flag in KP..RU  # error: not-ordered",
    "- vessel.flag == kp  # error: invalid-country",
    "- vessel.flag in [KP, Russia]  # error: invalid-country",
    "- start >= 2026-13-01  # error: invalid-time",
    "- average(duration) > 1h  # error: unknown-function",
    "- abs(duration, 1h) > 1h  # error: wrong-argument-count",
    "- max(duration) > 1h  # error: wrong-argument-count",
    "- min(start_position, end_position) > 1h  # error: invalid-arithmetic",
    "- duration * duration > 1h  # error: invalid-arithmetic",
    "- start + end > 2026-01-01  # error: invalid-arithmetic",
    "- duration in 12h..2h  # error: inverted-range",
    "- 12h >= 2h  # error: constant-clause",
    "- start_position inside @zones/kp-ez  # error: unknown-zone",
    "- start_position inside @ports/dprk  # error: unknown-reference",
    "- start_position within 120nm of @lists/un  # error: unknown-reference",
    "- start_position within 120m of @zones/kp-eez  # error: wrong-unit",
    "- start_position within 120nm of @ports/dpkr  # error: unknown-port",
    "- duration inside @zones/kp-eez  # error: wrong-type",
    "- vessel on @lists/un-1718  # error: list-without-time",
    "- vessel in @lists/un-1718  # error: list-without-time",
    "- vessel on @zones/kp-eez at now  # error: unknown-reference",
    "- vessel on @lists/UN_1718 at now  # error: invalid-name",
    "- vessel on @lists/un-1718 at duration  # error: wrong-type",
    "- duration on @lists/un-1718 at now  # error: wrong-type",
    "- vessel.flag in @ports/dprk  # error: wrong-type",
    "- vessel.flag in @flags/false  # error: unknown-reference",
    "- vessel.flag.code == KP  # error: unknown-part",
    "- 'start_position == \"91,200\"'  # error: wrong-type",
    "- [a]  # error: wrong-shape",
    "- {anny: [duration > 1h]}  # error: unknown-key",
    "- {any: []}  # error: empty-list",
    "- {at_least: 3, of: [duration > 1h]}  # error: invalid-number",
    "- {at_least: 1}  # error: missing-key",
  ])
  func refusesClauses(_ clause: String) {
    expectDiagnostics(
      SampleRules.rule(match: "fact:\n  fact: ais_gap\n  as: gap\n  where:\n    \(clause)"))
  }

  @Test(arguments: [
    "fact: ais_gapp  # error: unknown-fact",
    "fact: {fact: ais_gap, were: []}  # error: unknown-key",
    "fact: {as: gap}  # error: missing-key",
    "fact: {fact: ais_gap, as: Gap}  # error: invalid-name",
    "fact: {fact: ais_gap, as: within}  # error: invalid-name",
    "fakt: ais_gap  # error: unknown-operator",
    "[]  # error: wrong-shape",
    "count: {of: {fact: flag_change}}  # error: conflicting-keys",
    "count: {of: {fact: flag_change}, at_least: 1, exactly: 2}  # error: conflicting-keys",
    "count: {of: {fact: flag_change}, at_least: 0}  # error: invalid-number",
    "count: {of: {fact: flag_change}, at_least: 1, within: 3mo}  # error: wrong-unit",
    "count: {of: {fact: flag_change}, at_least: 1, distinct: too}  # error: unknown-field",
    "absent: {fact: ais_gap}  # error: conflicting-keys",
    "absent: {fact: ais_gap, between: [now]}  # error: wrong-shape",
    "absent: {fact: ais_gap, between: [gap.end, now]}  # error: unknown-name",
    "any: []  # error: empty-list",
    "any: [vessel.flag == kp]  # error: invalid-country",
    "state: {where: [duration > 1h]}  # error: unknown-field",
    "all: [{fact: ais_gap}, {fact: port_call}, {absent: {fact: encounter, between: [ais_gap.end, port_call.start]}}]  # error: unknown-name",
    "{all: [{fact: ais_gap}, {fact: port_call}], absent: {fact: encounter, between: [ais_gap.end, port_call.start]}}  # error: names-of-two-operators",
    "{any: [{fact: ais_gap}, {fact: port_call}], absent: {fact: encounter, between: [ais_gap.end, now]}}  # error: uncertain-name",
    "{count: {of: {fact: encounter}, at_least: 1}, absent: {fact: ais_gap, between: [encounter.end, now]}}  # error: many-facts",
    "sequence: {within: 1d}  # error: missing-key",
    "sequence: {steps: [{fact: ais_gap}]}  # error: wrong-step-count",
    "sequence: {steps: [{fact: ais_gap, after: 0h..1h}, {fact: port_call}]}  # error: misplaced-step-key",
    "sequence: {steps: [{fact: ais_gap}, {fact: port_call, before: 0h..1h}]}  # error: misplaced-step-key",
    "sequence: {steps: [{fact: ais_gap}, {fact: port_call, during: gap}]}  # error: unknown-name",
    "sequence: {steps: [{fact: ais_gap}, {fact: ais_gap}]}  # error: duplicate-name",
    "sequence: {steps: [{fact: ais_gap}, {fact: port_call, after: 2h..1h}]}  # error: inverted-range",
    "sequence: {steps: [{fact: ais_gap}, {fact: port_call, after: 2h}]}  # error: clause-syntax",
    "sequence: {steps: [{fact: ais_gap}, {fact: port_call, same: [port]}]}  # error: unknown-field",
    "sequence: {pick: any, steps: [{fact: ais_gap}, {fact: port_call}]}  # error: unknown-choice",
    "sequence: {within: long, steps: [{fact: ais_gap}, {fact: port_call}]}  # error: invalid-quantity",
  ])
  func refusesConditions(_ condition: String) {
    expectDiagnostics(SampleRules.rule(match: condition))
  }

  @Test(arguments: [
    "lookback: 90d  # error: invalid-quantity",
    "for: company  # error: unsupported-subject",
    "onwer: desk  # error: unknown-key",
    "version: one  # error: invalid-number",
    "typology: [Dark Activity]  # error: invalid-name",
    "on_unknown: skip  # error: skip-without-reason",
    "on_unknown: ignore  # error: unknown-choice",
    "floor: forbidden  # error: unknown-choice",
    "score: {points: 101}  # error: invalid-number",
    "score: {points: 5, max: 3}  # error: invalid-number",
    "score: {points: 5, decay: {half_life: 0d, from: ais_gap.end}}  # error: invalid-quantity",
    "score: {points: 5, decay: {half_life: 9d, from: ais_gap.reception}}  # error: wrong-type",
    "score: {points: 5, decay: {half_life: 9d, from: call.end}}  # error: unknown-name",
    "unless: [vessel.type == rorro]  # error: unknown-word",
    "evidence: {say: \"{ais_gap.duraton}\"}  # error: unknown-field",
    "evidence: {say: \"{ais_gap.duration\"}  # error: template-syntax",
    "evidence: {say: \"{entry.nam}\"}  # error: unknown-part",
    "evidence: {cite: [call]}  # error: unknown-name",
    "exceptable_by: [[vessel.imo, call.start]]  # error: unknown-name",
    "exceptable_by: [vessel.imo]  # error: wrong-shape",
  ])
  func refusesHeaders(_ key: String) {
    expectDiagnostics(SampleRules.rule(match: "fact: ais_gap", rest: key))
  }

  @Test(arguments: [
    ("kind: rule\nkind: rule  # error: duplicate-key", 1),
    ("id: x  # error: unsupported-kind", 1),
    ("kind: policy  # error: unsupported-kind", 1),
    ("kind: rule\nlanguage: 2  # error: unsupported-language", 1),
    ("kind: rule  # error: missing-key\nlanguage: 1", 1),
  ])
  func refusesDocuments(_ text: String, _ count: Int) {
    expectDiagnostics(text)
  }

  @Test func pointsAtTheCulpritWithinTheClause() throws {
    let text = SampleRules.rule(
      match: "fact: ais_gap\nwhere:\n  - 'reception >= 0.6'\n  - duraton >= 12h")
    let diagnostic = try #require(compile(text).diagnostics.first)
    #expect(slice(text, diagnostic) == "duraton")
    #expect(diagnostic.message == "unknown field `duraton` of ais_gap")
    #expect(diagnostic.help == "did you mean `duration`?")
    #expect(diagnostic.notes.map(\.label) == ["`ais_gap` selected here"])
    #expect(diagnostic.code == "E020")
  }

  @Test func helpsWithMinutes() throws {
    let text = SampleRules.rule(match: "fact: ais_gap\nwhere: ['duration >= 90m']")
    let diagnostic = try #require(compile(text).diagnostics.first)
    #expect(slice(text, diagnostic) == "90m")
    #expect(diagnostic.help == "`m` is metres; minutes are written `min`")
  }

  @Test func keepsTheDigestWhenOnlyTheLayoutChanges() throws {
    let plain = SampleRules.rule(match: "fact: {fact: ais_gap, where: [duration >= 12h]}")
    let spaced = SampleRules.rule(
      match: "# why\nfact:\n  where:\n    - 'duration  >=  12h'\n  fact: ais_gap", rest: "owner: me"
    )
    let other = SampleRules.rule(match: "fact: {fact: ais_gap, where: [duration > 12h]}")
    let digests = try [plain, spaced, other].map { text in
      try #require(compile(text).rule).header.digest
    }
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
  }

  @Test func namesEveryProblemOnce() {
    let all = ProblemDescription.all
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.code)).count == all.count)
  }

  private func compile(_ text: String) -> RuleCompilation {
    SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
  }

  private func slice(_ text: String, _ diagnostic: Diagnostic) -> String {
    let range = diagnostic.span.start.offset..<diagnostic.span.end.offset
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
