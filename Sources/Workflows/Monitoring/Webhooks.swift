import Downloads
import Foundation
import InputFiles
import Maritime
import Reporting
import Storage

/// What is sent to an address, by the rules of Standard Webhooks (standardwebhooks.com, 1.0.0).
struct WebhookMessage: Hashable, Sendable {
  /// The name of the message, the same for each try.
  let id: String
  /// Lines of JSON.
  let body: [UInt8]

  /// The header lines with the signature of `id.seconds.body`.
  func headers(at time: UTCTime, key: [UInt8]) -> [String] {
    let seconds = String(time.milliseconds / 1000)
    let code = MessageCode(of: Array("\(id).\(seconds).".utf8) + body, secret: key)
    return [
      "Content-Type: application/x-ndjson", "webhook-id: \(id)", "webhook-timestamp: \(seconds)",
      "webhook-signature: v1,\(Data(code.bytes).base64EncodedString())",
    ]
  }
}

/// The addresses that are told of runs, each in order, each run until it was told.
struct Webhooks: Sendable {
  private let request: MonitorRequest
  private let key: [UInt8]

  init(_ request: MonitorRequest) throws {
    self.request = request
    for address in request.webhooks where !Messenger.allows(address) {
      throw WorkflowError.badInput(
        path: nil, message: "'\(address)' is no address of https",
        advice: "an address of http may only be one of this machine")
    }
    guard let file = request.keyFile else {
      guard request.webhooks.isEmpty else {
        throw WorkflowError.badInput(
          path: nil, message: "what is told must be signed",
          advice: "name the file with the secret with --webhook-key")
      }
      key = []
      return
    }
    key = try Self.key(file)
  }

  /// Standard Webhooks asks for a secret of 24 to 64 bytes, in base64 after `whsec_`.
  private static func key(_ file: String) throws -> [UInt8] {
    let text = String(decoding: try InputFile.readAll(path: file, limit: 1 << 10), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.hasPrefix("whsec_"),
      let secret = Data(base64Encoded: String(text.dropFirst(6))), 24...64 ~= secret.count
    else {
      throw WorkflowError.badInput(
        path: file, message: "this is no secret of a webhook",
        advice: "it is one line: whsec_ and 24 to 64 random bytes in base64")
    }
    return Array(secret)
  }

  /// Takes note of addresses that are new: they are told of the runs to come.
  func subscribe(in store: ScreeningStore) throws {
    for address in request.webhooks { _ = try store.toldRun(address) }
  }

  /// Tells every address of the runs that it was not told of yet.
  ///
  /// - Returns: Whether all went well; what did not is an event, and is tried at the next look.
  func tell(
    _ store: ScreeningStore, emit: (MonitorEvent) -> Void
  ) async throws -> Bool {
    var isTold = true
    for address in request.webhooks {
      let told = try store.toldRun(address)
      for run in try store.runs() where run.id > told && run.state == .done {
        do {
          try await tell(address, of: run, in: store)
          try store.setTold(address, run: run.id)
        } catch let error as DownloadError {
          emit(.undelivered(run: run.id, address: address, message: error.message))
          isTold = false
          break
        }
      }
    }
    return isTold
  }

  private func tell(_ address: String, of run: StoredRun, in store: ScreeningStore) async throws {
    for message in try RunNews(of: run, in: store).messages(to: address) {
      try await request.messenger.send(
        message.body, to: address, headers: message.headers(at: request.clock(), key: key))
    }
  }
}
