/// What names an entry in all snapshots of its list.
public struct ListEntryKey: Hashable, Sendable, Comparable {
  /// The list's id, such as `ofac-sdn`.
  public let list: String
  /// The publisher's own number of the entry.
  public let entry: String

  /// Creates a key.
  public init(list: String, entry: String) {
    self.list = list
    self.entry = entry
  }

  /// Orders by list, then by entry.
  public static func < (a: ListEntryKey, b: ListEntryKey) -> Bool {
    (a.list, a.entry) < (b.list, b.entry)
  }
}
