import Detection
import InputFiles
import Maritime
public import Reporting

/// Writes verdicts in a format; a file whose name ends in `.ndjson` gets one JSON object a line.
public func writeVerdicts(
  _ result: ScreeningResult, format: String, style: ReportStyle, to path: String
) throws {
  let name = format == "json" && path.hasSuffix(".ndjson") ? "ndjson" : format
  guard let format = ReportFormat.named(name) else {
    throw WorkflowError.badInput(
      path: nil, message: "'\(name)' is no format of a report",
      advice: "the formats are \(ReportFormat.all.map(\.name).joined(separator: ", "))")
  }
  let file = try OutputFile(path: path)
  for piece in format.pieces(of: result.verdicts, style: style) { try file.write(piece) }
  try file.commit()
}

/// Writes what a run of a fleet found: the summary as text, or the stored verdicts as JSON.
///
/// - Throws: `StorageError` when the store cannot be read, `InputFileError` when the file cannot
///   be written.
public func writeRun(
  _ screening: StoreScreening, format: String, style: ReportStyle, to path: String
) throws {
  let file = try OutputFile(path: path)
  if format == "json" {
    let isLines = path.hasSuffix(".ndjson")
    if !isLines { try file.write("[") }
    var isFirst = true
    try screening.forEachBody { body in
      try file.write(isLines ? body + "\n" : (isFirst ? "\n" : ",\n") + body)
      isFirst = false
    }
    if !isLines { try file.write("\n]\n") }
  } else {
    try file.write(try screening.report().text(style: style))
  }
  try file.commit()
}

extension WrittenFacts {
  /// Writes the cleaned positions as CSV, by vessel and time.
  public func writePositions(to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write("mmsi,time,lat,lon,speed_kn,course,heading,file,line\r\n")
    for track in tracks {
      try file.write(track.positions.map(track.row).joined())
    }
    try file.commit()
  }
}

extension Track {
  /// Numbers as they are, because only text can hide a formula.
  fileprivate func row(of position: Position) -> String {
    let evidence = evidence(position)
    let numbers = [
      String(position.mmsi), position.instant.description,
      sevenDecimals(position.latitudeE7), sevenDecimals(position.longitudeE7),
      position.speedKnots.map { "\($0)" } ?? "", position.course.map { "\($0)" } ?? "",
      position.heading.map { "\($0)" } ?? "",
    ]
    return numbers.joined(separator: ",") + "," + csvRow([evidence.file, "\(evidence.line)"])
  }
}

private func sevenDecimals(_ e7: Int32) -> String {
  let magnitude = e7.magnitude
  let fraction = String(magnitude % 10_000_000)
  let padded = String(repeating: "0", count: 7 - fraction.count) + fraction
  return "\(e7 < 0 ? "-" : "")\(magnitude / 10_000_000).\(padded)"
}
