import Maritime
import Reporting
import Screening
import Testing

@testable import Workflows

struct WhatIfScreeningTests {
  private static func asked(
    _ changes: [String], of vessels: [String] = ["9125786"]
  ) async throws -> WhatIfReport {
    try await screenWhatIf(
      ScreeningRequest(vessels: vessels, example: "msmt-2025"), changes: changes)
  }

  /// Casio flies a false flag: with a real one the rule has nothing to say.
  @Test func saysWhichFindingsChange() async throws {
    let report = try await Self.asked(["vessel.registry_status=open"])
    #expect(report.before.findings.contains { $0.rule == "false-flag" })
    #expect(!report.after.findings.contains { $0.rule == "false-flag" })
    let change = try #require(report.differences.first { $0.rule == "false-flag" })
    #expect(change.before.hasPrefix("fires, "))
    #expect(change.after == "nothing")
    #expect(report.before.digests.facts != report.after.digests.facts)
    #expect(report.text(style: .plain).contains("a vessel that does not exist"))
    let json = try JSONValue(reading: report.json)
    #expect(json["as_it_is"]?["digests"] != json["with_that"]?["digests"])
    #expect(json["disposition"] == nil)
  }

  /// The verdict before is the one that a screening gives.
  @Test func leavesTheVesselAsItIsAlone() async throws {
    let report = try await Self.asked(["port_call.port=KRPUS"])
    let plain = try await screenVessels(
      ScreeningRequest(vessels: ["9125786"], example: "msmt-2025"))
    #expect(report.before.json == plain.verdicts.first?.json)
  }

  @Test(arguments: [
    (["port_cal.port=KRPUS"], ["9125786"], "there is no fact 'port_cal'"),
    (["port_call[99].port=KRPUS"], ["9125786"], "facts of the kind port_call"),
    (["vessel.imo=9074729"], ["9125786"], "no field 'imo' that can be changed"),
    (["nonsense"], ["9125786"], "'nonsense' is no change"),
    (["port_call.port=KRPUS"], ["9125786", "9358010"], "one vessel, not 2"),
    (["vessel.flag=KP"], ["9074729"], "nothing is known of the vessel"),
  ])
  func namesWhatCannotBeChanged(
    _ changes: [String], _ vessels: [String], _ message: String
  ) async throws {
    await #expect {
      _ = try await Self.asked(changes, of: vessels)
    } throws: { error in
      Problem(error).text(isColored: false).contains(message)
    }
  }
}
