import Foundation

/// Sends messages over HTTPS, again when it does not work the first time.
///
/// A message may arrive twice: when the answer to the first try is lost, it is sent once more.
public struct Messenger: Sendable {
  private let limits: DownloadLimits
  private let pause: @Sendable (_ seconds: Int) async throws -> Void

  /// Creates a messenger.
  ///
  /// - Parameters:
  ///   - limits: How much sending may cost; an answer is read up to 64 KiB and within 30 seconds,
  ///     unless told otherwise (our own defaults).
  ///   - pause: Waits between two tries; a test passes one that only takes note.
  public init(
    limits: DownloadLimits = DownloadLimits(size: 1 << 16, idleSeconds: 15, totalSeconds: 30),
    pause: @escaping @Sendable (_ seconds: Int) async throws -> Void = {
      try await Task.sleep(for: .seconds($0))
    }
  ) {
    self.limits = limits
    self.pause = pause
  }

  /// Whether messages may go to an address: over HTTPS, or to this very machine.
  public static func allows(_ address: String) -> Bool {
    URL(string: address).map(AddressRule.allows) ?? false
  }

  /// Sends a message with POST.
  ///
  /// A server that sends us on elsewhere has not taken it.
  ///
  /// - Parameters:
  ///   - message: The bytes.
  ///   - address: Where they go.
  ///   - headers: Header lines, such as `Content-Type: application/json`.
  /// - Throws: `DownloadError` with the last problem, when no try was answered with a status from
  ///   200 to 299.
  public func send(
    _ message: [UInt8], to address: String, headers: [String]
  ) async throws(DownloadError) {
    guard Self.allows(address) else {
      throw DownloadError(.notSecure, address: address, tries: 0)
    }
    // Without this line libcurl waits a second for leave to send a long message.
    let lines = headers + ["Expect:"]
    _ = try await Tries(limits: limits, pause: pause).run(address) {
      switch await Transfer.run(at: address, headers: lines, message: message, within: limits) {
      case .failure(let failure): (nil, failure.problem)
      case .success(let answer):
        (answer, 200..<300 ~= answer.status ? nil : .status(answer.status))
      }
    }
  }
}
