import Foundation

/// Which addresses may be asked.
enum AddressRule {
  /// Whether a file may be fetched from an address: over HTTPS, or from this very machine.
  static func allows(_ url: URL) -> Bool {
    switch url.scheme?.lowercased() {
    case "https": url.host() != nil
    case "http": isThisMachine(url)
    default: false
    }
  }

  /// Whether a redirection may be followed: never from a secure address to one that is not, and
  /// never from another machine to this one.
  static func allows(from origin: URL, to place: URL) -> Bool {
    guard allows(place) else { return false }
    if origin.scheme?.lowercased() == "https" {
      return place.scheme?.lowercased() == "https"
        && (!isThisMachine(place) || isThisMachine(origin))
    }
    return true
  }

  /// RFC 6761 keeps the name `localhost`, RFC 1122 the addresses 127.0.0.0/8.
  private static func isThisMachine(_ url: URL) -> Bool {
    guard let host = url.host()?.lowercased() else { return false }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isLoopback = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    return isLoopback || ["localhost", "::1", "[::1]"].contains(host)
  }
}
