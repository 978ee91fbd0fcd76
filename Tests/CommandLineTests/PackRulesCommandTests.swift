import Foundation
import TestSupport
import Testing

/// A pack from its key to a screening that accepts no other, and exceptions from outside of it.
struct PackRulesCommandTests {
  private let program: ProgramRun

  init() throws {
    program = try ProgramRun()
    _ = try program.folder.write(Self.rule(hours: 12), to: "pack/ais/dark.yaml")
    _ = try program.folder.write(
      """
      {"fact":"ais_gap","mmsi":300000001,"imo":9074729,"start":"2025-01-04T00:00:00Z",\
      "end":"2025-01-04T14:00:00Z","duration_s":50400,"lat":30,"lon":150,"source":"ais",\
      "positions_before":10,"reception":0.9,"neighbours":5,"open":false,"feed_outage":false}

      """, to: "facts.ndjson")
  }

  private static func rule(hours: Int, version: Int = 1) -> String {
    """
    kind: rule
    language: 1
    version: \(version)
    id: dark
    title: Dark
    status: stable
    severity: high
    match: {as: gap, fact: ais_gap, where: [duration >= \(hours)h]}
    score: {points: 40}
    floor: escalate
    exceptable_by: [[vessel.imo, gap.start]]

    """
  }

  /// Runs lines that must end well, and returns what they print.
  private func run(_ lines: String) throws -> String {
    let outcome = try program.shell("set -e\n" + lines)
    #expect(outcome.exitCode == 0, "\(outcome.errors)\(outcome.output)")
    return outcome.output
  }

  private static let publish = """
    pratique rules pack keygen acme.key | sed s/NAME/acme/ > trust.yaml
    pratique rules pack build pack --id acme-rules
    pratique rules pack sign pack --key acme.key

    """
  private static let screening =
    "pratique screen --facts facts.ndjson --rules pack --as-of 2025-02-01 --format json "

  @Test func publishesAndVerifies() throws {
    let output = try run(
      Self.publish + "pratique rules pack verify pack --trust trust.yaml --accept")
    #expect(output.contains("acme-rules revision 1: 1 files, 1 rules; sign it now"))
    #expect(output.contains("acme-rules revision 1: 1 files, 1 rules, signed by acme; accepted"))
    let key = try program.shell("pratique rules pack keygen acme.key")
    #expect(key.exitCode == 2 && key.errors.contains("is there already"))
  }

  @Test func refusesAMeaningThatChangedUnderOneVersion() throws {
    _ = try run(Self.publish)
    _ = try program.folder.write(Self.rule(hours: 13), to: "pack/ais/dark.yaml")
    let refused = try program.shell("pratique rules pack build pack")
    #expect(refused.exitCode == 2)
    #expect(refused.errors.contains("rule 'dark' means something else now and is still version 1"))
    let check = try program.shell("pratique rules check pack --strict")
    #expect(check.exitCode == 1 && check.output.contains("warning[W32]"), "\(check.output)")
    _ = try program.folder.write(Self.rule(hours: 13, version: 2), to: "pack/ais/dark.yaml")
    #expect(try run("pratique rules pack build pack").contains("revision 2: 1 files"))
  }

  /// What may not be used says so on one line, and no verdict is written.
  @Test(arguments: [
    ("rm pack/pack.sig", "the pack has no signature"),
    ("rm pack/pack.yaml", "the folder is no pack"),
    ("echo '# more' >> pack/ais/dark.yaml", "ais/dark.yaml was changed"),
    ("cp pack/ais/dark.yaml pack/extra.yaml", "extra.yaml is not part of the pack"),
    ("sed -i 's/revision: 1/revision: 2/' pack/pack.yaml", "no key of trust.yaml"),
    (
      "sed -i 's/^keys:/accepted: [{pack: acme-rules, revision: 4}]\\nkeys:/' trust.yaml",
      "older than revision 4"
    ),
  ])
  func screensWithNoPackThatIsNotAsItWasSigned(_ change: String, _ expected: String) throws {
    let trusted = Self.screening + "--trust trust.yaml"
    let good = try run(Self.publish + trusted)
    #expect(good.contains("\"disposition\":\"escalate\""), "\(good)")
    _ = try run(change)
    let refused = try program.shell(trusted)
    #expect(refused.exitCode == 2)
    #expect(refused.errors.contains(expected), "\(refused.errors)")
    #expect(!refused.output.contains("disposition"))
  }

  @Test func formatsARuleOfAPackAndLeavesItsManifest() throws {
    _ = try run(Self.publish + "cp pack/pack.yaml before.yaml\npratique rules fmt pack")
    #expect(try run("cmp before.yaml pack/pack.yaml && echo same") == "same\n")
  }

  /// An exception suppresses its finding until it expires, and says so then.
  @Test(arguments: [
    ("2025-02-01", "clear", "\"suppressed\""), ("2025-08-01", "escalate", "expired"),
  ])
  func takesExceptionsFromOutside(_ asOf: String, _ disposition: String, _ word: String) throws {
    _ = try program.folder.write(
      """
      kind: exceptions
      language: 1
      id: spring
      exceptions:
        - rule: dark
          version: 1
          match: {vessel.imo: "9074729", gap.start: 2025-01-04T00:00Z}
          reason: The owner sent the log of a broken transponder
          evidence: Letter 12/25
          approver: J. Kim
          from: 2025-01-10
          expires: 2025-07-01

      """, to: "spring.yaml")
    let line =
      "pratique screen --facts facts.ndjson --rules pack --format json --exceptions spring.yaml"
    let output = try run("\(line) --as-of \(asOf)")
    #expect(output.contains("\"disposition\":\"\(disposition)\""), "\(output)")
    #expect(output.contains(word), "\(output)")
    #expect(try program.shell("\(line) --exceptions none.yaml").exitCode == 2)
  }
}
