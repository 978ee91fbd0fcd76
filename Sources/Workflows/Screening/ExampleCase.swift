import Foundation
import InputFiles
import Maritime
import StrictYAML

/// A bundled case: its inputs, and the date and regimes to screen it for.
struct ExampleCase: Sendable {
  let aisFiles: [String]
  let registryFiles: [String]
  let factFiles: [String]
  let listFiles: [String]
  let asOf: UTCTime?
  let regimes: [String]

  /// Reads `case.yaml` of the example called `name`.
  ///
  /// - Throws: `WorkflowError.badInput` when there is no such example.
  init(_ name: String, in home: HomeFolder) throws {
    let folder = "\(home.examples)/\(name)"
    let path = folder + "/case.yaml"
    guard !name.contains("/"), FileManager.default.fileExists(atPath: path) else {
      let names = try FileManager.default.contentsOfDirectory(atPath: home.examples).sorted()
      throw WorkflowError.badInput(
        path: nil, message: "there is no example '\(name)'",
        advice: "the examples are \(names.joined(separator: ", "))")
    }
    let bytes = try InputFile.readAll(path: path, limit: 1 << 20)
    let document = readYAML(bytes, file: path)
    guard let root = document.root else {
      throw WorkflowError.diagnostics(document.diagnostics, sources: [path: bytes])
    }
    let base = Self.shortPath(folder)
    let listed = { (key: String) in
      (root["inputs"]?[key]?.items ?? []).compactMap(\.text).map { "\(base)/\($0)" }
    }
    aisFiles = listed("ais")
    registryFiles = listed("registry")
    factFiles = listed("facts")
    listFiles = listed("lists")
    asOf = root["as_of"]?.text.flatMap { UTCTime($0) }
    regimes = (root["regimes"]?.items ?? []).compactMap(\.text)
  }

  /// The path as seen from the current folder, so that evidence does not name the user's machine.
  private static func shortPath(_ folder: String) -> String {
    let current = FileManager.default.currentDirectoryPath + "/"
    return folder.hasPrefix(current) ? String(folder.dropFirst(current.count)) : folder
  }
}
