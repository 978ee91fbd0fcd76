import Maritime
import Testing

@testable import Watchlists

struct EntryIdentityTests {
  private static func entry(_ change: (inout Designation) -> Void = { _ in }) -> Designation {
    var entry = Designation(
      entry: "1", kind: .vessel,
      names: [DesignationName("MAIA-1", .primary), DesignationName("Maiya", .alias)],
      measures: [.assetFreeze], regime: "us", authority: "E.O.",
      source: Designation.Source(file: "a", line: 1))
    entry.identifiers = [.callSign("UB AB1"), .unverified("IMO 1")]
    entry.particulars.flag = "Russia"
    change(&entry)
    return entry
  }

  private struct Change: Sendable {
    let make: @Sendable (inout Designation) -> Void
    let parts: String?
  }

  private static let changes = [
    Change(
      make: { $0.names = [DesignationName("MAIYA", .primary), .init("Maia 1", .alias)] }, parts: nil
    ),
    Change(make: { $0.identifiers = [.unverified("imo 1"), .callSign("UBAB1")] }, parts: nil),
    Change(make: { $0.authority = "E.O. 2" }, parts: nil),
    Change(make: { $0.names.append(DesignationName("OLGA", .alias)) }, parts: "names"),
    Change(make: { $0.identifiers.append(.callSign("UBAB2")) }, parts: "numbers"),
    Change(make: { $0.particulars.built = 1990 }, parts: "particulars"),
    Change(make: { $0.particulars.formerFlags = ["Malta"] }, parts: "particulars"),
    Change(
      make: {
        $0.names = [DesignationName("OLGA", .primary)]
        $0.identifiers = []
      }, parts: "names and numbers"),
  ]

  @Test(arguments: changes.indices)
  func tellsWhatChanged(_ index: Int) {
    let change = Self.changes[index]
    let changed = EntryIdentity(of: Self.entry { change.make(&$0) })
    #expect(changed.changes(since: EntryIdentity(of: Self.entry())) == change.parts)
  }

  @Test func readsWhatWasWrittenDown() {
    let identity = EntryIdentity(of: Self.entry())
    #expect(EntryIdentity(digests: identity.digests) == identity)
    #expect(EntryIdentity(digests: ["a", "b", "c"]) == nil)
    #expect(EntryIdentity(digests: Array(identity.digests.dropLast())) == nil)
  }
}
