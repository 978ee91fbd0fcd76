import Foundation
import Storage

/// Opens the store that the user named, or the user's own.
///
/// Without a name it is `pratique/screenings.sqlite` in `$XDG_DATA_HOME`, or else in
/// `~/.local/share` (XDG Base Directory Specification 0.8).
func openStore(
  _ path: String?, access: WatchlistStore.Access
) throws -> ScreeningStore {
  try ScreeningStore(path: path ?? userStore(), access: access)
}

/// Opens a store that must be there, to change it or, on a disk that cannot be written, to read it.
func openExistingStore(_ path: String?) throws -> ScreeningStore {
  let path = path ?? userStore()
  guard FileManager.default.fileExists(atPath: path) else {
    throw StorageError(.missing, path: path).ofScreenings
  }
  let folder = URL(filePath: path).deletingLastPathComponent().path
  let isWritable = FileManager.default.isWritableFile(atPath: folder)
  return try openStore(path, access: isWritable ? .writing : .reading)
}

private func userStore() -> String {
  let environment = ProcessInfo.processInfo.environment
  let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  let data = named ?? FileManager.default.homeDirectoryForCurrentUser.path + "/.local/share"
  return data + "/pratique/screenings.sqlite"
}
