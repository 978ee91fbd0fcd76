import InputFiles
import Maritime
import Reporting
import Screening
import Storage

/// What a report draws beside its verdicts: all facts, tracks and land.
struct ReportMaterial {
  private let grouping: VesselGrouping?
  private let store: ScreeningStore?
  private let positions: PositionTable

  init(_ request: ReportRequest) throws {
    grouping =
      request.factFiles.isEmpty
      ? nil : VesselGrouping(try readFacts(request.factFiles).facts.withoutRepeats)
    store = try request.store.map { try openStore($0, access: .reading) }
    positions = try PositionTable(request.positionFiles)
  }

  func reports(_ verdicts: [Verdict]) throws -> [VesselReport] {
    try verdicts.map { verdict in
      let facts = try facts(of: verdict)
      let known = facts ?? VesselReport(verdict).citedFacts
      let radios = Set(
        ([verdict.subject.vessel] + known.map(\.header.vessel)).compactMap(\.mmsi))
      return VesselReport(
        verdict, allFacts: facts, track: positions.track(of: radios, before: verdict.asOf))
    }
  }

  /// The polygons of coastline files; `nil` without any.
  static func land(_ paths: [String]) throws -> MapLand? {
    var rejections = RejectionTally()
    return try GeographySources(coastlineFiles: paths).polygons(&rejections).map(MapLand.init)
  }

  /// All facts that a verdict rests on; `nil` when the user named no place that has them.
  private func facts(of verdict: Verdict) throws -> [Fact]? {
    // A verdict on a company pins no facts of one vessel, and the vessels' own verdicts do.
    guard verdict.company == nil else { return nil }
    let vessel = verdict.subject.vessel
    if let grouping {
      let number = vessel.imo?.description ?? vessel.mmsi?.description ?? ""
      let own = grouping.key(number).map(grouping.facts) ?? []
      return try checked(own, verdict, "the facts files do not hold the facts of \(vessel)")
    }
    guard let store else { return nil }
    guard let kept = try store.verdict(body: Digest(of: verdict.json).description) else {
      throw WorkflowError.badInput(
        path: store.path, message: "the store does not have this verdict on \(vessel)",
        advice: "name the store that screen --db kept it in, or leave out --db")
    }
    return try checked(
      store.facts(kept.verdict.facts), verdict, "the store does not hold the facts of \(vessel)")
  }

  /// A report must not show facts that its verdict does not rest on.
  private func checked(_ facts: [Fact], _ verdict: Verdict, _ problem: String) throws -> [Fact] {
    let known = facts.filter { $0.header.span.start < verdict.asOf }
    let digest = Digest(ofParts: known.sortedIDs).description
    guard digest == verdict.digests.facts else {
      throw WorkflowError.badInput(
        path: nil,
        message: "\(problem) that its verdict rests on: their digest is \(digest.prefix(12)),"
          + " not \(verdict.digests.facts.prefix(12))",
        advice: "give all facts files that the screening read, as they were, or leave them out")
    }
    return known
  }
}

/// The positions of CSV files with at least `mmsi,time,lat,lon`.
private struct PositionTable {
  private var tracks: [MMSI: [VesselReport.TrackPoint]] = [:]

  init(_ paths: [String]) throws {
    for path in paths.sorted() { try read(path) }
  }

  /// The positions that some radios sent before an instant.
  func track(of radios: Set<MMSI>, before end: UTCTime) -> [VesselReport.TrackPoint] {
    Set(radios.flatMap { tracks[$0] ?? [] }).filter { $0.time < end }
      .sorted {
        ($0.time, $0.position.latitudeE7, $0.position.longitudeE7)
          < ($1.time, $1.position.latitudeE7, $1.position.longitudeE7)
      }
  }

  private mutating func read(_ path: String) throws {
    let rows = delimitedRows(in: try InputFile.readAll(path: path))
    let header = rows.first?.fields.map { $0.lowercased() } ?? []
    let columns = ["mmsi", "time", "lat", "lon"].compactMap { header.firstIndex(of: $0) }
    guard columns.count == 4 else {
      throw WorkflowError.badInput(
        path: path, message: "line 1: the header lacks one of mmsi, time, lat and lon",
        advice: "give a file that detect --positions wrote")
    }
    for row in rows.dropFirst() where row.fields.contains(where: { !$0.isEmpty }) {
      let values = columns.map { row.fields.indices.contains($0) ? row.fields[$0] : "" }
      guard let mmsi = MMSI(values[0]), let time = UTCTime(values[1]),
        let latitude = Double(values[2]), let longitude = Double(values[3]),
        let position = Coordinate(latitude: latitude, longitude: longitude)
      else {
        throw WorkflowError.badInput(
          path: path, message: "line \(row.line): there is no position in it",
          advice: "a row has an MMSI, a time and degrees of latitude and longitude")
      }
      tracks[mmsi, default: []].append(
        VesselReport.TrackPoint(time: time, position: position))
    }
  }
}
