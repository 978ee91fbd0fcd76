import Foundation
import InputFiles
import Maritime
import RuleLanguage
import Watchlists

/// Where decisions about list entries are kept: a file beside the lists, and those the user names.
struct DecisionFolder: Sendable {
  /// The name of the file in the folder with the lists.
  static let fileName = "decisions.yaml"

  /// The file in the folder, whether or not there is one.
  let own: String
  private let more: [String]

  init(_ lists: String, more: [String] = []) {
    own = lists.hasSuffix("/") ? lists + Self.fileName : "\(lists)/\(Self.fileName)"
    self.more = more
  }

  /// The files as they are; a file named by the user must be there.
  func files() throws -> [LibraryFile] {
    let isThere = FileManager.default.fileExists(atPath: own)
    return try ((isThere ? [own] : []) + more.sorted()).map(Self.file)
  }

  static func file(_ path: String) throws -> LibraryFile {
    LibraryFile(name: path, bytes: try InputFile.readAll(path: path, limit: 64 << 20))
  }

  /// The decisions of a file.
  ///
  /// - Throws: `WorkflowError.diagnostics` when it has a mistake.
  static func decisions(of file: LibraryFile) throws -> [EntryDecision] {
    let reading = readDecisions(file.bytes, file: file.name)
    guard reading.diagnostics.isEmpty else {
      throw WorkflowError.diagnostics(reading.diagnostics, sources: [file.name: file.bytes])
    }
    return reading.decisions
  }
}
