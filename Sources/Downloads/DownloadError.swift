/// Why a file could not be fetched.
public struct DownloadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Problem: Hashable, Sendable {
    /// The address is no URL, or not one of HTTPS.
    case notSecure
    /// The server sent us on to an address that must not be followed.
    case redirection(to: String)
    /// The server sent us on and on.
    case tooManyRedirections(limit: Int)
    /// The answer is larger than the limit.
    case tooLarge(limit: Int)
    /// Nothing came in time.
    case timedOut
    /// The answer broke off.
    case cutOff(received: Int, announced: Int?)
    /// The server could not be reached, for the reason given.
    case unreachable(String)
    /// The server answered with this status.
    case status(Int)
    /// The server asked to come back after more seconds than we wait.
    case busy(seconds: Int)
    /// A web page came instead of a file.
    case webPage
    /// An answer without content came.
    case empty
  }

  /// What was wrong the last time.
  public let problem: Problem
  /// The address.
  public let address: String
  /// How often it was tried.
  public let tries: Int

  /// Creates an error.
  public init(_ problem: Problem, address: String, tries: Int) {
    self.problem = problem
    self.address = address
    self.tries = tries
  }

  /// What was wrong, in lower case, with the figures.
  public var message: String {
    switch problem {
    case .notSecure: return "the address is not one of https"
    case .redirection(let place): return "the server sends us on to \(place), which is not secure"
    case .tooManyRedirections(let limit): return "the server sends us on more than \(limit) times"
    case .tooLarge(let limit): return "the answer has more than \(limit) bytes"
    case .timedOut: return "the server did not answer in time"
    case .cutOff(let received, let announced):
      let whole = announced.map { " of \($0)" } ?? ""
      return "the answer broke off after \(received)\(whole) bytes"
    case .unreachable(let reason): return "the server could not be reached (\(reason))"
    case .status(let code): return "the server answered with status \(code)"
    case .busy(let seconds): return "the server asks to come back in \(seconds) seconds"
    case .webPage: return "a web page came instead of a list"
    case .empty: return "the answer is empty"
    }
  }

  /// What the user can do.
  public var advice: String {
    switch problem {
    case .notSecure, .redirection, .tooManyRedirections, .webPage, .status(400..<429):
      "open the publisher's page, and correct the address in the manifest"
    case .tooLarge: "fetch the file by hand, look at it, and import it with lists import"
    default: "try again later; the list that is there stays current"
    }
  }

  /// The address, what was wrong and what to do.
  public var description: String { "\(address): \(message); \(advice)" }

  /// Whether the same request may go better the next time.
  var isWorthAnotherTry: Bool {
    switch problem {
    case .timedOut, .cutOff, .unreachable, .empty: true
    case .status(let code): code == 408 || code == 429 || code >= 500
    default: false
    }
  }
}
