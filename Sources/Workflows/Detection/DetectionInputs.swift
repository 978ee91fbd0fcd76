import Detection
import InputFiles
import Maritime
import StrictYAML

/// Everything that a detection reads.
struct DetectionInputs: Sendable {
  let settings: DetectionSettings
  let tracks: [Track]
  /// The facts that registries and tables hold, in no order.
  let tabledFacts: [Fact]
  let threads: Int
  private let feeds: [FeedStatistics]
  private let leftOut: RejectionTally
  private let registryRejections: RejectionTally
  private let tableRejections: RejectionTally
  private let geographyRejections: RejectionTally

  /// Reads all files of a request.
  init(
    _ request: DetectionRequest, in gazetteer: Gazetteer, _ placeRejections: RejectionTally
  ) async throws {
    var geographyRejections = placeRejections
    let coastline = try request.geography.loadCoastline(&geographyRejections)
    let parameters = try readParameters(request.parametersFile)
    let mapping = try readMapping(request.mappingFile)
    let registry = try readRegistries(request.registryFiles)
    let tables = try readFactTables(request.tables)
    let reader = FeedReader(
      mapping: mapping, format: request.aisFormat, parameters: parameters, threads: request.threads,
      room: PositionRoom(bytes: request.memory))
    let reading = try await reader.read(request.aisFiles)
    settings = DetectionSettings(
      gazetteer: gazetteer, coastline: coastline, parameters: parameters,
      deadweights: deadweights(of: registry.records))
    tracks = reading.tracks.tracks
    tabledFacts = registryFacts(registry.records) + tables.facts
    threads = request.threads
    feeds = reading.statistics
    leftOut = reading.tracks.rejections
    registryRejections = registry.rejections
    tableRejections = tables.rejections
    self.geographyRejections = geographyRejections
  }

  /// The statistics of a run that found so many facts of each kind.
  func statistics(facts: [String: Int]) -> DetectionStatistics {
    DetectionStatistics(
      feeds: feeds, tracks: tracks, leftOut: leftOut, registry: registryRejections,
      tables: tableRejections, geography: geographyRejections,
      coastline: settings.coastline?.edgeCount, facts: facts)
  }
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
