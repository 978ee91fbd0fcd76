/// What to detect facts in.
public struct DetectionRequest: Hashable, Sendable {
  /// AIS files; `-` is standard input.
  public var aisFiles: [String]
  /// `csv` or `nmea`, instead of looking at the content.
  public var aisFormat: String?
  /// A mapping file for CSV files with another header.
  public var mappingFile: String?
  /// Registry files.
  public var registryFiles: [String]
  /// Tables of identity history, ownership, papers and sightings.
  public var tables: FactTableFiles
  /// Port files beside the shipped gazetteer.
  public var portFiles: [String]
  /// Zone files beside the shipped gazetteer.
  public var zoneFiles: [String]
  /// Files with the polygons of land.
  public var coastlineFiles: [String]
  /// A file with parameters that replace the defaults.
  public var parametersFile: String?
  /// How many threads work; the result is the same for any number.
  public var threads: Int
  /// How many bytes of main memory positions may take before they go to files.
  ///
  /// Half of the machine's when `nil`; the result is the same for any number.
  public var memory: Int?

  /// Creates a request.
  public init(
    aisFiles: [String], aisFormat: String? = nil, mappingFile: String? = nil,
    registryFiles: [String] = [], tables: FactTableFiles = FactTableFiles(),
    portFiles: [String] = [], zoneFiles: [String] = [], coastlineFiles: [String] = [],
    parametersFile: String? = nil, threads: Int = 1, memory: Int? = nil
  ) {
    self.aisFiles = aisFiles
    self.aisFormat = aisFormat
    self.mappingFile = mappingFile
    self.registryFiles = registryFiles
    self.tables = tables
    self.portFiles = portFiles
    self.zoneFiles = zoneFiles
    self.coastlineFiles = coastlineFiles
    self.parametersFile = parametersFile
    self.threads = threads
    self.memory = memory
  }

  /// The user's ports, zones and coastline.
  var geography: GeographySources {
    GeographySources(portFiles: portFiles, zoneFiles: zoneFiles, coastlineFiles: coastlineFiles)
  }
}
