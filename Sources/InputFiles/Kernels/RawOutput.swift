import Glibc

/// A file being written under a partial name.
///
/// A class, because it owns a descriptor.
final class RawOutput {
  private let path: String
  private let destination: String
  /// The name until the file is whole; `nil` when the destination is no regular file.
  private let partial: String?
  private let descriptor: Int32
  private var isOpen = true

  init(path: String) throws(InputFileError) {
    self.path = path
    destination = resolvedPath(path) ?? path
    let status = FileStatus(path: destination)
    guard status?.isDirectory != true else {
      throw InputFileError(path: path, problem: .directory)
    }
    if path == "-" {
      (partial, descriptor) = (nil, STDOUT_FILENO)
    } else if status?.isRegular == false {
      (partial, descriptor) = (nil, open(destination, O_WRONLY | O_CLOEXEC))
    } else {
      let name = "\(destination).partial-\(getpid())"
      (partial, descriptor) = (name, open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666))
    }
    guard descriptor >= 0 else { throw InputFileError(path: path, problem: Self.problem(errno)) }
  }

  func write(_ bytes: [UInt8]) throws(InputFileError) {
    let failure = bytes.withUnsafeBytes { buffer -> Int32? in
      var start = 0
      while start < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno != EINTR { return errno }
        start += max(count, 0)
      }
      return nil
    }
    if let failure { throw InputFileError(path: path, problem: Self.problem(failure)) }
  }

  /// Renames only after the bytes are on the disk, so that a power cut leaves the old file or the
  /// new.
  func commit() throws(InputFileError) {
    guard let partial else { return closeDevice() }
    try check(fsync(descriptor))
    isOpen = false
    try check(close(descriptor))
    try check(rename(partial, destination))
  }

  func discard() {
    closeDevice()
    if let partial { unlink(partial) }
  }

  private func closeDevice() {
    if isOpen, descriptor != STDOUT_FILENO { close(descriptor) }
    isOpen = false
  }

  private func check(_ code: Int32) throws(InputFileError) {
    guard code == 0 else { throw InputFileError(path: path, problem: Self.problem(errno)) }
  }

  private static func problem(_ code: Int32) -> InputFileError.Problem {
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    case ENOENT, ENOTDIR: .notWritable(reason: "the folder does not exist")
    case EACCES, EPERM, EROFS: .notWritable(reason: systemMessage(code))
    case EISDIR: .directory
    default: .writeFailed(reason: systemMessage(code))
    }
  }
}
