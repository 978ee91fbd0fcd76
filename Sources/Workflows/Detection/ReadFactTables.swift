import Detection
import InputFiles
import Maritime

/// The tables that a user keeps beside AIS, by what they hold.
public struct FactTableFiles: Hashable, Sendable {
  /// Changes of identity.
  public var identityHistory: [String] = []
  /// Owners and managers.
  public var ownership: [String] = []
  /// Papers and cargo.
  public var papers: [String] = []
  /// Sightings.
  public var sightings: [String] = []

  /// Creates a list of no files.
  public init() {}

  /// Whether there is no file.
  public var isEmpty: Bool { self == FactTableFiles() }
}

/// The rows of all tables.
struct FactTableReading: Sendable {
  let facts: [Fact]
  let rejections: RejectionTally
}

/// Reads tables, sorted by name so that their order does not matter.
///
/// - Throws: `WorkflowError.badInput` for a file in which no row is a fact.
func readFactTables(_ files: FactTableFiles) throws -> FactTableReading {
  let groups: [([String], FactTable, FactKind?)] = [
    (files.identityHistory, .identityHistory, FactTable.identityHistory.kinds.first),
    (files.ownership, .ownership, FactTable.ownership.kinds.first),
    (files.papers, .papers, FactTable.papers.kinds.first),
    (files.sightings, .sightings, FactTable.sightings.kinds.first),
  ]
  var facts: [Fact] = []
  var rejections = RejectionTally()
  for (paths, table, usualKind) in groups {
    for path in paths.sorted() {
      let bytes = try InputFile.readAll(path: path)
      let (read, rejected) = table.read(bytes, file: path, usualKind: usualKind)
      if read.isEmpty, let first = rejected.first {
        throw WorkflowError.rejected(
          first, in: path, advice: "the columns of such a file are described in docs/imports.md")
      }
      facts += read
      rejected.forEach { rejections.add($0) }
    }
  }
  return FactTableReading(
    facts: facts + ownershipChanges(between: facts), rejections: rejections)
}
