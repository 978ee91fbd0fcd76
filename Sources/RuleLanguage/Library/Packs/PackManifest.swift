public import Maritime
public import StrictYAML

/// What a pack of rules consists of: the file `pack.yaml`, which a signature covers.
public struct PackManifest: Hashable, Sendable {
  /// A file and the digest of its bytes.
  public struct File: Hashable, Sendable {
    /// The path below the folder of the pack, with `/` between its parts.
    public let path: String
    /// The SHA-256 digest, 64 hexadecimal digits.
    public let digest: String

    /// Creates an entry.
    public init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// A rule, its version and what it means.
  public struct LockedRule: Hashable, Sendable {
    /// The rule's id.
    public let rule: String
    /// The version its author gave it.
    public let version: Int
    /// The semantic digest.
    public let digest: String

    /// Creates an entry.
    public init(rule: String, version: Int, digest: String) {
      self.rule = rule
      self.version = version
      self.digest = digest
    }
  }

  /// The name of the pack.
  public let id: String
  /// Raised with every release: an older one is never taken for a newer.
  public let revision: Int
  /// The files, by path.
  public let files: [File]
  /// The rules, by id.
  public let lock: [LockedRule]

  /// Creates a manifest.
  public init(id: String, revision: Int, files: [File], lock: [LockedRule]) {
    self.id = id
    self.revision = revision
    self.files = files.sorted { $0.path < $1.path }
    self.lock = lock.sorted { $0.rule < $1.rule }
  }

  /// The name of the manifest in its folder.
  public static let fileName = "pack.yaml"

  /// The text of `pack.yaml`: the same bytes for the same content.
  public var yaml: String {
    let files = files.map { "  - {path: \(quoted($0.path)), sha256: \"\($0.digest)\"}\n" }
    let lock = lock.map {
      "  - {rule: \($0.rule), version: \($0.version), digest: \"\($0.digest)\"}\n"
    }
    return "kind: pack\nlanguage: 1\nid: \(id)\nrevision: \(revision)\n"
      + "files:" + (files.isEmpty ? " []\n" : "\n" + files.joined())
      + "lock:" + (lock.isEmpty ? " []\n" : "\n" + lock.joined())
  }

  /// What differs between the manifest and the files that are there, one sentence each; sorted.
  ///
  /// - Parameter found: Every file below the folder but `pack.yaml` and its signature, by path.
  /// - Returns: Nothing when all files are as the manifest says.
  public func differences(from found: [String: Digest]) -> [String] {
    let named = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
    let missing = named.keys.filter { found[$0] == nil }.map { "\($0) is missing" }
    let others = found.compactMap { path, digest -> String? in
      guard let expected = named[path] else { return "\(path) is not part of the pack" }
      return expected == digest.description ? nil : "\(path) was changed"
    }
    return (missing + others).sorted()
  }

  /// The rules whose meaning changed while their version did not, sorted by id.
  ///
  /// - Parameter current: The rules as they are now.
  /// - Returns: The current entries.
  public func unraised(among current: [LockedRule]) -> [LockedRule] {
    let locked = Dictionary(lock.map { ($0.rule, $0) }) { first, _ in first }
    return current.filter { rule in
      locked[rule.rule].map { $0.digest != rule.digest && $0.version >= rule.version } ?? false
    }.sorted { $0.rule < $1.rule }
  }

  /// A path in double quotes, as YAML reads it.
  private func quoted(_ path: String) -> String {
    let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}

extension PackManifest.LockedRule {
  /// The entry of a rule.
  public init(_ rule: RuleHeader) {
    self.init(rule: rule.id, version: rule.version, digest: rule.digest)
  }
}

extension PackManifest {
  /// What reading a manifest gave.
  public struct Reading: Sendable {
    /// The manifest; `nil` when there is an error.
    public let manifest: PackManifest?
    /// Everything that is wrong with it.
    public let diagnostics: [Diagnostic]
  }

  /// Reads `pack.yaml`.
  public static func read(_ bytes: [UInt8], file: String) -> Reading {
    let document = readYAML(bytes, file: file, limits: YAMLLimits(bytes: 4 << 20))
    guard let root = document.root else {
      return Reading(manifest: nil, diagnostics: document.diagnostics)
    }
    var reader = RuleReader(
      source: SourceText(bytes), file: file,
      vocabulary: Vocabulary(
        catalog: FactCatalog([]), stateFields: [], gazetteer: Gazetteer(ports: [], zones: [])))
    let manifest = reader.document(root, .pack).flatMap { reader.packManifest(root, id: $0) }
    let problems = reader.diagnostics.sorted { $0.span.start < $1.span.start }
    return Reading(manifest: problems.isEmpty ? manifest : nil, diagnostics: problems)
  }
}
