/// Tries something on the network, again when it does not work the first time.
struct Tries: Sendable {
  let limits: DownloadLimits
  let pause: @Sendable (_ seconds: Int) async throws -> Void

  /// Tries until it works, is not worth another try, or was tried often enough.
  ///
  /// A server that is busy (429 or 503) says when to come back; other failures are tried again
  /// after growing pauses.
  ///
  /// - Returns: The answer, and how often it was asked for.
  /// - Throws: `DownloadError` with the last problem.
  func run(
    _ address: String,
    _ attempt: () async -> (answer: Answer?, problem: DownloadError.Problem?)
  ) async throws(DownloadError) -> (answer: Answer?, count: Int) {
    var wait = limits.firstPause
    for number in 1... {
      let (answer, problem) = await attempt()
      guard let found = problem else { return (answer, number) }
      let error = DownloadError(found, address: address, tries: number)
      guard number < limits.tries, error.isWorthAnotherTry else { throw error }
      let seconds = answer?.retryAfter ?? wait
      guard seconds <= limits.longestPause else {
        throw DownloadError(.busy(seconds: seconds), address: address, tries: number)
      }
      do {
        try await pause(seconds)
      } catch {
        // Whoever ended the task wants no further try.
        throw DownloadError(found, address: address, tries: number)
      }
      wait = min(wait * 2, limits.longestPause)
    }
    throw DownloadError(.timedOut, address: address, tries: limits.tries)
  }
}
