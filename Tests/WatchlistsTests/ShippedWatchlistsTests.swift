import Foundation
import Maritime
import StrictYAML
import Testing
import Watchlists

/// The house lists in the folder `Watchlists`.
struct ShippedWatchlistsTests {
  @Test(arguments: [
    ("un-1718-vessels", 59, 58, ["house", "un-1718"]),
    ("dprk-russia-case", 35, 25, ["house"]),
  ])
  func readsWithoutMistakes(_ id: String, entries: Int, hulls: Int, regimes: [String]) throws {
    let reading = readWatchlists([try shipped(id)])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
    let list = try #require(reading.lists.first)
    #expect(list.list == id)
    #expect(list.designations.count == entries)
    #expect(Set(list.designations.flatMap(\.imoNumbers)).count == hulls)
    #expect(list.regimes == regimes)
    #expect(list.designations.allSatisfy { $0.remarks?.contains("Source: ") == true })
  }

  /// A number with a wrong check digit would be an error of the list; see `imo-check-digit`.
  @Test(arguments: [
    // Blocked by OFAC in May 2022.
    ("9179842", "us", "2022-05-01", "no"), ("9179842", "us", "2022-06-01", "yes"),
    ("9358010", "eu", "2024-06-24", "no"), ("9358010", "eu", "2024-06-25", "yes"),
    ("8660313", "un-1718", "2018-03-29", "no"), ("8660313", "un-1718", "2018-03-30", "yes"),
    ("8628597", "un-1718", "2017-10-03", "yes"), ("8606173", "un", "2016-03-02", "yes"),
    // Only watched.
    ("9125786", "any-designated", "2026-01-01", "no"),
    ("9125786", "dprk-russia-case", "2025-05-06", "no"),
    ("9125786", "dprk-russia-case", "2025-05-07", "yes"),
    // The case list says nothing about vessels it does not name.
    ("9074729", "us", "2026-01-01", "unknown"), ("9074729", "un-1718", "2026-01-01", "no"),
  ])
  func answers(_ number: String, list: String, date: String, expected: String) throws {
    let files = [try shipped("un-1718-vessels"), try shipped("dprk-russia-case")]
    let index = DesignationIndex(readWatchlists(files).lists.compactMap { $0.snapshot() })
    let query = ListQuery(vessel: VesselReference(imo: imo(number)), list: list, time: day(date))
    let known = index.lookup(query)
    // Without OFAC's own list, absence from `us` is no answer.
    let isOpen = expected == "no" && ["us", "eu"].contains(list)
    #expect(word(known) == (isOpen ? "unknown" : expected))
  }

  private func shipped(_ id: String) throws -> WatchlistFile {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Watchlists")
    let file = folder.appending(path: "\(id).yaml")
    return WatchlistFile(name: "Watchlists/\(id).yaml", bytes: Array(try Data(contentsOf: file)))
  }
}

private func word(_ answer: ListAnswer) -> String {
  switch answer {
  case .listed: "yes"
  case .notListed: "no"
  case .unknown: "unknown"
  }
}
