import Detection
import Foundation
import InputFiles
import Synchronization

/// Finds room for positions in main memory up to a budget, and beyond it in files.
///
/// A class, because all that is given out counts against one budget.
final class PositionRoom: Sendable {
  private let budget: Int
  private let folder: String
  /// The bytes of main memory that are given out.
  private let used = Mutex(0)

  /// Creates a budget.
  ///
  /// - Parameters:
  ///   - bytes: How much main memory positions may take; half of the machine's unless told.
  ///   - folder: Where files go that do not fit; the system's folder for such files unless told.
  init(bytes: Int?, folder: String? = nil) {
    budget = bytes ?? Int(clamping: ProcessInfo.processInfo.physicalMemory / 2)
    self.folder = folder ?? FileManager.default.temporaryDirectory.path
  }

  /// Room for positions, of which `givenUp` are held elsewhere and given back as it fills.
  func allocate(_ count: Int, givingUp givenUp: Int) throws -> PositionMemory {
    guard count > 0 else { return PositionMemory(count: 0) }
    let bytes = count * PositionMemory.size
    let isWithinBudget = used.withLock { used in
      guard used + (count - givenUp) * PositionMemory.size <= budget else { return false }
      used += bytes
      return true
    }
    guard isWithinBudget, let memory = ScratchMemory(count: bytes) else {
      return room(count, in: try ScratchMemory(count: bytes, in: folder), counted: 0)
    }
    return room(count, in: memory, counted: bytes)
  }

  private func room(_ count: Int, in memory: ScratchMemory, counted: Int) -> PositionMemory {
    PositionMemory(
      at: memory.address, count: count, unload: { memory.unload($0) },
      free: { [self] in
        // The mapping ends with the last reference, which this closure holds.
        withExtendedLifetime(memory) { used.withLock { $0 -= counted } }
      })
  }
}
