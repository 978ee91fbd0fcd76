import Foundation
import Maritime
import Storage

/// What tells cheaply whether the files of a screening changed: names, sizes and times of change.
struct InputFingerprint: Sendable {
  let digest: Digest

  init(_ request: ScreeningRequest, store: ScreeningStore) throws {
    let suppressions = CaseBook(try store.log()).acts.count { $0.suppression != nil }
    let lines = try Self.paths(of: request).flatMap(Self.lines)
    digest = Digest(ofParts: ["\(suppressions) suppressions"] + lines)
  }

  private static func paths(of request: ScreeningRequest) throws -> [String] {
    let detection = request.detection
    let tables = detection.tables
    let feeds = detection.aisFiles + detection.registryFiles + request.factFiles
    let kept = tables.identityHistory + tables.ownership + tables.papers + tables.sightings
    let places = detection.portFiles + detection.zoneFiles + detection.coastlineFiles
    let single = [
      detection.mappingFile, detection.parametersFile, request.policyFile, request.trustFile,
      request.fleetFile,
    ].compactMap(\.self)
    let rules = try request.rules ?? HomeFolder().rules
    let lists = try request.lists ?? HomeFolder().watchlists
    return feeds + kept + places + single + request.exceptionFiles
      + request.decisionFiles + [rules, lists]
  }

  /// The files at a path.
  ///
  /// What is not there has a line too, so that it is missed.
  private static func lines(_ path: String) -> [String] {
    var paths = [path]
    if let below = FileManager.default.enumerator(atPath: path) {
      paths += below.compactMap { $0 as? String }.map { path + "/" + $0 }.sorted()
    }
    // SQLite changes these when somebody only reads.
    return paths.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }.map(line)
  }

  private static func line(_ path: String) -> String {
    // What cannot be looked at is as good as not there; the screening says why.
    let found = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path)
    guard let found else { return "\(path) is not there" }
    let isFolder = found[.type] as? FileAttributeType == .typeDirectory
    let time = (found[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let size = isFolder ? 0 : found[.size] as? Int ?? 0
    let number = found[.systemFileNumber] as? Int ?? 0
    return isFolder ? path : "\(path) \(size) \(time) \(number)"
  }
}
