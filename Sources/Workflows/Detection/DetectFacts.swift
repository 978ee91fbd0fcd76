import Detection
import InputFiles
public import Maritime
import StrictYAML

/// The facts of a run, and what they were found in.
public struct DetectedFacts: Sendable {
  /// The facts, in the order of facts files.
  public let facts: [Fact]
  /// What was read, rejected and found.
  public let statistics: DetectionStatistics
  /// The ports and zones that detection knew.
  public let gazetteer: Gazetteer
}

/// What a run of which the facts were written was found in.
public struct WrittenFacts: Sendable {
  /// What was read, rejected and found.
  public let statistics: DetectionStatistics
  let tracks: [Track]
}

/// Reads feeds and registries and finds the facts in them.
///
/// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read as what it should be.
public func detectFacts(_ request: DetectionRequest) async throws -> DetectedFacts {
  let (gazetteer, rejections) = try request.geography.load()
  return try await detectFacts(request, in: gazetteer, rejections)
}

/// Reads feeds and registries and writes the facts in them, vessel by vessel as they are found.
///
/// The lines are those of the facts that the other form returns, never all in memory at once.
///
/// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read or written.
public func detectFacts(
  _ request: DetectionRequest, writingTo path: String
) async throws -> WrittenFacts {
  let (gazetteer, rejections) = try request.geography.load()
  let inputs = try await DetectionInputs(request, in: gazetteer, rejections)
  let file = try OutputFile(path: path)
  var counts: [String: Int] = [:]
  let stream = await FactStream(inputs)
  try await inOrder(stream.portions, threads: request.threads, stream.portion) { facts in
    counts.merge(facts.counts, uniquingKeysWith: +)
    try file.write(facts.lines)
  }
  try file.commit()
  return WrittenFacts(statistics: inputs.statistics(facts: counts), tracks: inputs.tracks)
}

/// Finds facts with ports and zones that were read already.
func detectFacts(
  _ request: DetectionRequest, in gazetteer: Gazetteer, _ placeRejections: RejectionTally
) async throws -> DetectedFacts {
  let inputs = try await DetectionInputs(request, in: gazetteer, placeRejections)
  let stream = await FactStream(inputs)
  let facts = await inParallel(stream.portions, threads: request.threads, stream.facts)
    .flatMap(\.self)
  return DetectedFacts(
    facts: facts, statistics: inputs.statistics(facts: countsByKind(facts)),
    gazetteer: gazetteer)
}
