import Detection
import InputFiles
import Maritime

/// The rows of all registry files.
struct RegistryReading: Sendable {
  let records: [RegistryRecord]
  let rejections: RejectionTally
}

/// Reads registry files, sorted by name so that their order does not matter.
///
/// - Throws: `WorkflowError.badInput` for a file in which no row is a record.
func readRegistries(_ paths: [String]) throws -> RegistryReading {
  var records: [RegistryRecord] = []
  var rejections = RejectionTally()
  for path in paths.sorted() {
    let (read, rejected) = RegistryFile.read(try InputFile.readAll(path: path), file: path)
    if read.isEmpty, let first = rejected.first {
      throw WorkflowError.rejected(
        first, in: path,
        advice: "a registry file is CSV with imo or mmsi and more columns (see docs/facts.md)")
    }
    records += read
    rejected.forEach { rejections.add($0) }
  }
  return RegistryReading(records: records, rejections: rejections)
}
