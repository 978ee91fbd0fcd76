import Maritime
import Reporting
import Storage

/// Where the inputs of verdicts are kept by their digests: a store, or a bundle.
protocol PinnedContents {
  /// The file, for messages.
  var path: String { get }
  /// The bytes of a content, which must be there and whole.
  func bytes(_ digest: String) throws -> [UInt8]
}

extension ScreeningStore: PinnedContents {}

extension PinnedContents {
  /// The facts of a content that is a facts file.
  func facts(_ digest: String) throws -> [Fact] {
    FactFile.read(try bytes(digest), file: digest, catalog: .standard).facts
  }

  /// Compares a verdict that was made again with the one that is kept.
  ///
  /// - Parameters:
  ///   - subject: Whom the verdict is on.
  ///   - body: The digest of the kept verdict.
  ///   - again: The verdict made again; `nil` when nothing could be made.
  ///   - parts: What differs within inputs that the user replaced, by input.
  /// - Returns: What differs, if anything.
  /// - Throws: What `bytes` throws when the kept verdict is missing or damaged.
  func outcome(
    on subject: String, body: String, again: String?, parts: [String: [String]]
  ) throws -> ReplayReport.Outcome {
    let text = again ?? "null"
    guard Digest(of: text).description != body else {
      return ReplayReport.Outcome(subject: subject, difference: nil)
    }
    let kept = String(decoding: try bytes(body), as: UTF8.self)
    return ReplayReport.Outcome(
      subject: subject, difference: VerdictDifference(kept, text, parts: parts).found)
  }
}
