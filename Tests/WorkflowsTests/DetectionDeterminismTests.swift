import Detection
import Maritime
import TestSupport
import Testing
import Workflows

/// The same bytes whatever the threads, the order and number of files, and the memory.
struct DetectionDeterminismTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func bytes(
    _ files: [String], threads: Int = 1, memory: Int? = nil
  ) async throws -> [UInt8] {
    let ports = try folder.write("port,lat,lon\nAAAAA,0,20\nBBBBB,2,21\n", to: "ports.csv")
    let request = DetectionRequest(
      aisFiles: files, portFiles: [ports], threads: threads, memory: memory)
    return FactFile.bytes(of: try await detectFacts(request).facts)
  }

  /// The facts without the names of files and lines, which differ when a file is split.
  private func withoutPlaces(_ files: [String]) async throws -> [String] {
    let ports = try folder.write("port,lat,lon\nAAAAA,0,20\nBBBBB,2,21\n", to: "ports.csv")
    let found = try await detectFacts(DetectionRequest(aisFiles: files, portFiles: [ports]))
    return found.facts.map { "\($0.id) \($0.kind.name) \($0.header.evidence.compactMap(\.time))" }
  }

  private func write(_ rows: some Collection<String>, to name: String) throws -> String {
    try folder.write(SampleFeed.header + rows.joined(), to: name)
  }

  @Test func dependsOnNeitherThreadsNorMemory() async throws {
    let file = try write(WanderingFleet.rows, to: "a.csv")
    let first = try await bytes([file])
    for threads in [2, 7] { #expect(try await bytes([file], threads: threads) == first) }
    // Too little for anything: all positions go to files.
    #expect(try await bytes([file], threads: 2, memory: 1) == first)
  }

  @Test func doesNotDependOnTheOrderOfFiles() async throws {
    let rows = WanderingFleet.rows
    let files = try (0..<3).map { part in
      try write(rows.indices.filter { $0 % 3 == part }.map { rows[$0] }, to: "\(part).csv")
    }
    let first = try await bytes(files)
    #expect(try await bytes(files.reversed(), threads: 2) == first)
    #expect(try await bytes([files[1], files[2], files[0]], threads: 7) == first)
  }

  /// Days and files end anywhere.
  @Test(arguments: [1, 2, 7])
  func doesNotDependOnWhereFilesEnd(_ count: Int) async throws {
    let rows = WanderingFleet.rows
    let whole = try await withoutPlaces([try write(rows, to: "whole.csv")])
    let size = rows.count / count + 1
    let parts = try stride(from: 0, to: rows.count, by: size).map { start in
      try write(rows[start..<min(start + size, rows.count)], to: "part-\(start).csv")
    }
    #expect(try await withoutPlaces(parts) == whole)
  }

  @Test func speaksOfEveryKind() async throws {
    let file = try write(WanderingFleet.rows, to: "a.csv")
    let found = try await detectFacts(
      DetectionRequest(
        aisFiles: [file],
        portFiles: [try folder.write("port,lat,lon\nAAAAA,0,20\nBBBBB,2,21\n", to: "ports.csv")]))
    let kinds = Set(found.facts.map(\.kind.name))
    #expect(
      kinds.isSuperset(of: [
        "ais_gap", "anomaly", "encounter", "identity", "identity_change", "loitering",
        "observation", "port_call",
      ]))
  }
}

/// Rows by time of vessels that call at ports, meet, fall silent, jump, change their names and
/// share an MMSI.
enum WanderingFleet {
  static let rows: [String] = {
    var random = SeededGenerator(seed: 4)
    return (0..<24).flatMap { vessel(Int($0), using: &random) }.sorted { $0.key < $1.key }
      .map(\.row)
  }()

  private typealias Row = (key: String, row: String)

  private static func vessel(_ number: Int, using random: inout SeededGenerator) -> [Row] {
    // Two vessels in a row do the same a hundred metres apart; the last two share one MMSI.
    var twin = SeededGenerator(seed: UInt64(number / 2 + 100))
    let mmsi = 200_000_001 + min(number, 22)
    var place = (latitude: 0.0, longitude: number == 23 ? 60.0 : 20.0)
    let aside = Double(number % 2) / 1000
    var minute = 0
    var rows: [Row] = []
    while minute < 6 * 1440 {
      let (hours, target) = leg(from: place, using: &twin)
      let steps = max(1, hours * 4)
      if hours != 14 {
        for step in 0..<steps {
          let share = Double(step) / Double(steps)
          rows.append(
            row(
              mmsi, minute + step * 15, place.latitude + (target.latitude - place.latitude) * share,
              place.longitude + (target.longitude - place.longitude) * share + aside,
              name: "\(number == 23 ? 22 : number)\(minute > 4000 && number % 5 == 0 ? "B" : "A")"))
        }
      }
      minute += hours * 60
      place = target
    }
    if number % 6 == 0 { rows.remove(at: Int.random(in: 1..<rows.count, using: &random)) }
    return rows
  }

  /// A stay, a drift, a silence, or a way to a port or somewhere; now and then a leap.
  private static func leg(
    from place: (latitude: Double, longitude: Double), using random: inout SeededGenerator
  ) -> (hours: Int, target: (latitude: Double, longitude: Double)) {
    let ports = [(latitude: 0.0, longitude: 20.0), (latitude: 2.0, longitude: 21.0)]
    let choice = Int.random(in: 0..<10, using: &random)
    if place.longitude > 50 { return (6, (0, 60 + Double(choice) / 10)) }
    switch choice {
    case 0...2: return (8, place)
    case 3: return (14, (place.latitude + 0.5, place.longitude))
    case 4: return (1, (place.latitude + 3, place.longitude))
    case 5: return (10, (place.latitude + 0.05, place.longitude))
    case 6, 7: return (16, ports[choice - 6])
    default: return (9, (Double.random(in: 0.5...1.5, using: &random), 20.5))
    }
  }

  private static func row(
    _ mmsi: Int, _ minute: Int, _ latitude: Double, _ longitude: Double, name: String
  ) -> Row {
    let time = UTCTime(milliseconds: 1_735_689_600_000 + Int64(minute) * 60_000).description
    let place = "\((latitude * 1e5).rounded() / 1e5),\((longitude * 1e5).rounded() / 1e5)"
    return (
      "\(time) \(mmsi)",
      "\(mmsi),\(time.dropLast()),\(place),,0,0,N\(name),,CALL,70,0,120,20,6.5,70,A\n"
    )
  }
}
