import Detection
import InputFiles
public import Maritime

/// What other systems' files are to `importFacts`.
public enum FactFormat: String, Sendable, CaseIterable {
  /// Events of Global Fishing Watch.
  case gfw
  /// Entities of FollowTheMoney.
  case ftm
  /// Facts as CSV.
  case csv
}

/// The facts of a file of another system.
public struct ImportedFacts: Sendable {
  /// The facts, in the order of facts files.
  public let facts: [Fact]
  /// What told no fact, counted by reason, with the first of each.
  public let rejections: RejectionTally

  /// The facts of each kind, then what was rejected and why, with the first lines of each reason.
  public var text: String {
    let kinds = countsByKind(facts)
      .sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let reasons = rejections.counts.sorted { $0.key < $1.key }.map { reason, count in
      let examples = rejections.examples.filter { $0.reason == reason }.map { example in
        "    \(example.file):\(example.line)" + (example.detail.map { ": \($0)" } ?? "") + "\n"
      }
      return "  \(reason) \(count)\n" + examples.joined()
    }
    return "\(facts.count) facts (\(kinds.joined(separator: ", "))), \(rejections.total) rejected\n"
      + reasons.joined()
  }
}

/// The largest file of another system that is read: they are read whole, and refer to themselves.
private let largestImport = 1 << 30

/// Reads the facts in a file of another system.
///
/// - Throws: `WorkflowError.badInput` for a file in which nothing is a fact, `InputFileError` for
///   one that cannot be read or has more than 1 GiB.
public func importFacts(_ path: String, from format: FactFormat) throws -> ImportedFacts {
  let bytes = try InputFile.readAll(path: path, limit: largestImport)
  let (facts, rejections) =
    switch format {
    case .gfw: GFWEvents.read(bytes, file: path)
    case .ftm: FollowTheMoney.read(bytes, file: path)
    case .csv: FactTable(kinds: FactCatalog.standard.kinds).read(bytes, file: path)
    }
  if facts.isEmpty {
    let first = rejections.first.map { "; line \($0.line): \($0.reason) (\($0.detail ?? ""))" }
    throw WorkflowError.badInput(
      path: path, message: "nothing in the file is a fact\(first ?? "")",
      advice: "what --from \(format.rawValue) takes is described in docs/imports.md")
  }
  var tally = RejectionTally()
  rejections.forEach { tally.add($0) }
  return ImportedFacts(facts: facts.withoutRepeats, rejections: tally)
}

/// Writes imported facts as a facts file, which appears whole or not at all.
///
/// - Throws: `InputFileError` when the file cannot be written.
public func writeFacts(_ imported: ImportedFacts, to path: String) throws {
  try OutputFile.write(FactFile.lines(of: imported.facts), to: path)
}
