import Glibc

/// A file of which any part can be read again at any time, by several threads.
///
/// What is compressed or comes through a pipe is first written out to a file without a name, which
/// is gone when the program ends. A class, because it owns a descriptor that is closed once.
public final class RandomInput: Sendable {
  /// The path as the user gave it; `-` is standard input.
  public let path: String
  /// How many bytes there are, decompressed.
  public let size: Int
  private let descriptor: Int32
  /// What tells cheaply whether the file is the one that it was: its place on the disk, its size
  /// and when it was changed; `nil` for what is compressed or comes through a pipe.
  public let identity: String?
  /// What tells whether somebody changed the file meanwhile.
  private let stamp: [Int]

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: A path, or `-` for standard input.
  ///   - folder: Where to write out what cannot be read again.
  /// - Throws: `InputFileError` when it cannot be read, or the folder has too little space.
  public init(path: String, spoolingIn folder: String) throws(InputFileError) {
    self.path = path
    let raw = try RawInput(path: path)
    let isPlain = Compression(firstBytes: try raw.peek(4)) == .none && raw.size != nil
    descriptor =
      isPlain ? open(path, O_RDONLY | O_CLOEXEC) : try Self.spool(InputFile(raw), in: folder)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw InputFileError(path: path, problem: .readFailed(reason: systemMessage(errno)))
    }
    size = Int(status.st_size)
    stamp = Self.stamp(of: status)
    let place = [Int(status.st_dev), Int(status.st_ino)]
    let changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    identity =
      isPlain ? (place + stamp + changed).map { String($0) }.joined(separator: " ") : nil
  }

  deinit { close(descriptor) }

  /// Reads a part; fewer bytes only where the file ends.
  ///
  /// - Throws: `InputFileError` when the file cannot be read.
  public func read(from offset: Int, count: Int) throws(InputFileError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let room = buffer.baseAddress.map { $0 + filled }
        let read = pread(descriptor, room, count - filled, offset + filled)
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        if read <= 0 { break }
        filled += read
      }
    }
    if let failure {
      throw InputFileError(path: path, problem: .readFailed(reason: systemMessage(failure)))
    }
    return bytes
  }

  /// Reads whole lines; `nil` at the end.
  ///
  /// - Parameters:
  ///   - offset: Where a line begins.
  ///   - firstLine: The number of that line.
  ///   - limit: The most bytes; no line has more.
  /// - Returns: The lines, and how many line ends they have.
  /// - Throws: `InputFileError` when the file cannot be read or a line is too long.
  public func lines(
    from offset: Int, firstLine: Int, limit: Int = 4 << 20
  ) throws(InputFileError) -> (block: LineBlock, lines: Int)? {
    var bytes = try read(from: offset, count: min(limit, max(size - offset, 0)))
    guard !bytes.isEmpty else { return nil }
    if offset + bytes.count < size {
      guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
        throw InputFileError(path: path, problem: .lineTooLong(line: firstLine, limit: limit))
      }
      bytes.removeLast(bytes.count - end - 1)
    }
    let lines = countLineFeeds(in: bytes)
    return (LineBlock(bytes: bytes, firstLine: firstLine), lines)
  }

  /// Refuses a file that somebody changed after it was opened: its parts would not belong together.
  ///
  /// - Throws: `InputFileError`.
  public func checkUnchanged() throws(InputFileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Self.stamp(of: status) == stamp else {
      throw InputFileError(
        path: path, problem: .readFailed(reason: "it was changed while it was read"))
    }
  }

  private static func stamp(of status: stat) -> [Int] {
    [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }

  private static func spool(_ file: InputFile, in folder: String) throws(InputFileError) -> Int32 {
    let descriptor = try namelessFile(in: folder)
    do throws(InputFileError) {
      while let block = try file.nextBlock(upTo: 1 << 20) {
        var done = 0
        while done < block.count {
          let written = block.withUnsafeBytes {
            write(descriptor, $0.baseAddress.map { $0 + done }, block.count - done)
          }
          if written < 0, errno == EINTR { continue }
          guard written > 0 else { throw scratchError(errno, folder) }
          done += written
        }
      }
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }
}
