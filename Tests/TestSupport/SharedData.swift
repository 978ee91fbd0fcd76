public import Foundation

/// Real data that lies beside the checkout on some machines and is never part of the project.
public enum SharedData {
  /// The folder; it may not exist.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")

  /// The reason to show for a test that is skipped without the data.
  public static let reason = "the real data is not beside the checkout (../shared/data)"

  /// Whether the data is there.
  public static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// A file of the data.
  public static func file(_ path: String) -> URL { folder.appending(path: path) }
}
