import Foundation

/// Fetches files over HTTPS, again when it does not work the first time.
public struct Downloader: Sendable {
  private let limits: DownloadLimits
  private let pause: @Sendable (_ seconds: Int) async throws -> Void

  /// Creates a downloader.
  ///
  /// - Parameters:
  ///   - limits: How much a download may cost.
  ///   - pause: Waits between two tries; a test passes one that only takes note.
  public init(
    limits: DownloadLimits = DownloadLimits(),
    pause: @escaping @Sendable (_ seconds: Int) async throws -> Void = {
      try await Task.sleep(for: .seconds($0))
    }
  ) {
    self.limits = limits
    self.pause = pause
  }

  /// Fetches a file unless the copy that is already there is the newest.
  ///
  /// Only `https` addresses are asked, and `http` ones of this machine. A server that is busy (429
  /// or 503) says when to come back; other failures are tried again after growing pauses.
  ///
  /// - Returns: A whole answer within the limits that is no web page.
  /// - Throws: `DownloadError` with the last problem.
  public func fetch(_ request: DownloadRequest) async throws(DownloadError) -> Download {
    guard let url = URL(string: request.address), AddressRule.allows(url) else {
      throw DownloadError(.notSecure, address: request.address, tries: 0)
    }
    let tries = Tries(limits: limits, pause: pause)
    let (answer, count) = try await tries.run(request.address) {
      await attempt(request, at: url)
    }
    return Download(answer, tries: count)
  }

  /// Asks once, and at the places that the server sends us on to.
  private func attempt(
    _ request: DownloadRequest, at start: URL
  ) async -> (answer: Answer?, problem: DownloadError.Problem?) {
    var url = start
    for _ in 0...limits.hops {
      switch await Transfer.run(
        at: url.absoluteString, headers: request.headers, within: limits)
      {
      case .failure(let failure): return (nil, failure.problem)
      case .success(let answer):
        guard let place = answer.redirection else { return (answer, answer.problem) }
        guard let next = URL(string: place, relativeTo: url)?.absoluteURL,
          AddressRule.allows(from: url, to: next)
        else { return (answer, .redirection(to: place)) }
        url = next
      }
    }
    return (nil, .tooManyRedirections(limit: limits.hops))
  }
}

extension DownloadRequest {
  fileprivate var headers: [String] {
    [
      entityTag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" },
    ].compactMap(\.self)
  }
}

extension Download {
  fileprivate init(_ answer: Answer?, tries: Int) {
    self.init(
      content: answer?.status == 304 ? nil : answer?.body, entityTag: answer?.headers["etag"],
      lastModified: answer?.headers["last-modified"], date: answer?.date, tries: tries)
  }
}
