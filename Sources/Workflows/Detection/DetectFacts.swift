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
  let tracks: [Track]
}

/// Reads feeds and registries and finds the facts in them.
///
/// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read as what it should be.
public func detectFacts(_ request: DetectionRequest) async throws -> DetectedFacts {
  let (gazetteer, rejections) = try request.geography.load()
  return try await detectFacts(request, in: gazetteer, rejections)
}

/// Finds facts with ports and zones that were read already.
func detectFacts(
  _ request: DetectionRequest, in gazetteer: Gazetteer, _ placeRejections: RejectionTally
) async throws -> DetectedFacts {
  var geographyRejections = placeRejections
  let coastline = try request.geography.loadCoastline(&geographyRejections)
  let parameters = try readParameters(request.parametersFile)
  let mapping = try readMapping(request.mappingFile)
  let registry = try readRegistries(request.registryFiles)
  let reader = FeedReader(
    mapping: mapping, format: request.aisFormat, threads: request.threads,
    room: PositionRoom(bytes: request.memory))
  let reading = try await reader.read(request.aisFiles)
  let collection = reading.tracks
  let settings = DetectionSettings(
    gazetteer: gazetteer, coastline: coastline, parameters: parameters,
    deadweights: deadweights(of: registry.records))
  let found = await facts(in: collection.tracks, settings, threads: request.threads)
  let facts = (found + registryFacts(registry.records)).sorted()
  return DetectedFacts(
    facts: facts,
    statistics: DetectionStatistics(
      feeds: reading.statistics, tracks: collection.tracks, leftOut: collection.rejections,
      registry: registry.rejections, geography: geographyRejections,
      coastline: coastline?.edgeCount, facts: facts),
    gazetteer: gazetteer, tracks: collection.tracks)
}

/// Surveys all tracks, then asks each for its facts, in slices shared out among `threads`.
private func facts(
  in tracks: [Track], _ settings: DetectionSettings, threads: Int
) async -> [Fact] {
  let surveys = await inParallel(tracks.count, threads: threads) { index in
    defer { tracks[index].positions.unload() }
    return survey(tracks[index], at: index, settings)
  }
  let context = DetectionContext(tracks: tracks, surveys: surveys, settings: settings)
  let own = await inParallel(tracks.count, threads: threads) { index in
    defer { tracks[index].positions.unload() }
    return context.facts(ofTrackAt: index)
  }
  return own.flatMap(\.self) + context.factsAcrossTracks()
}

private func readParameters(_ path: String?) throws -> DetectionParameters {
  guard let path else { return DetectionParameters() }
  let bytes = try InputFile.readAll(path: path, limit: 1 << 20)
  let reading = DetectionParameters.read(bytes, file: path)
  guard let parameters = reading.parameters else {
    throw WorkflowError.diagnostics(reading.diagnostics, sources: [path: bytes])
  }
  return parameters
}

private func readMapping(_ path: String?) throws -> FeedMapping? {
  guard let path else { return nil }
  let bytes = try InputFile.readAll(path: path, limit: 1 << 20)
  let (mapping, diagnostics) = FeedMapping.read(bytes, file: path)
  guard let mapping else {
    throw WorkflowError.diagnostics(diagnostics, sources: [path: bytes])
  }
  return mapping
}
