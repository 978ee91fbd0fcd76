/// An input row that did not become a record, and why.
public struct Rejection: Hashable, Sendable {
  /// The stable reason, in kebab case, under which rejections are counted.
  public let reason: String
  /// The file as the user gave it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong with this row, when the reason alone does not say.
  public let detail: String?

  /// Creates a rejection.
  public init(reason: String, file: String, line: Int, detail: String? = nil) {
    self.reason = reason
    self.file = file
    self.line = line
    self.detail = detail
  }
}
