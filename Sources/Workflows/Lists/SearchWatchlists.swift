import Maritime
public import Reporting
import Watchlists

/// Searches the newest snapshots of the lists in a folder.
///
/// After the entries that are named so come those with names that are nearly the same.
///
/// - Parameters:
///   - text: An IMO number, an MMSI, an IMO company number or words of a name.
///   - folder: The folder; the shipped lists when `nil`.
///   - limit: How many entries to return at most.
/// - Returns: The entries, best first.
/// - Throws: `WorkflowError` or `StorageError` when the lists cannot be read.
public func searchWatchlists(
  for text: String, in folder: String?, limit: Int
) throws -> ListSearchReport {
  let snapshots = try ListFolder(path: folder ?? HomeFolder().watchlists).snapshots()
  let index = DesignationIndex(snapshots)
  let found = index.search(text, limit: limit)
  let known = Set(found.map { [$0.reference.list, $0.reference.entry] })
  var matcher = ListMatcher(index)
  let near = matcher.candidates(ListMatcher.Row(name: text), limit: limit)
    .filter { !known.contains([$0.reference.list, $0.reference.entry]) }
    .map { SearchMatch(designation: $0.designation, reference: $0.reference) }
  return ListSearchReport(Array((found + near).prefix(limit)))
}
