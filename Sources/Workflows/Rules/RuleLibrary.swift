import Foundation
import InputFiles
import Maritime
import RuleLanguage
import Screening
import StrictYAML
import Watchlists

/// The files below some paths, read and compiled as one library.
struct RuleLibrary: Sendable {
  /// What the files became.
  let compiled: CompiledLibrary
  /// Everything the authors should know, by file and place.
  let diagnostics: [Diagnostic]
  /// What compiled them, to compile changed rules with.
  var compiler: RuleCompiler { compiled.compiler }
  /// The texts, to show diagnostics in.
  let sources: [String: [UInt8]]
  /// The files it was made of, in the order in which they were read.
  let libraryFiles: [LibraryFile]

  /// The rules that compiled, by id.
  var rules: [CompiledRule] { compiled.rules }

  /// The largest rule file; `readYAML` says so with a place when it is larger.
  private static let sizeLimit = 16 << 20

  /// Compiles every document below `paths`.
  ///
  /// A single file may use what the other documents of its library give: those below the nearest
  /// folder above it that holds `policy.yaml` or `pack.yaml`, or else of its own folder.
  /// A screening leaves the tests unread.
  ///
  /// - Parameters:
  ///   - paths: Files or folders.
  ///   - exceptions: Files or folders with exceptions that stand outside the library.
  ///   - gazetteer: The ports and zones to which the library may add.
  ///   - readsTests: Whether to read the cases of the rules.
  ///   - others: Files that stand in no folder.
  /// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read or a path holds none.
  init(
    paths: [String], exceptions: [String] = [], gazetteer: Gazetteer, readsTests: Bool = true,
    others: [LibraryFile] = []
  ) throws {
    let named = Set(try (paths + exceptions).flatMap { try Self.documents(at: $0) })
    var all = try named.sorted().map(Self.read)
    for name in try Self.surroundings(of: paths) where !named.contains(name) {
      let file = try Self.read(name)
      if file.givesNames { all.append(file) }
    }
    self.init(files: all + others, gazetteer: gazetteer, readsTests: readsTests)
  }

  /// Compiles files that were read before.
  init(files all: [LibraryFile], gazetteer: Gazetteer, readsTests: Bool) {
    let compiler = LibraryCompiler(
      catalog: .standard, stateFields: VesselIdentity.stateFields, gazetteer: gazetteer)
    libraryFiles = all
    compiled = compiler.compile(all, readsTests: readsTests)
    sources = Dictionary(all.map { ($0.name, $0.bytes) }) { first, _ in first }
    diagnostics = compiled.diagnostics + Self.policyProblems(compiled, sources)
  }

  /// The rules, when none has an error.
  ///
  /// A library with one broken rule must not screen: what that rule would have found is unknown.
  /// Nor must one without rules, which would call every vessel clear.
  func checked() throws -> [CompiledRule] {
    try check()
    guard !rules.isEmpty else {
      throw WorkflowError.badInput(
        path: sources.keys.min(), message: "none of the documents is a rule, so nothing is asked",
        advice: "name the folder that holds the rules")
    }
    return rules
  }

  /// Refuses a library in which a document has an error.
  func check() throws {
    let errors = compiled.blockingErrors
    guard errors.isEmpty else { throw WorkflowError.diagnostics(errors, sources: sources) }
  }

  /// Refuses a list of the library that has the name of an imported one: one would hide the other.
  func checkNames(of snapshots: [SnapshotSummary]) throws {
    let taken = Set(snapshots.flatMap { [$0.list] + $0.regimes })
    guard let list = compiled.lists.first(where: { taken.contains($0.id) }) else { return }
    throw WorkflowError.badInput(
      path: compiled.documents.first { $0.kind == .list && $0.id == list.id }?.file,
      message: "an imported watchlist or regime is called '\(list.id)' too",
      advice: "give the list of the library another id")
  }

  /// The documents at a path that the user named; an error when there is none.
  private static func documents(at path: String) throws -> [String] {
    let files = try yamlFiles(at: path)
    guard !files.isEmpty else {
      throw WorkflowError.badInput(
        path: path, message: "the folder holds no document (.yaml, .yml)",
        advice: "check the path")
    }
    return files
  }

  private static func yamlFiles(at path: String) throws -> [String] {
    try files(at: path, extensions: ["yaml", "yml"])
  }

  private static func read(_ name: String) throws -> LibraryFile {
    LibraryFile(name: name, bytes: try InputFile.readAll(path: name, limit: sizeLimit))
  }

  /// The files of the libraries to which single files among `paths` belong.
  private static func surroundings(of paths: [String]) throws -> [String] {
    let folders = Set(paths.filter { isFile($0) }.map(libraryFolder))
    return Set(try folders.flatMap { try yamlFiles(at: $0) }).sorted()
  }

  static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue
  }

  /// The nearest folder above a file that says that it is a library; its own folder without one.
  static func libraryFolder(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let own = parts.isEmpty ? "." : parts.joined(separator: "/")
    while !parts.isEmpty {
      let folder = parts.joined(separator: "/")
      let marks = ["policy.yaml", PackManifest.fileName].map { "\(folder)/\($0)" }
      if marks.contains(where: FileManager.default.fileExists) { return folder }
      parts = parts.dropLast()
    }
    return own.isEmpty ? "/" : own
  }

  /// What is wrong with the policies of the library, which the screening reads.
  private static func policyProblems(
    _ library: CompiledLibrary, _ sources: [String: [UInt8]]
  ) -> [Diagnostic] {
    library.documents.filter { $0.kind == .policy }.flatMap { document in
      Policy.read(sources[document.file] ?? [], file: document.file).diagnostics
    }
  }
}
