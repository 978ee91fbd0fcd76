import InputFiles
import Maritime
import Storage

/// Verdicts with everything they depend on in one archive (`docs/reports.md`).
///
/// `bundle.json` names every other file with its digest, so that a file that was changed, is
/// missing or was added is named.
struct VerdictBundle: PinnedContents {
  /// A verdict of a bundle, by digests.
  struct Member: Hashable {
    let subject: String
    let verdict: String
    let facts: String
  }

  /// The archive's file, for messages.
  let path: String
  /// The digest of the manifest of the run.
  let manifest: String
  /// The verdicts.
  let members: [Member]
  /// The digest of the facts of other vessels and of companies.
  let others: String
  /// The digest of the numbers that facts of the run gave together, as far as they count.
  let radios: String
  private let files: [(name: String, digest: String)]
  private let contents: [String: [UInt8]]

  static let indexName = "bundle.json"
  /// The form of archives that this program writes and reads.
  private static let form = 1

  /// Puts a bundle together.
  ///
  /// - Parameters:
  ///   - path: The archive's file, for messages.
  ///   - manifest: The digest of the manifest of the run.
  ///   - members: The verdicts.
  ///   - others: The digest of the facts of other vessels and of companies.
  ///   - radios: The digest of the numbers that facts gave together.
  ///   - files: Every file with its name in the archive, the manifest among them.
  init(
    path: String, manifest: String, members: [Member], others: String, radios: String,
    files: [(name: String, bytes: [UInt8])]
  ) {
    self.path = path
    self.manifest = manifest
    self.members = members
    self.others = others
    self.radios = radios
    let digested = files.map { (name: $0.name, digest: Digest(of: $0.bytes).description) }
    self.files = digested.sorted { $0.name < $1.name }
    contents = Dictionary(zip(digested, files).map { ($0.digest, $1.bytes) }) { first, _ in first }
  }

  /// The bytes of a content.
  ///
  /// - Throws: `WorkflowError` when the bundle lacks it.
  func bytes(_ digest: String) throws -> [UInt8] {
    guard let bytes = contents[digest] else {
      throw Self.damaged(path, "it lacks the content \(digest.prefix(12))")
    }
    return bytes
  }

  /// The archive: the same bytes for the same verdicts.
  var archive: TarArchive {
    let note = """
      Verdicts of Pratique with everything they depend on. To make them again, byte for byte:

        pratique replay THIS-FILE.tar

      bundle.json names each file with its SHA-256 digest. docs/reports.md explains the rest.

      """
    let index = JSONValue.object([
      JSONMember("bundle", .number(Double(Self.form))),
      JSONMember("engine", .string(engineVersion)),
      JSONMember("manifest", .string(manifest)),
      JSONMember(
        "verdicts",
        .array(
          members.map { member in
            .object([
              JSONMember("subject", .string(member.subject)),
              JSONMember("verdict", .string(member.verdict)),
              JSONMember("facts", .string(member.facts)),
            ])
          })),
      JSONMember("others", .string(others)), JSONMember("radios", .string(radios)),
      JSONMember(
        "files",
        .array(
          files.map { file in
            .object([
              JSONMember("file", .string(file.name)), JSONMember("digest", .string(file.digest)),
            ])
          })),
    ])
    return TarArchive(
      [
        TarArchive.Entry(name: "README.txt", bytes: Array(note.utf8)),
        TarArchive.Entry(name: Self.indexName, bytes: Array((index.indentedText + "\n").utf8)),
      ] + files.map { TarArchive.Entry(name: $0.name, bytes: contents[$0.digest] ?? []) })
  }
}

extension VerdictBundle {
  /// Reads a bundle and compares every file with its digest.
  ///
  /// - Throws: `WorkflowError.badInput`, which names the file that is not as it was written.
  init(reading bytes: [UInt8], path: String) throws {
    let archive: TarArchive
    do throws(TarArchive.Failure) {
      archive = try TarArchive(reading: bytes)
    } catch {
      throw Self.damaged(path, error.message)
    }
    var rest = Dictionary(uniqueKeysWithValues: archive.entries.map { ($0.name, $0.bytes) })
    rest["README.txt"] = nil
    guard let text = rest.removeValue(forKey: Self.indexName),
      // An index that is no JSON is as bad as none.
      let index = try? JSONValue(reading: text)
    else { throw Self.damaged(path, "it has no \(Self.indexName)") }
    guard index["bundle"]?.integer == Self.form, let manifest = index["manifest"]?.string else {
      throw Self.damaged(path, "its \(Self.indexName) is not of form \(Self.form)")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for file in index["files"]?.elements ?? [] {
      let name = file["file"]?.string ?? ""
      guard let bytes = rest.removeValue(forKey: name) else {
        throw Self.damaged(path, "the file '\(name)' is missing")
      }
      guard Digest(of: bytes).description == file["digest"]?.string else {
        throw Self.damaged(path, "the file '\(name)' is not what its digest says")
      }
      files.append((name, bytes))
    }
    if let name = rest.keys.min() {
      throw Self.damaged(path, "the file '\(name)' is not one of the bundle's")
    }
    self.init(
      path: path, manifest: manifest, members: try Self.members(of: index, path),
      others: index["others"]?.string ?? "", radios: index["radios"]?.string ?? "", files: files)
  }

  private static func members(of index: JSONValue, _ path: String) throws -> [Member] {
    let members = (index["verdicts"]?.elements ?? []).compactMap { value -> Member? in
      guard let subject = value["subject"]?.string, let verdict = value["verdict"]?.string,
        let facts = value["facts"]?.string
      else { return nil }
      return Member(subject: subject, verdict: verdict, facts: facts)
    }
    guard !members.isEmpty else { throw damaged(path, "it has no verdict") }
    return members
  }

  private static func damaged(_ path: String, _ message: String) -> WorkflowError {
    .badInput(
      path: path, message: "the bundle cannot be used: \(message)",
      advice: "take the bundle from where it was filed, unchanged")
  }
}
