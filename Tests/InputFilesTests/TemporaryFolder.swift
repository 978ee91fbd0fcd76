import Foundation

/// A folder that lives as long as the value.
///
/// A class, because it is removed once.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "pratique-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // Losing this error leaves an empty folder behind, which the system clears.
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a file in the folder that holds `bytes`.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// The names in the folder, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
