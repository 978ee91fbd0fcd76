import Foundation

/// Tells which open runs of a store a living program is making.
///
/// A program locks one byte for each of its runs in an empty file beside the store (POSIX record
/// locks), which the system takes back when the program ends, however it ends. A class, because it
/// holds the file open: closing it gives the locks back.
final class RunLocks: Sendable {
  private let descriptor: Int32

  /// Opens the file beside a store, which is made when it is missing.
  ///
  /// Where there can be none nothing is locked, and every open run counts as left by its program.
  init(beside store: String) {
    descriptor = open(store + "-runs", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Locks a run until the program ends; `false` when another program has it.
  func take(_ run: Int64) -> Bool {
    var lock = Self.byte(of: run)
    guard fcntl(descriptor, F_SETLK, &lock) == -1 else { return true }
    return errno != EACCES && errno != EAGAIN
  }

  /// Whether another program has a run.
  func isTaken(_ run: Int64) -> Bool {
    var lock = Self.byte(of: run)
    return fcntl(descriptor, F_GETLK, &lock) != -1 && lock.l_type != Int16(F_UNLCK)
  }

  private static func byte(of run: Int64) -> flock {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(run)
    lock.l_len = 1
    return lock
  }
}
