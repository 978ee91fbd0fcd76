import Foundation
import InputFiles
import Maritime
import RuleLanguage

/// A folder that is a pack of rules: its files, its manifest and the signature of that.
struct PackFolder: Sendable {
  /// The name of the signature beside the manifest.
  static let signatureName = "pack.sig"

  let path: String

  var manifestPath: String { path + "/" + PackManifest.fileName }
  var signaturePath: String { path + "/" + Self.signatureName }

  init(_ path: String) throws {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw WorkflowError.badInput(
        path: path, message: "this is no folder", advice: "name the folder of the pack")
    }
  }

  /// The digest of every file below the folder but the manifest and its signature, by path.
  ///
  /// Hidden files count too: whatever could be read as part of the pack must be in its manifest.
  func digests() throws -> [String: Digest] {
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: path)
    } catch {
      throw WorkflowError.badInput(
        path: path, message: "the folder cannot be read: \(error.localizedDescription)",
        advice: "check its permissions")
    }
    var found: [String: Digest] = [:]
    for name in names.sorted() where ![PackManifest.fileName, Self.signatureName].contains(name) {
      var isFolder: ObjCBool = false
      let whole = path + "/" + name
      let exists = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
      guard exists, !isFolder.boolValue else { continue }
      found[name] = Digest(of: try InputFile.readAll(path: whole, limit: 64 << 20))
    }
    return found
  }

  /// The manifest with the bytes that a signature covers; `nil` when there is none.
  func manifest() throws -> (manifest: PackManifest, bytes: [UInt8])? {
    guard FileManager.default.fileExists(atPath: manifestPath) else { return nil }
    let bytes = try InputFile.readAll(path: manifestPath, limit: 4 << 20)
    let reading = PackManifest.read(bytes, file: manifestPath)
    guard let manifest = reading.manifest else {
      throw WorkflowError.diagnostics(reading.diagnostics, sources: [manifestPath: bytes])
    }
    return (manifest, bytes)
  }

  /// The signature; `nil` when there is none.
  func signature() throws -> Signature? {
    guard FileManager.default.fileExists(atPath: signaturePath) else { return nil }
    let bytes = try InputFile.readAll(path: signaturePath, limit: 1 << 12)
    let digits = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    if let signature = Signature(hexadecimal: digits) { return signature }
    throw WorkflowError.badInput(
      path: signaturePath, message: "this is no signature",
      advice: "sign the pack again: pratique rules pack sign \(path) --key FILE")
  }
}
