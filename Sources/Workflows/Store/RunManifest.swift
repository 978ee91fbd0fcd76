import Maritime
import RuleLanguage
import Screening
import Storage
import Watchlists

/// What a run depends on beside facts, by digest: one text that the store keeps with the contents.
struct RunManifest: Sendable {
  /// The manifest as JSON.
  let text: String
  /// What is to be kept: the manifest and all that it names and the store lacks.
  let contents: [StoredContent]
  /// Names by which the contents of lists are found again without making them anew.
  let names: [String: String]

  var digest: String { Digest(of: text).description }

  /// Pins the material of a screening.
  init(_ material: ScreeningMaterial, gazetteer: Gazetteer, in store: ScreeningStore) throws {
    var contents: [StoredContent] = []
    var names: [String: String] = [:]
    func pinned(_ file: LibraryFile) throws -> JSONValue {
      let content = try StoredContent(of: file.bytes)
      contents.append(content)
      return .object([
        JSONMember("file", .string(file.name)), JSONMember("digest", .string(content.digest)),
      ])
    }
    func pinned(_ snapshot: Snapshot) throws -> JSONValue {
      let name = Self.name(of: snapshot.summary)
      var digest = try store.digest(named: name)
      if digest == nil {
        let content = try StoredContent(of: SnapshotContent.bytes(of: snapshot))
        contents.append(content)
        names[name] = content.digest
        digest = content.digest
      }
      return .object([
        JSONMember("list", .string(snapshot.summary.list)),
        JSONMember("digest", .string(snapshot.summary.digest)),
        JSONMember("content", .string(digest ?? "")),
      ])
    }
    let value = JSONValue.object([
      JSONMember("engine", .string(engineVersion)),
      JSONMember("gazetteer", .string(gazetteer.digest.description)),
      JSONMember("as_of", .string(material.dates.asOf.description)),
      JSONMember("known_as_of", .string(material.dates.knownAsOf.description)),
      JSONMember("regimes", .array(material.regimes.map(JSONValue.string))),
      JSONMember("policy", try pinned(material.policyFile)),
      JSONMember("rules", .array(try material.ruleFiles.map(pinned))),
      JSONMember("lists", .array(try material.snapshots.map(pinned))),
      JSONMember("ports", .array(try material.places.ports.map(pinned))),
      JSONMember("zones", .array(try material.places.zones.map(pinned))),
      JSONMember("decisions", .array(try material.decisionFiles.map(pinned))),
    ])
    text = value.text
    contents.append(try StoredContent(of: Array(text.utf8)))
    self.contents = contents
    self.names = names
  }

  /// Reads the policy file that a manifest names.
  static func policyFile(_ digest: String, in store: ScreeningStore) throws -> LibraryFile {
    let value = try JSONValue(reading: try store.bytes(digest)[...])
    return LibraryFile(
      name: value["policy"]?["file"]?.string ?? "",
      bytes: try store.bytes(value["policy"]?["digest"]?.string ?? ""))
  }

  /// Reads the material that a manifest names back from where it is pinned.
  static func material(
    _ digest: String, in store: some PinnedContents
  ) throws -> ScreeningMaterial {
    let value = try JSONValue(reading: try store.bytes(digest)[...])
    func file(_ value: JSONValue) throws -> LibraryFile {
      LibraryFile(
        name: value["file"]?.string ?? "",
        bytes: try store.bytes(value["digest"]?.string ?? ""))
    }
    func files(_ key: String) throws -> [LibraryFile] {
      try (value[key]?.elements ?? []).map(file)
    }
    let damaged = StorageError(.damaged, path: store.path, detail: "the manifest \(digest)")
      .ofScreenings
    guard let asOf = value["as_of"]?.string.flatMap({ UTCTime($0) }),
      let knownAsOf = value["known_as_of"]?.string.flatMap({ UTCTime($0) }),
      let policy = value["policy"]
    else { throw damaged }
    let snapshots = try (value["lists"]?.elements ?? []).map { list in
      let bytes = try store.bytes(list["content"]?.string ?? "")
      guard let snapshot = SnapshotContent.snapshot(bytes) else { throw damaged }
      return snapshot
    }
    return ScreeningMaterial(
      ruleFiles: try files("rules"), policyFile: try file(policy), snapshots: snapshots,
      places: ScreeningMaterial.Places(ports: try files("ports"), zones: try files("zones")),
      dates: AsOfDates(asOf: asOf, knownAsOf: knownAsOf),
      regimes: (value["regimes"]?.elements ?? []).compactMap(\.string),
      decisionFiles: try files("decisions"))
  }

  /// A content that a manifest names.
  struct Content {
    /// What it is one of: `rules`, `policy`, `lists`, `ports`, `zones` or `decisions`.
    let folder: String
    let name: String
    let digest: String
  }

  /// The contents that a manifest names, in its order.
  static func contents(of manifest: [UInt8]) throws -> [Content] {
    let value = try JSONValue(reading: manifest)
    let files = ["policy", "rules", "ports", "zones", "decisions"].flatMap { key in
      (value[key]?.elements ?? value[key].map { [$0] } ?? []).map { file in
        Content(
          folder: key, name: file["file"]?.string ?? key, digest: file["digest"]?.string ?? "")
      }
    }
    let lists = (value["lists"]?.elements ?? []).map { list in
      let digest = list["digest"]?.string ?? ""
      return Content(
        folder: "lists", name: "\(list["list"]?.string ?? "list")-\(digest.prefix(8)).json",
        digest: list["content"]?.string ?? "")
    }
    return files + lists
  }

  /// All that makes a snapshot what it is, and the program that read it.
  private static func name(of summary: SnapshotSummary) -> String {
    let parts = [
      engineVersion, summary.list, summary.publisher, summary.format,
      String(summary.published.milliseconds), summary.publishedBasis.rawValue, summary.digest,
      String(summary.entries), String(summary.vessels), String(summary.rejections),
      summary.regimes.joined(separator: " "),
      summary.regimesWithoutVessels.joined(separator: " "), String(summary.hasDates),
    ]
    return "list:" + Digest(ofParts: parts).description
  }
}
