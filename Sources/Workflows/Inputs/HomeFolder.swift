import Foundation

/// The folder with the rules, watchlists and examples that ship with the program.
public struct HomeFolder: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// Finds the folder from where the user and the program stand.
  ///
  /// Looks at `PRATIQUE_HOME`, then upwards from the current folder, then upwards from the program,
  /// for a folder that holds both `Rules/policy.yaml` and `Watchlists/manifest.yaml`.
  ///
  /// - Throws: `WorkflowError.badInput` when there is none.
  public init() throws {
    let process = ProcessInfo.processInfo
    if let home = process.environment["PRATIQUE_HOME"] {
      try Self.check(URL(filePath: home))
      path = home
      return
    }
    let program = URL(filePath: process.arguments.first ?? "").resolvingSymlinksInPath()
    let running = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let current = URL(filePath: FileManager.default.currentDirectoryPath)
    let candidates = [current, program, running].flatMap(Self.ancestors)
    guard let found = candidates.first(where: Self.isHome) else {
      throw WorkflowError.badInput(
        path: nil, message: "the folders Rules and Watchlists of Pratique were not found",
        advice: "run the command inside the checkout, or set PRATIQUE_HOME to it")
    }
    path = found.path
  }

  private static func check(_ url: URL) throws {
    guard isHome(url) else {
      throw WorkflowError.badInput(
        path: url.path,
        message: "PRATIQUE_HOME has no Rules/policy.yaml or Watchlists/manifest.yaml",
        advice: "set PRATIQUE_HOME to a checkout of Pratique")
    }
  }

  /// The shipped rules.
  public var rules: String { path + "/Rules" }
  /// The shipped watchlists.
  public var watchlists: String { path + "/Watchlists" }
  /// The bundled examples.
  public var examples: String { path + "/Examples" }

  private static func isHome(_ url: URL) -> Bool {
    ["Rules/policy.yaml", "Watchlists/manifest.yaml"].allSatisfy {
      FileManager.default.fileExists(atPath: url.appending(path: $0).path)
    }
  }

  private static func ancestors(of url: URL) -> [URL] {
    var folders = [url]
    while let last = folders.last, last.path != "/", folders.count < 32 {
      folders.append(last.deletingLastPathComponent())
    }
    return folders
  }
}
