/// Why a JSON value is no verdict: where it is wrong, and how.
public struct VerdictError: Error, Hashable, Sendable {
  /// The place as a path: `findings[2].points`.
  public let place: String
  /// What is wrong, in lower case.
  public let message: String

  /// Creates an error.
  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }
}

extension VerdictError: CustomStringConvertible {
  /// The place and what is wrong.
  public var description: String { place.isEmpty ? message : "\(place): \(message)" }
}
