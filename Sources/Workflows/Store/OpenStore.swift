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

private func userStore() -> String {
  let environment = ProcessInfo.processInfo.environment
  let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  let data = named ?? FileManager.default.homeDirectoryForCurrentUser.path + "/.local/share"
  return data + "/pratique/screenings.sqlite"
}
