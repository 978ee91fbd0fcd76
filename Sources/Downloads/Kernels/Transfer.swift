import CCurl
import Dispatch

/// One question to one address, through libcurl.
///
/// In a kernel because libcurl is asked through pointers. It follows no redirection.
enum Transfer {
  struct Failure: Error {
    let problem: DownloadError.Problem
  }

  /// Asks once, and comes back within the limits.
  ///
  /// - Parameters:
  ///   - address: Where to ask.
  ///   - headers: Header lines, such as `If-None-Match: "1"`.
  ///   - message: What to send; nothing is sent, and a file asked for, when `nil`.
  ///   - limits: What it may cost.
  /// - Returns: The answer, or why there is none.
  static func run(
    at address: String, headers: [String], message: [UInt8]? = nil, within limits: DownloadLimits
  ) async -> Result<Answer, Failure> {
    await withCheckedContinuation { continuation in
      // libcurl blocks, and must not block the threads that all tasks share.
      DispatchQueue.global().async {
        let lines = headers.map { $0.filter { !$0.isNewline } }
        continuation.resume(returning: ask(address, lines, message, within: limits))
      }
    }
  }

  private static func ask(
    _ address: String, _ lines: [String], _ message: [UInt8]?, within limits: DownloadLimits
  ) -> Result<Answer, Failure> {
    var answer = pratique_curl_answer()
    defer { pratique_curl_release(&answer) }
    // An empty array may have no address, and would be a question without a message.
    let bytes = message.map { $0.isEmpty ? [0] : $0 } ?? []
    withCStrings(lines) { headers in
      bytes.withUnsafeBufferPointer { sent in
        pratique_curl_ask(
          address, headers.baseAddress, headers.count,
          pratique_curl_message(
            bytes: message == nil ? nil : sent.baseAddress, size: message?.count ?? 0),
          pratique_curl_limits(limits), &answer)
      }
    }
    return result(of: answer, within: limits)
  }

  private static func result(
    of answer: pratique_curl_answer, within limits: DownloadLimits
  ) -> Result<Answer, Failure> {
    let headers = headers(of: text(answer.head, answer.head_size))
    func failure(_ problem: DownloadError.Problem) -> Result<Answer, Failure> {
      .failure(Failure(problem: problem))
    }
    switch answer.end {
    case PRATIQUE_CURL_WHOLE:
      return .success(
        Answer(
          status: answer.status, headers: headers, body: bytes(answer.body, answer.body_size)))
    case PRATIQUE_CURL_TIMED_OUT: return failure(.timedOut)
    case PRATIQUE_CURL_TOO_LARGE: return failure(.tooLarge(limit: limits.size))
    case PRATIQUE_CURL_CUT_OFF:
      // The length that is announced is that before decompression.
      let announced = headers["content-encoding"] == nil ? headers["content-length"] : nil
      return failure(
        .cutOff(received: answer.body_size, announced: announced.flatMap { Int($0) }))
    default:
      return failure(.unreachable(reason(of: answer)))
    }
  }

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    let characters = UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return String(decoding: characters.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func reason(of answer: pratique_curl_answer) -> String {
    withUnsafeBytes(of: answer.reason) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The headers by their names in lower case; the first of a name counts.
  private static func headers(of head: String) -> [String: String] {
    var headers: [String: String] = [:]
    for line in head.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let name = parts[0].lowercased()
      let value = String(parts[1].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      headers[name] = headers[name] ?? value
    }
    return headers
  }

  /// Calls `body` with the strings as C has them.
  private static func withCStrings(
    _ strings: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Void
  ) {
    func next(_ rest: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) {
      guard let first = rest.first else { return pointers.withUnsafeBufferPointer(body) }
      first.withCString { next(rest.dropFirst(), pointers + [$0]) }
    }
    next(strings[...], [])
  }
}

extension pratique_curl_limits {
  fileprivate init(_ limits: DownloadLimits) {
    self.init(
      size: limits.size, idle_ms: Int(limits.idleSeconds * 1000),
      total_ms: Int(limits.totalSeconds * 1000))
  }
}
