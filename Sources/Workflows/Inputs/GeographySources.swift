import InputFiles
import Maritime

/// The user's port and zone files, which add to the shipped gazetteer.
public struct GeographySources: Hashable, Sendable {
  /// Port files.
  public let portFiles: [String]
  /// Zone files.
  public let zoneFiles: [String]

  /// The largest port or zone file that is read; the largest public table has 15 MB.
  static let sizeLimit = 256 << 20

  /// Creates a list of files; none means the shipped gazetteer alone.
  public init(portFiles: [String] = [], zoneFiles: [String] = []) {
    self.portFiles = portFiles
    self.zoneFiles = zoneFiles
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
