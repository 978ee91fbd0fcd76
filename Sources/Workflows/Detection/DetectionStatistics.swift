import Detection
public import Maritime

/// What a detection read, rejected and found.
public struct DetectionStatistics: Sendable {
  /// One element for each feed file, by name.
  public let feeds: [FeedStatistics]
  /// How many vessels sent a position or described themselves.
  public let vessels: Int
  /// How many positions the tracks hold.
  public let positions: Int
  /// Positions that no track holds, by reason.
  public let leftOut: RejectionTally
  /// Rows of registry files that became nothing.
  public let registryRejections: RejectionTally
  /// Rows of tables of facts that became nothing.
  public let tableRejections: RejectionTally
  /// Rows of port and zone files, and features of coastlines, that became nothing.
  public let geographyRejections: RejectionTally
  /// How many edges the coastline had; `nil` without one, when nothing is known of shores.
  public let coastline: Int?
  /// How many facts of each kind were found.
  public let facts: [String: Int]

  init(
    feeds: [FeedStatistics], tracks: [Track], leftOut: RejectionTally,
    registry: RejectionTally, tables: RejectionTally, geography: RejectionTally,
    coastline: Int?, facts: [String: Int]
  ) {
    self.feeds = feeds
    vessels = tracks.count
    positions = tracks.reduce(0) { $0 + $1.positions.count }
    self.leftOut = leftOut
    registryRejections = registry
    tableRejections = tables
    geographyRejections = geography
    self.coastline = coastline
    self.facts = facts
  }

  /// The figures as one JSON object, keys sorted.
  public var json: JSONValue {
    .object([
      JSONMember("files", .array(feeds.map(\.json))),
      JSONMember("vessels", .number(Double(vessels))),
      JSONMember("positions", .number(Double(positions))),
      JSONMember("left_out", leftOut.json),
      JSONMember("registry_rejections", registryRejections.json),
      JSONMember("table_rejections", tableRejections.json),
      JSONMember("geography_rejections", geographyRejections.json),
      JSONMember("coastline_edges", coastline.map { .number(Double($0)) } ?? .null),
      JSONMember("facts", facts.json),
    ])
  }
}

extension FeedStatistics {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("name", .string(name)), JSONMember("format", .string(format)),
      JSONMember("counts", counts.json), JSONMember("rejections", rejections.json),
    ])
  }
}

extension RejectionTally {
  /// The counts by reason, and the first rows of each.
  fileprivate var json: JSONValue {
    .object([
      JSONMember("total", .number(Double(total))), JSONMember("reasons", counts.json),
      JSONMember("examples", .array(examples.map(\.json))),
    ])
  }
}

extension Rejection {
  fileprivate var json: JSONValue {
    .object(
      [
        JSONMember("reason", .string(reason)), JSONMember("file", .string(file)),
        JSONMember("line", .number(Double(line))),
      ] + (detail.map { [JSONMember("detail", .string($0))] } ?? []))
  }
}

extension [String: Int] {
  fileprivate var json: JSONValue {
    .object(sorted { $0.key < $1.key }.map { JSONMember($0.key, .number(Double($0.value))) })
  }
}
