import Foundation
public import Testing

/// Compares text with the file `Snapshots/NAME` of the test target, or writes the file.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes; read the difference before you commit it.
public func expectSnapshot(
  _ text: String, _ name: String, testFile: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let file = snapshotFolder(of: URL(filePath: testFile)).appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return
  }
  // A snapshot that is not there differs from everything, and the message says what to do.
  let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(
    text == expected, "\(name) differs; RECORD_SNAPSHOTS=1 swift test rewrites it",
    sourceLocation: location)
}

/// `Tests/XTests/Snapshots` for a test file anywhere in `Tests/XTests`.
private func snapshotFolder(of testFile: URL) -> URL {
  let parents = sequence(first: testFile.deletingLastPathComponent()) {
    $0.path == "/" ? nil : $0.deletingLastPathComponent()
  }
  let target = parents.first { $0.deletingLastPathComponent().lastPathComponent == "Tests" }
  return (target ?? testFile.deletingLastPathComponent()).appending(path: "Snapshots")
}
