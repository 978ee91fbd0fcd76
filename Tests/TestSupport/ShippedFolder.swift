import Foundation

/// The path of something that ships with the program, such as `Rules`.
public func shipped(_ path: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: path).path
}
