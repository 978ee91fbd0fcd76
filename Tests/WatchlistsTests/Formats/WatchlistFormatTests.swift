import Foundation
import Maritime
import TestSupport
import Testing

@testable import Watchlists

struct WatchlistFormatTests {
  static let samples: [(text: String, format: String)] = [
    (Fixtures.ofacEntries, "ofac-csv"), (Fixtures.ofacAlternateNames, "ofac-csv"),
    (Fixtures.ofacAddresses, "ofac-csv"), (Fixtures.ofacComments, "ofac-csv"),
    (Fixtures.journalHeader, "eu-journal-csv"), (Fixtures.danish, "dma-csv"),
    (Fixtures.un, "un-xml"), (Fixtures.houseTable, "house-csv"), (Fixtures.houseYAML, "house-yaml"),
    (PublisherFixtures.uk, "uk-csv"), (PublisherFixtures.ukXML, "uk-xml"),
    (PublisherFixtures.ofsi, "uk-ofsi-csv"), (PublisherFixtures.canada, "ca-xml"),
    (PublisherFixtures.seco, "seco-xml"), (PublisherFixtures.financialXML, "eu-fsf-xml"),
    (PublisherFixtures.financialCSV, "eu-fsf-csv"), (PublisherFixtures.wrappedCSV, "eu-fsf-csv"),
    (PublisherFixtures.ofacXML, "ofac-xml"), (PublisherFixtures.advanced, "ofac-advanced-xml"),
    (PublisherFixtures.simpleTable, "opensanctions-csv"),
    (PublisherFixtures.maritimeTable, "opensanctions-csv"),
    (PublisherFixtures.followTheMoney, "ftm-json"),
  ]

  @Test(arguments: samples)
  func recognisesContent(_ sample: (text: String, format: String)) {
    #expect(WatchlistFormat.recognise(file("anything", sample.text))?.id == sample.format)
  }

  @Test(arguments: [
    "", "hello", "mmsi,lat,lon\n1,2,3\n", "<html></html>", "rule: x\nwhere: []\n",
    "id,schema,name,aliases,birth_date,countries,first_seen\n",
  ])
  func recognisesNothingElse(_ text: String) {
    #expect(WatchlistFormat.recognise(file("anything", text)) == nil)
    #expect(readWatchlists([file("anything", text)]).problems.count == 1)
  }

  @Test func isSortedByID() {
    let ids = WatchlistFormat.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(ids.allSatisfy { WatchlistFormat.named($0)?.id == $0 })
  }

  /// Broken input may be refused or read, but every reader must come back with an answer.
  @Test(arguments: samples.indices)
  func survivesBrokenInput(_ index: Int) throws {
    let sample = Self.samples[index]
    let format = try #require(WatchlistFormat.named(sample.format))
    var random = SplitMix(state: UInt64(index) + fuzzSeed)
    for _ in 0..<rounds(500) {
      let bytes = mutated(Array(sample.text.utf8), with: &random)
      let reading = readWatchlists([WatchlistFile(name: "fuzz", bytes: bytes)], as: format)
      #expect(reading.lists.allSatisfy { !$0.designations.isEmpty })
      #expect(reading.lists.flatMap(\.designations).allSatisfy { !$0.names.isEmpty })
    }
  }

  private func mutated(_ bytes: [UInt8], with random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(contentsOf: Array("\",;<>&\n:-[]".utf8).shuffled(using: &random), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      default: bytes.replaceSubrange(place..<place, with: bytes[..<min(place, 60)])
      }
    }
    return bytes
  }
}

/// `FUZZ_SEED=2` takes other mutations, `RANDOM_ROUNDS=100` a hundred times as many.
private let fuzzSeed =
  ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

/// Sebastiano Vigna's SplitMix64: the same numbers for the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
