import Foundation
import InputFiles
import Maritime
import RuleLanguage

/// What became of a pack.
public struct PackReport: Sendable {
  /// One line for each thing that was found, then what was done.
  public let text: String
}

/// Writes the manifest of a folder of rules: each file's digest, each rule's meaning.
///
/// - Parameters:
///   - path: The folder.
///   - id: The name of the pack; that of the manifest there when `nil`.
///   - geography: Ports and zones that the rules may name.
/// - Returns: The revision, and the rules whose meaning changed without a new version.
/// - Throws: `WorkflowError` when a rule has an error, or its meaning changed and its version did
///   not.
public func buildPack(
  at path: String, id: String?, geography: GeographySources
) throws -> PackReport {
  let folder = try PackFolder(path)
  let library = try RuleLibrary(
    paths: [folder.path], gazetteer: try geography.load().gazetteer)
  try library.check()
  let old = try folder.manifest()?.manifest
  guard let id = id ?? old?.id else {
    throw WorkflowError.badInput(
      path: path, message: "the pack has no name yet",
      advice: "name it with --id, such as acme-rules")
  }
  let unraised = old?.unraised(among: library.compiled.lock) ?? []
  if let first = unraised.first {
    throw WorkflowError.badInput(
      path: path,
      message:
        "rule '\(first.rule)' means something else now and is still version \(first.version)",
      advice: "raise `version:` of \(unraised.map(\.rule).joined(separator: ", "))")
  }
  let files = try folder.digests().map {
    PackManifest.File(path: $0.key, digest: $0.value.description)
  }
  let draft = PackManifest(
    id: id, revision: old?.revision ?? 1, files: files, lock: library.compiled.lock)
  if draft == old { return PackReport(text: "\(id) revision \(draft.revision): nothing changed\n") }
  let manifest = PackManifest(
    id: id, revision: (old?.revision ?? 0) + 1, files: files, lock: draft.lock)
  let file = try OutputFile(path: folder.manifestPath)
  try file.write(manifest.yaml)
  try file.commit()
  return PackReport(
    text: "\(id) revision \(manifest.revision): \(files.count) files,"
      + " \(manifest.lock.count) rules; sign it now\n")
}

/// Signs the manifest of a pack with a key file.
///
/// - Throws: `WorkflowError` when the folder does not hold what its manifest says.
public func signPack(at path: String, keyFile: String) throws -> PackReport {
  let folder = try PackFolder(path)
  let (manifest, bytes) = try existingManifest(of: folder)
  try checkFiles(of: folder, against: manifest)
  let digits = String(
    decoding: try InputFile.readAll(path: keyFile, limit: 1 << 12), as: UTF8.self
  ).trimmingCharacters(in: .newlines)
  guard let key = HexadecimalText.bytes(digits).flatMap({ SigningKey($0) }),
    let signature = key.signature(of: bytes)
  else {
    throw WorkflowError.badInput(
      path: keyFile, message: "this is no key", advice: "make one: pratique rules pack keygen")
  }
  let file = try OutputFile(path: folder.signaturePath)
  try file.write("\(signature)\n")
  try file.commit()
  return PackReport(
    text: "\(manifest.id) revision \(manifest.revision) signed by key \(key.verifying)\n")
}

/// Verifies a pack against a trust file.
///
/// - Parameters:
///   - path: The folder.
///   - trustFile: The file with the keys that may sign.
///   - accepts: Whether to remember the revision, so that no older one is taken any more.
/// - Returns: What was verified.
/// - Throws: `WorkflowError.badInput` that says what is wrong: no manifest, no signature, one of
///   nobody who is trusted, a changed, missing or extra file, an older revision.
public func verifyPack(
  at path: String, trustFile: String, accepts: Bool
) throws -> PackReport {
  let trust = try TrustFile(path: trustFile)
  let (manifest, key) = try verified(try PackFolder(path), trust)
  if accepts { try trust.accept(manifest.id, revision: manifest.revision) }
  return PackReport(
    text: "\(manifest.id) revision \(manifest.revision): \(manifest.files.count) files,"
      + " \(manifest.lock.count) rules, signed by \(key)\(accepts ? "; accepted" : "")\n")
}

/// Makes a key: a file with the secret, and its public half for trust files.
///
/// - Throws: `WorkflowError.badInput` when the file is there already.
public func makePackKey(at path: String) throws -> PackReport {
  guard !FileManager.default.fileExists(atPath: path) else {
    throw WorkflowError.badInput(
      path: path, message: "the file is there already",
      advice: "a key is never overwritten: name another file")
  }
  var random = SystemRandomNumberGenerator()
  let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
  guard let key = SigningKey(bytes) else {
    throw WorkflowError.machineFailed(message: "no key could be made", advice: "try again")
  }
  let isMade = FileManager.default.createFile(
    atPath: path, contents: Data("\(HexadecimalText.text(bytes))\n".utf8),
    attributes: [.posixPermissions: 0o600])
  guard isMade else {
    throw WorkflowError.machineFailed(
      message: "the key could not be written to \(path)", advice: "check the folder")
  }
  return PackReport(
    text: "kind: trust\nkeys:\n  - {name: NAME, ed25519: \"\(key.verifying)\"}\n")
}

/// Refuses rules that are no pack of somebody trusted; without a trust file all rules are accepted.
func checkTrust(_ rules: String, trustFile: String?) throws {
  guard let trustFile else { return }
  _ = try verified(try PackFolder(rules), try TrustFile(path: trustFile))
}

private func verified(
  _ folder: PackFolder, _ trust: TrustFile
) throws -> (manifest: PackManifest, key: String) {
  let (manifest, bytes) = try existingManifest(of: folder)
  guard let signature = try folder.signature() else {
    throw WorkflowError.badInput(
      path: folder.path, message: "the pack has no signature (\(PackFolder.signatureName))",
      advice: "get the pack again from whoever published it; do not use it as it is")
  }
  guard let key = trust.keys.first(where: { $0.key.isRight(signature, for: bytes) }) else {
    throw WorkflowError.badInput(
      path: folder.signaturePath,
      message: "no key of \(trust.path) made the signature of this manifest",
      advice: "the manifest was changed or signed by somebody else; do not use the pack")
  }
  try checkFiles(of: folder, against: manifest)
  if let newest = trust.accepted[manifest.id], manifest.revision < newest {
    throw WorkflowError.badInput(
      path: folder.manifestPath,
      message: "revision \(manifest.revision) is older than revision \(newest), which was accepted",
      advice: "use the newer pack, or lower the revision in \(trust.path) on purpose")
  }
  return (manifest, key.name)
}

private func existingManifest(
  of folder: PackFolder
) throws -> (manifest: PackManifest, bytes: [UInt8]) {
  if let found = try folder.manifest() { return found }
  throw WorkflowError.badInput(
    path: folder.path, message: "the folder is no pack: it has no \(PackManifest.fileName)",
    advice: "make one: pratique rules pack build \(folder.path) --id NAME")
}

private func checkFiles(of folder: PackFolder, against manifest: PackManifest) throws {
  let differences = manifest.differences(from: try folder.digests())
  guard let first = differences.first else { return }
  let more = differences.count == 1 ? "" : " (and \(differences.count - 1) more)"
  throw WorkflowError.badInput(
    path: folder.path, message: "\(first)\(more): the folder is not what its manifest says",
    advice: "get the pack again, or build and sign it anew if you changed it")
}
