import InputFiles
import Maritime
import Storage

extension StoredContent {
  /// Packs bytes to be kept.
  init(of bytes: [UInt8]) throws {
    guard let packed = pack(bytes) else {
      throw WorkflowError.machineFailed(
        message: "no memory is left to pack \(bytes.count) bytes", advice: "end other programs")
    }
    self.init(digest: Digest(of: bytes).description, size: bytes.count, packed: packed)
  }

  /// The bytes, when they still are what the digest says.
  var bytes: [UInt8]? {
    guard let bytes = unpack(packed, count: size), Digest(of: bytes).description == digest else {
      return nil
    }
    return bytes
  }
}

extension ScreeningStore {
  /// The bytes of a content, which must be there and whole.
  func bytes(_ digest: String) throws -> [UInt8] {
    guard let content = try content(digest) else {
      throw StorageError(.damaged, path: path, detail: "there is no content \(digest)")
        .ofScreenings
    }
    guard let bytes = content.bytes else {
      throw StorageError(
        .damaged, path: path, detail: "the content \(digest) is not what its digest says"
      ).ofScreenings
    }
    return bytes
  }
}
