import Foundation

/// The files of this repository.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The paths of all files below a folder, sorted, without what the tools make; none without it.
  static func files(in folder: String = "") -> [String] {
    let start = folder.isEmpty ? root : root.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    return (paths ?? [])
      .filter { path in
        !path.split(separator: "/").contains { [".git", ".build", ".swiftpm"].contains($0) }
      }
      .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
      .filter { !isFolder($0) }.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: root.appending(path: path).path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift files below some folders.
  static func sources(in folders: String...) throws -> [SwiftSource] {
    try allSources.get().filter { source in folders.contains { source.path.hasPrefix("\($0)/") } }
  }

  /// Read once for all tests.
  private static let allSources = Result {
    try ["Sources", "Tests"].flatMap { files(in: $0) }.filter { $0.hasSuffix(".swift") }
      .map { SwiftSource(path: $0, text: try text($0)) }
  }

  /// The folders in `Sources`: one for each target.
  static func targets() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
      .sorted()
  }
}
