import InputFiles
import Maritime
import RuleLanguage
import StrictYAML

/// Whose packs of rules a user accepts, and which revisions were accepted already.
///
/// ```yaml
/// kind: trust
/// keys: [{name: acme, ed25519: "64 hexadecimal digits"}]
/// accepted: [{pack: acme-rules, revision: 7}]
/// ```
struct TrustFile: Sendable {
  struct Key: Sendable {
    let name: String
    let key: VerifyingKey
  }

  let path: String
  let keys: [Key]
  /// The newest revision of each pack that was accepted.
  let accepted: [String: Int]

  init(path: String) throws {
    let bytes = try InputFile.readAll(path: path, limit: 1 << 20)
    let document = readYAML(bytes, file: path)
    guard let root = document.root else {
      throw WorkflowError.diagnostics(document.diagnostics, sources: [path: bytes])
    }
    self.path = path
    let known: Set = ["kind", "keys", "accepted"]
    guard root["kind"]?.text == "trust", let entries = root.entries,
      entries.allSatisfy({ known.contains($0.key) }), let items = root["keys"]?.items,
      !items.isEmpty
    else { throw Self.malformed(path, line: 1, "the file names no keys") }
    keys = try items.map { try Self.key($0, path) }
    let revisions = try (root["accepted"]?.items ?? []).map { try Self.revision($0, path) }
    accepted = Dictionary(revisions) { max($0, $1) }
  }

  private static func key(_ node: YAMLNode, _ path: String) throws -> Key {
    guard let name = node["name"]?.text, name.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil,
      let key = node["ed25519"]?.text.flatMap({ VerifyingKey(hexadecimal: $0) }),
      node.entries?.count == 2
    else {
      throw malformed(
        path, line: node.span.start.line, "a key has a `name` and 64 digits of `ed25519`")
    }
    return Key(name: name, key: key)
  }

  private static func revision(_ node: YAMLNode, _ path: String) throws -> (String, Int) {
    guard let pack = node["pack"]?.text, let revision = node["revision"]?.text.flatMap({ Int($0) }),
      revision > 0, node.entries?.count == 2
    else {
      throw malformed(
        path, line: node.span.start.line, "an accepted pack has `pack` and `revision`")
    }
    return (pack, revision)
  }

  private static func malformed(_ path: String, line: Int, _ message: String) -> WorkflowError {
    .badInput(
      path: path, message: "line \(line): \(message)",
      advice: "write it as docs/rule-language.md shows under Packs")
  }

  /// Writes the file with a newer revision of a pack among those accepted.
  func accept(_ pack: String, revision: Int) throws {
    var all = accepted
    all[pack] = max(all[pack] ?? 0, revision)
    let keys = keys.map { "  - {name: \($0.name), ed25519: \"\($0.key)\"}\n" }
    let revisions = all.sorted { $0.key < $1.key }.map {
      "  - {pack: \($0.key), revision: \($0.value)}\n"
    }
    let file = try OutputFile(path: path)
    try file.write(
      "kind: trust\nkeys:\n\(keys.joined())accepted:\n\(revisions.joined())")
    try file.commit()
  }
}
