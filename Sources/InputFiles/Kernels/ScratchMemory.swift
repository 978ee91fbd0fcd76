import Glibc

/// Memory for much data, in main memory or in a file that need not fit there.
///
/// Main memory comes in pages of 2 MiB where the system has them, which took a tenth of the time
/// off a detection, and is given back to the system at once. A file is removed from its folder when
/// it is made: nothing is left behind, however the program ends. Its space is reserved, so that a
/// full disk is an error and not a crash later. A class, because it owns a mapping that is given
/// back once.
public final class ScratchMemory: @unchecked Sendable {
  /// Where the memory starts; zeros at first.
  public let address: UnsafeMutableRawPointer
  /// How many bytes there are.
  public let count: Int
  private let isInFile: Bool

  /// Takes main memory; `nil` when the system has none left.
  ///
  /// Takes at least one byte.
  public init?(count: Int) {
    precondition(count > 0, "scratch memory must hold something")
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    let mapped = mmap(nil, count, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let mapped, mapped != MAP_FAILED else { return nil }
    madvise(mapped, count, MADV_HUGEPAGE)
    self.count = count
    address = mapped
    isInFile = false
  }

  /// Makes a file and maps it.
  ///
  /// - Parameters:
  ///   - count: How many bytes there are to be, at least one.
  ///   - folder: Where the file is to be.
  /// - Throws: `InputFileError` when the folder cannot be written or has too little space.
  public init(count: Int, in folder: String) throws(InputFileError) {
    precondition(count > 0, "scratch memory must hold something")
    self.count = count
    isInFile = true
    let descriptor = try namelessFile(in: folder)
    defer { close(descriptor) }
    let failure = posix_fallocate(descriptor, 0, count)
    guard failure == 0 else { throw scratchError(failure, folder) }
    let mapped = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw scratchError(errno, folder) }
    address = mapped
  }

  deinit { munmap(address, count) }

  /// Lets go of main memory for the pages that touch a range, if a file holds them.
  ///
  /// With a page the system brings in others around it, up to 64 KiB: those go as well.
  public func unload(_ range: Range<Int>) {
    guard isInFile, !range.isEmpty else { return }
    let (page, around) = (1 << 12, 1 << 16)
    let start = max(0, range.lowerBound - around) / page * page
    madvise(address + start, min(count, range.upperBound + around) - start, MADV_DONTNEED)
  }
}

/// Makes a file that is removed from its folder at once, so that nothing is left behind.
func namelessFile(in folder: String) throws(InputFileError) -> Int32 {
  var name = Array("\(folder)/pratique-XXXXXX".utf8CString)
  let descriptor = name.withUnsafeMutableBufferPointer { buffer -> Int32 in
    guard let base = buffer.baseAddress else { return -1 }
    let descriptor = mkstemp(base)
    if descriptor >= 0 {
      unlink(base)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    return descriptor
  }
  guard descriptor >= 0 else { throw scratchError(errno, folder) }
  return descriptor
}

/// Why a scratch file cannot be made or written.
func scratchError(_ code: Int32, _ folder: String) -> InputFileError {
  let problem: InputFileError.Problem =
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    case ENOENT, ENOTDIR: .notWritable(reason: "the folder does not exist")
    case EACCES, EPERM, EROFS: .notWritable(reason: systemMessage(code))
    default: .writeFailed(reason: systemMessage(code))
    }
  return InputFileError(path: folder, problem: problem)
}
