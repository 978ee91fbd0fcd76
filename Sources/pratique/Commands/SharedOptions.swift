public import ArgumentParser
import Foundation
public import Maritime
import Workflows

/// The options of every command that reads feeds.
struct FeedOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: "AIS files: CSV or NMEA, plain, gzip or zstd; - is standard input.")
  var ais: [String] = []

  @Option(
    name: .long, help: "Read the AIS files as csv or nmea instead of looking at their content.")
  var aisFormat: String?

  @Option(name: .long, help: "A mapping file for CSV files with another header (docs/feeds.md).")
  var aisMapping: String?

  @Option(
    name: .long, parsing: .upToNextOption, help: "Registry files: CSV, one row a period.")
  var registry: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Changes of name, flag and numbers: CSV, one row a change (docs/imports.md).")
  var identityHistory: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Owners and managers: CSV, one row a period (docs/imports.md).")
  var ownership: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Cargo papers, loadings and discharges: CSV, one row each (docs/imports.md).")
  var papers: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Sightings by images, agents and ports: CSV, one row each (docs/imports.md).")
  var sightings: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Port files: CSV with port,lat,lon; World Port Index; UN/LOCODE; anchorages; GeoJSON.")
  var ports: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: "Zone files: GeoJSON polygons with an id.")
  var zones: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Coastline files: GeoJSON polygons of land and lakes; without one no shore is known.")
  var coastline: [String] = []

  @Option(name: .long, help: "A file with detection parameters that replace the defaults.")
  var params: String?

  @Option(name: .long, help: "How many threads to use; the result is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .long,
    help: "Main memory for positions, such as 500M or 2G, before they go to files; half of all.")
  var memory: ByteCount?

  /// Checks what the options alone can tell.
  func validate() throws {
    try checkThreads(threads)
    if let aisFormat, !["csv", "nmea"].contains(aisFormat) {
      throw ValidationError("--ais-format is csv or nmea, not '\(aisFormat)'.")
    }
  }

  /// The tables beside AIS and registries.
  var tables: FactTableFiles {
    var tables = FactTableFiles()
    tables.identityHistory = identityHistory
    tables.ownership = ownership
    tables.papers = papers
    tables.sightings = sightings
    return tables
  }

  /// What the workflow is asked to do.
  var request: DetectionRequest {
    DetectionRequest(
      aisFiles: ais, aisFormat: aisFormat, mappingFile: aisMapping, registryFiles: registry,
      tables: tables, portFiles: ports, zoneFiles: zones, coastlineFiles: coastline,
      parametersFile: params, threads: threads, memory: memory?.bytes)
  }
}

/// Checks what `--threads` was given.
func checkThreads(_ threads: Int) throws {
  guard (1...256).contains(threads) else {
    throw ValidationError("--threads takes a number from 1 to 256.")
  }
}

extension UTCTime: ExpressibleByArgument {
  /// Reads a day or an RFC 3339 time.
  public init?(argument: String) { self.init(argument) }
}

/// A number of bytes as it is written on a command line: `500M`, `2G`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  /// Reads digits and one of the letters K, M and G, powers of 1024.
  init?(argument: String) {
    let units = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    guard let unit = units[argument.suffix(1).uppercased()],
      let count = Int(argument.dropLast()), count > 0, count <= 1 << 20
    else { return nil }
    bytes = count * unit
  }
}
