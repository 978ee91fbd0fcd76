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

  /// The content of a file that zstd compressed.
  public static func uncompressed(_ path: String) throws -> [UInt8] {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zstd", "-dc", file(path).path]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }
}
