import Glibc

/// The bytes of a file as they are on disk.
///
/// A class, because it owns a descriptor.
final class RawInput: ByteSource {
  let path: String
  /// How many bytes of the file have been given out.
  private(set) var bytesRead = 0
  /// The size of a regular file; `nil` for a pipe, where nobody knows it.
  let size: Int?
  private let descriptor: Int32
  private var pending: [UInt8] = []

  init(path: String) throws(InputFileError) {
    self.path = path
    guard path != "-" else {
      (descriptor, size) = (STDIN_FILENO, nil)
      return
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw InputFileError(path: path, problem: Self.problem(errno)) }
    descriptor = opened
    let status = FileStatus(descriptor: opened)
    size = status.flatMap { $0.isRegular ? $0.size : nil }
    guard status?.isDirectory != true else {
      throw InputFileError(path: path, problem: .directory)
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The first bytes, which the next reads give again; fewer when the file is shorter.
  func peek(_ count: Int) throws(InputFileError) -> [UInt8] {
    while pending.count < count {
      var more = [UInt8](repeating: 0, count: count - pending.count)
      let added = try readFile {
        more.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      }
      if added == 0 { break }
      pending += more.prefix(added)
    }
    return pending
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFileError) -> Int {
    let count: Int
    if pending.isEmpty {
      count = try readFile { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    } else {
      count = min(pending.count, buffer.count)
      buffer.copyBytes(from: pending.prefix(count))
      pending.removeFirst(count)
    }
    bytesRead += count
    return count
  }

  /// A signal may interrupt a read before it has any bytes.
  private func readFile(_ call: () -> Int) throws(InputFileError) -> Int {
    var count = call()
    while count < 0, errno == EINTR { count = call() }
    guard count >= 0 else { throw InputFileError(path: path, problem: Self.problem(errno)) }
    return count
  }

  private static func problem(_ code: Int32) -> InputFileError.Problem {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .directory
    case EACCES, EPERM: .notReadable
    default: .readFailed(reason: systemMessage(code))
    }
  }
}
