/// Reads zones from GeoJSON and CSV.
public enum ZoneTable {
  /// Reads a file whose format is recognised from its content.
  ///
  /// GeoJSON features have the properties `id` and, optionally, `name`, `kind`, `country` and
  /// `groups` (words with spaces between). CSV has at least `zone,lat,lon`: each row is a corner,
  /// in order around the zone. Several features or runs of rows with one id make one zone.
  ///
  /// - Returns: The zones by id, and a rejection for every feature or row that is not part of one.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (
    zones: [Zone], rejections: [Rejection]
  ) {
    isJSON(bytes) ? readGeoJSON(bytes, file: file) : readCSV(bytes, file: file)
  }

  /// The kind of a zone whose file gives none.
  private static let unknownKind = "other"

  private static func readGeoJSON(
    _ bytes: [UInt8], file: String
  ) -> (
    zones: [Zone], rejections: [Rejection]
  ) {
    var zones: [Zone] = []
    var rejections: [Rejection] = []
    do throws(RowProblem) {
      for (index, feature) in try GeoJSON(reading: bytes).features.enumerated() {
        do throws(RowProblem) {
          zones.append(try zone(of: feature))
        } catch {
          rejections.append(error.rejection(file, feature: index + 1))
        }
      }
    } catch {
      rejections.append(error.rejection(file, line: 1))
    }
    return (joined(zones), rejections)
  }

  private static func zone(of feature: JSONValue) throws(RowProblem) -> Zone {
    let properties = feature["properties"]
    guard let id = properties?["id"]?.string, !id.isEmpty else { throw RowProblem("missing-id") }
    return Zone(
      id: id, name: properties?["name"]?.string ?? id,
      kind: properties?["kind"]?.string ?? unknownKind,
      country: try knownCountry(properties?["country"]?.string),
      groups: Set((properties?["groups"]?.string ?? "").split(separator: " ").map(String.init)),
      polygons: try GeoJSON.polygons(of: feature))
  }

  /// One zone for each id, with the polygons of all that bear it.
  private static func joined(_ zones: [Zone]) -> [Zone] {
    Dictionary(grouping: zones, by: \.id).sorted { $0.key < $1.key }.map { id, parts in
      Zone(
        id: id, name: parts[0].name, kind: parts[0].kind,
        country: parts.lazy.compactMap(\.country).first, groups: Set(parts.flatMap(\.groups)),
        polygons: parts.flatMap(\.polygons))
    }
  }
}

extension ZoneTable {
  private static func readCSV(
    _ bytes: [UInt8], file: String
  ) -> (
    zones: [Zone], rejections: [Rejection]
  ) {
    let rows = delimitedRows(in: bytes)
    let header = (rows.first?.fields ?? []).map { trimmed($0).lowercased() }
    func column(_ names: String...) -> Int? { header.firstIndex { names.contains($0) } }
    guard let id = column("zone", "id"), let latitude = column("lat", "latitude"),
      let longitude = column("lon", "longitude")
    else {
      let detail = "a zone file is GeoJSON, or CSV with at least the columns zone, lat and lon"
      return ([], [Rejection(reason: "unknown-header", file: file, line: 1, detail: detail)])
    }
    var corners: [Corner] = []
    var rejections: [Rejection] = []
    for row in rows.dropFirst() {
      do throws(RowProblem) {
        corners.append(try Corner(row, id, latitude, longitude))
      } catch {
        rejections.append(error.rejection(file, line: row.line))
      }
    }
    let (zones, problems) = zones(of: corners, file: file)
    return (zones, rejections + problems)
  }

  private static func zones(of corners: [Corner], file: String) -> ([Zone], [Rejection]) {
    var zones: [Zone] = []
    var rejections: [Rejection] = []
    for run in runs(of: corners) {
      do throws(RowProblem) {
        var ring = run.map(\.point)
        if ring.count > 1, ring.first == ring.last { ring.removeLast() }
        let outline = try Zone.checked(ring)
        zones.append(
          Zone(
            id: run[0].id, name: run[0].id, kind: unknownKind, country: nil, polygons: [[outline]]))
      } catch {
        rejections.append(error.rejection(file, line: run[0].line))
      }
    }
    return (joined(zones), rejections)
  }

  /// Rows next to each other with one id.
  private static func runs(of corners: [Corner]) -> [[Corner]] {
    corners.reduce(into: []) { runs, corner in
      if runs.last?.last?.id == corner.id {
        runs[runs.count - 1].append(corner)
      } else {
        runs.append([corner])
      }
    }
  }
}

/// A corner of a zone in a CSV file.
private struct Corner {
  let id: String
  let point: Coordinate
  let line: Int

  init(_ row: DelimitedRow, _ id: Int, _ latitude: Int, _ longitude: Int) throws(RowProblem) {
    guard row.fields.count > max(id, latitude, longitude) else {
      throw RowProblem("missing-column", "the row has \(row.fields.count) fields")
    }
    let text = (trimmed(row.fields[latitude]), trimmed(row.fields[longitude]))
    guard let latitude = Double(text.0), let longitude = Double(text.1),
      let point = Coordinate(latitude: latitude, longitude: longitude)
    else { throw RowProblem("bad-position", "'\(text.0), \(text.1)' is not on the Earth") }
    self.id = trimmed(row.fields[id])
    self.point = point
    line = row.line
    if self.id.isEmpty { throw RowProblem("missing-id") }
  }
}
