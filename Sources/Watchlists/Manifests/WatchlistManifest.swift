import Maritime
public import StrictYAML

/// Where publishers offer their lists: the file `Watchlists/manifest.yaml`.
public struct WatchlistManifest: Hashable, Sendable {
  /// One list of a publisher.
  public struct List: Hashable, Sendable {
    /// The list's id, as its format gives it.
    public let id: String
    /// The publisher's name.
    public let publisher: String
    /// The id of the format; `nil` for a list that this program does not read.
    public let format: String?
    /// The addresses of the files that make the list; empty when a person has to fetch it.
    public let files: [String]
    /// The page for a person to look at, when there is one.
    public let page: String?
  }

  /// The lists, in file order.
  public let lists: [List]

  /// Reads a manifest.
  ///
  /// - Returns: The manifest, or `nil` and at least one error.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (manifest: WatchlistManifest?, diagnostics: [Diagnostic]) {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else { return (nil, document.diagnostics) }
    var reader = ManifestReader(file: file)
    let lists = reader.lists(of: root)
    let diagnostics = document.diagnostics + reader.diagnostics
    let hasError = diagnostics.contains { $0.severity == .error }
    return (hasError ? nil : WatchlistManifest(lists: lists), diagnostics)
  }
}

/// Reads the publishers and lists of a manifest and notes what is wrong with them.
private struct ManifestReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var ids: Set<String> = []

  init(file: String) { self.file = file }

  mutating func lists(of root: YAMLNode) -> [WatchlistManifest.List] {
    checkKeys(of: root, ["publishers"])
    guard let publishers = root["publishers"]?.items else {
      report("expected-mapping", "L001", "a manifest must have a list of 'publishers'", at: root)
      return []
    }
    return publishers.flatMap { publisher in
      checkKeys(of: publisher, ["id", "name", "regime", "page", "lists"])
      let name = required("name", in: publisher)
      let page = publisher["page"]?.text
      return (publisher["lists"]?.items ?? []).compactMap { node in
        list(node, publisher: name, page: page)
      }
    }
  }

  private mutating func list(
    _ node: YAMLNode, publisher: String, page: String?
  ) -> WatchlistManifest.List? {
    checkKeys(of: node, ["id", "format", "files", "page", "remarks"])
    let (id, format) = (required("id", in: node), required("format", in: node))
    if !ids.insert(id).inserted {
      report("repeated-id", "L011", "there are two lists '\(id)'", at: node)
    }
    if format != "none", WatchlistFormat.named(format) == nil {
      report(
        "unknown-word", "L004", "'\(format)' is no format of a watchlist", at: node,
        help: "the formats are \(WatchlistFormat.all.map(\.id).joined(separator: ", ")), and none")
    }
    let files = node["files"]?.items?.compactMap(\.text) ?? []
    for address in files where !address.hasPrefix("https://") && !isThisMachine(address) {
      report("insecure-address", "L013", "'\(address)' is no address of https", at: node)
    }
    return WatchlistManifest.List(
      id: id, publisher: publisher, format: format == "none" ? nil : format, files: files,
      page: node["page"]?.text ?? page)
  }

  /// A mirror on the same machine needs no certificate.
  private func isThisMachine(_ address: String) -> Bool {
    ["http://127.0.0.1:", "http://127.0.0.1/", "http://localhost:", "http://localhost/"]
      .contains { address.hasPrefix($0) }
  }

  private mutating func required(_ key: String, in node: YAMLNode) -> String {
    if let text = node[key]?.text?.trimmedOrNil { return text }
    report("missing-key", "L002", "'\(key)' is missing", at: node)
    return ""
  }

  private mutating func checkKeys(of node: YAMLNode, _ known: [String]) {
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      report(
        "unknown-key", "L003", "'\(entry.key)' is no key here", at: entry.value,
        help: "known are \(known.joined(separator: ", "))")
    }
  }

  private mutating func report(
    _ id: String, _ code: String, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, id: id, message: message, file: file, span: node.span, help: help))
  }
}
