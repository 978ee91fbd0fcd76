import Foundation
import Maritime
import TestSupport
import Testing
import Workflows

/// What detection makes of real feeds, as far as anybody knows what happened in them.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.reason)"))
struct RealDetectionTests {
  private func facts(_ name: String) async throws -> [Fact] {
    let path = SharedData.file("ais/\(name)").path
    return try await detectFacts(DetectionRequest(aisFiles: [path], threads: 2)).facts
  }

  private func count(_ facts: [Fact], _ kind: String) -> Int {
    facts.count { $0.kind.name == kind }
  }

  /// The Danish Maritime Authority calls the log that of a drifting vessel.
  @Test func findsADriftingTanker() async throws {
    let found = try await facts("nmea/dma_538004030_drift_1.ais.zst")
    let drifts = found.filter { $0.value("drift") == .bool(true) }
    #expect(!drifts.isEmpty)
    #expect(drifts.allSatisfy { $0.header.vessel.imo == IMONumber(9_596_985) })
  }

  /// 1,436 vessels in five minutes, and 1,383 in half a minute: nobody jumps, and nobody is silent.
  @Test(arguments: ["dma_2013-11-12_5min.txt.gz", "dma_aislib_stream_example.txt.zst"])
  func findsNoTeleportInANationalFeed(_ name: String) async throws {
    let found = try await facts("nmea/" + name)
    #expect(count(found, "observation") > 1000)
    #expect(count(found, "anomaly") == 0)
    #expect(count(found, "ais_gap") == 0)
    #expect(count(found, "encounter") == 0)
  }

  /// Ships lie at anchor side by side off a coast of ports, which is no encounter.
  @Test(arguments: [
    "solent_2016.csv.zst", "noaa_2022-01-03.csv.zst", "kattegat_2025-11-01.csv.zst",
  ])
  func findsNoFloodOfEncounters(_ name: String) async throws {
    let found = try await facts(name)
    #expect(count(found, "encounter") <= 10)
    #expect(count(found, "observation") > 90)
  }
}
