import Foundation
import Maritime

/// What one try brought.
struct Answer: Sendable {
  let status: Int
  /// The headers by their names in lower case.
  let headers: [String: String]
  let body: [UInt8]

  /// What keeps the answer from being a file; `nil` when it is one or says that nothing changed.
  var problem: DownloadError.Problem? {
    if status == 304 { return nil }
    guard status == 200 else { return .status(status) }
    if body.isEmpty { return .empty }
    return isWebPage ? .webPage : nil
  }

  /// Publishers answer with a page when a file has moved or the site is down.
  private var isWebPage: Bool {
    if headers["content-type"]?.lowercased().hasPrefix("text/html") == true { return true }
    let start = String(decoding: body.prefix(512), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{feff}" }
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  /// Where the server sends us on to (RFC 9110, section 15.4).
  var redirection: String? {
    [301, 302, 303, 307, 308].contains(status) ? headers["location"] : nil
  }

  /// How many seconds the server asks to wait, by its own clock (RFC 9110, section 10.2.3).
  var retryAfter: Int? {
    guard let text = headers["retry-after"] else { return nil }
    if let seconds = Int(text) { return max(seconds, 0) }
    guard let then = httpDate(text), let now = headers["date"].flatMap(httpDate) else { return nil }
    return Int(clamping: max(then - now, 0) / 1000)
  }

  /// When the file was changed, or else when it was sent.
  var date: UTCTime? {
    (headers["last-modified"] ?? headers["date"]).flatMap(httpDate)
  }
}
