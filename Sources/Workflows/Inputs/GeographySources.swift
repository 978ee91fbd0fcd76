import InputFiles
import Maritime
import RuleLanguage

/// The user's port and zone files, which add to the shipped gazetteer, and the coastline.
public struct GeographySources: Hashable, Sendable {
  /// Port files.
  public let portFiles: [String]
  /// Zone files.
  public let zoneFiles: [String]
  /// Files with the polygons of land; none ships with the program.
  public let coastlineFiles: [String]

  /// The largest port or zone file that is read; the largest public table has 15 MB.
  static let sizeLimit = 256 << 20

  /// Creates a list of files; none means the shipped gazetteer alone.
  public init(
    portFiles: [String] = [], zoneFiles: [String] = [], coastlineFiles: [String] = []
  ) {
    self.portFiles = portFiles
    self.zoneFiles = zoneFiles
    self.coastlineFiles = coastlineFiles
  }

  /// Reads the files, sorted by name so that their order does not matter.
  ///
  /// - Returns: The shipped gazetteer with the user's ports and zones, and the rows that were not.
  func load() throws -> (gazetteer: Gazetteer, rejections: RejectionTally) {
    var gazetteer = Gazetteer.shipped
    var rejections = RejectionTally()
    for path in portFiles.sorted() {
      let (ports, rejected) = PortTable.read(try bytes(path), file: path)
      try check(ports.isEmpty, path, rejected, of: "port")
      rejected.forEach { rejections.add($0) }
      gazetteer = gazetteer.adding(ports: ports)
    }
    for path in zoneFiles.sorted() {
      let (zones, rejected) = ZoneTable.read(try bytes(path), file: path)
      try check(zones.isEmpty, path, rejected, of: "zone")
      rejected.forEach { rejections.add($0) }
      gazetteer = gazetteer.adding(zones: zones)
    }
    return (gazetteer, rejections)
  }

  /// Reads the coastline.
  ///
  /// - Parameter rejections: Gets the features that are no polygons.
  /// - Returns: The coastline of all files; `nil` without one.
  /// - Throws: `WorkflowError` or `InputFileError` when a file is no coastline.
  func loadCoastline(_ rejections: inout RejectionTally) throws -> Coastline? {
    guard let polygons = try polygons(&rejections) else { return nil }
    guard let coastline = polygons.coastline else {
      throw WorkflowError.badInput(
        path: coastlineFiles.sorted().joined(separator: ", "),
        message: "the coastline has too many edges to be indexed",
        advice: "give a coarser one, such as Natural Earth's 10m land")
    }
    return coastline
  }

  /// Reads the polygons of the coastline; `nil` without a file.
  ///
  /// - Throws: `WorkflowError` or `InputFileError` when a file is no coastline.
  func polygons(_ rejections: inout RejectionTally) throws -> CoastlineTable.Polygons? {
    guard !coastlineFiles.isEmpty else { return nil }
    var polygons = CoastlineTable.Polygons()
    for path in coastlineFiles.sorted() {
      let (read, rejected) = CoastlineTable.read(try bytes(path), file: path)
      try check(read.isEmpty, path, rejected, of: "coastline")
      rejected.forEach { rejections.add($0) }
      polygons.add(read)
    }
    guard polygons.hasLand else {
      throw WorkflowError.badInput(
        path: coastlineFiles.sorted().joined(separator: ", "),
        message: "the files hold lakes but no land",
        advice: "give the polygons of land too (docs/geography.md)")
    }
    return polygons
  }

  /// The port and zone files with their bytes, for the record of a screening.
  func files() throws -> ScreeningMaterial.Places {
    ScreeningMaterial.Places(
      ports: try portFiles.sorted().map { LibraryFile(name: $0, bytes: try bytes($0)) },
      zones: try zoneFiles.sorted().map { LibraryFile(name: $0, bytes: try bytes($0)) })
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    try InputFile.readAll(path: path, limit: Self.sizeLimit)
  }

  /// A file without a single port or zone is a mistake, not an empty list.
  private func check(
    _ isEmpty: Bool, _ path: String, _ rejected: [Rejection], of thing: String
  ) throws {
    guard isEmpty else { return }
    let first = rejected.first.map {
      "; line \($0.line): \($0.reason)\($0.detail.map { " (\($0))" } ?? "")"
    }
    throw WorkflowError.badInput(
      path: path, message: "the file holds no \(thing)\(first ?? "")",
      advice: "a \(thing) file is described in docs/geography.md")
  }
}
