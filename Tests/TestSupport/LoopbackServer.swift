import Foundation
import Synchronization

/// A server of HTTP on this machine that answers just as a test says, however badly.
///
/// A class, because it owns a socket; it stops when the test lets go of it.
public final class LoopbackServer: Sendable {
  /// What a client asked.
  public struct Request: Sendable {
    /// The path, such as `/list.csv`.
    public let path: String
    /// The headers by their names in lower case.
    public let headers: [String: String]
    /// What was sent after the headers.
    public let body: String
    /// How often this path was asked before.
    public let before: Int
  }

  /// What the server does.
  public enum Reply: Sendable {
    /// Sends a status, headers and a body, with the length of the body unless told otherwise.
    case answer(Int, headers: [String: String] = [:], body: String = "")
    /// Sends these bytes and closes.
    case raw(String)
    /// Sends these bytes and then nothing more, without closing.
    case stall(String)
    /// Sends the head and then bytes without end.
    case flood(String)
  }

  private let socket: Int32
  private let port: UInt16
  private let counts = Mutex<[String: Int]>([:])
  private let held = Mutex<[Int32]>([])
  private let reply: @Sendable (Request) -> Reply

  /// Starts a server on a free port of 127.0.0.1.
  public init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
    self.reply = reply
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileWriteUnknown) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0, let self else {
          // Only here: a number closed while this thread still listens on it may be that of another
          // server by then, whose client it would take away.
          if client >= 0 { close(client) }
          close(descriptor)
          return
        }
        Thread.detachNewThread { self.serve(client) }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    for client in held.withLock({ $0 }) { close(client) }
  }

  /// The address of a path.
  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// How often a path was asked.
  public func count(_ path: String) -> Int { counts.withLock { $0[path] ?? 0 } }

  private func serve(_ client: Int32) {
    guard let request = read(from: client) else {
      close(client)
      return
    }
    switch reply(request) {
    case .answer(let status, let headers, let body):
      send(Self.head(status, headers, length: body.utf8.count) + body, to: client)
      close(client)
    case .raw(let text):
      send(text, to: client)
      close(client)
    case .stall(let text):
      send(text, to: client)
      held.withLock { $0.append(client) }
    case .flood(let head):
      send(head, to: client)
      let block = String(repeating: "x", count: 1 << 16)
      // Bounded, in case the client never has enough.
      for _ in 0..<4096 where !send(block, to: client) { break }
      close(client)
    }
  }

  private static func head(_ status: Int, _ headers: [String: String], length: Int) -> String {
    var lines = ["HTTP/1.1 \(status) Sample", "Connection: close"]
    lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if headers["Content-Length"] == nil, status != 304 { lines.append("Content-Length: \(length)") }
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  private func read(from client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    let end = Array("\r\n\r\n".utf8)
    var length: Int?
    while length.map({ bytes.count < $0 }) ?? true {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return nil }
      bytes += buffer[..<count]
      guard length == nil, let head = bytes.firstRange(of: end) else { continue }
      let announced = Self.headers(bytes[..<head.lowerBound])["content-length"].flatMap { Int($0) }
      length = head.upperBound + (announced ?? 0)
    }
    let head = bytes.firstRange(of: end) ?? bytes.endIndex..<bytes.endIndex
    let line = bytes.prefix { $0 != 13 }.split(separator: 32).dropFirst().first
    let path = line.map { String(decoding: $0, as: UTF8.self) } ?? "/"
    let before = counts.withLock { counts in
      defer { counts[path, default: 0] += 1 }
      return counts[path] ?? 0
    }
    return Request(
      path: path, headers: Self.headers(bytes[..<head.lowerBound]),
      body: String(decoding: bytes[head.upperBound...], as: UTF8.self), before: before)
  }

  private static func headers(_ head: ArraySlice<UInt8>) -> [String: String] {
    var headers: [String: String] = [:]
    for line in String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n").dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return headers
  }

  @discardableResult
  private func send(_ text: String, to client: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = Foundation.send(
        client, Array(bytes[sent...]), bytes.count - sent, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
