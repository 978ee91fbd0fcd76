import Maritime
import Screening

/// The facts of all vessels, by the hull they are about; those of files are read when needed.
struct VesselRecords: Sendable {
  /// Which hull used which radio, as all facts tell.
  let hulls: HullsByRadio
  /// Whether some facts are about companies alone.
  let hasCompanies: Bool
  /// All vessels that have a fact, hulls first, by number.
  let keys: [VesselGrouping.Key]
  /// The numbers that facts give together.
  let pairs: [VesselReference]
  private let detected: [VesselGrouping.Key: [Fact]]
  private let runs: [VesselGrouping.Key: [FactIndex.Run]]
  private let index: FactIndex

  init(_ facts: [Fact], _ index: FactIndex) {
    let named = facts.map(\.header.vessel) + index.vessels
    let hulls = HullsByRadio(named)
    pairs = named.filter { $0.mmsi != nil && $0.imo != nil }
    self.hulls = hulls
    self.index = index
    detected = Dictionary(grouping: facts) { VesselGrouping.Key($0.header.vessel, hulls) }
    var runs: [VesselGrouping.Key: [FactIndex.Run]] = [:]
    for vessel in index.vessels {
      runs[VesselGrouping.Key(vessel, hulls), default: []] += index.runs(about: vessel)
    }
    self.runs = runs.mapValues { $0.sorted { ($0.file, $0.offset) < ($1.file, $1.offset) } }
    let all = Set(detected.keys).union(runs.keys)
    hasCompanies = all.contains(.companies)
    keys = all.subtracting([.companies]).sorted()
  }

  /// The vessel that a user means by a number; `nil` when the number is neither IMO nor MMSI.
  func key(_ number: String) -> VesselGrouping.Key? { VesselGrouping.Key(number, hulls) }

  /// The digest of everything that is said of a vessel.
  ///
  /// What was digested while the files were looked through is not read again.
  func digest(_ key: VesselGrouping.Key) throws -> String {
    var parts: [String] = []
    if let facts = detected[key] {
      parts.append(Digest(of: FactFile.lines(of: facts.inFileOrder())).description)
    }
    for run in runs[key] ?? [] {
      parts.append(try index.digest(of: run))
    }
    return parts.count == 1 ? parts[0] : Digest(ofParts: parts).description
  }

  /// Everything that is said of a vessel; one that nothing is known of has no facts.
  func record(_ key: VesselGrouping.Key) throws -> VesselRecord {
    var facts = detected[key]?.inFileOrder() ?? []
    var content = FactFile.lines(of: facts)
    var (rejections, isPortable): ([Rejection], Bool) = ([], true)
    for run in runs[key] ?? [] {
      let bytes = try index.bytes(of: run)
      let path = index.path(of: run)
      let (read, rejected) = FactFile.read(
        bytes, file: path, firstLine: run.firstLine, catalog: .standard)
      facts += read
      rejections += rejected
      content += bytes
      isPortable = isPortable && !read.contains { $0.restsOnLine(of: path) }
    }
    let own = facts.withoutRepeats
    return VesselRecord(
      facts: own, content: isPortable ? content : FactFile.lines(of: own), rejections: rejections)
  }

  /// A vessel with its facts.
  func subject(_ key: VesselGrouping.Key) throws -> ScreeningSubject {
    ScreeningSubject(key, try record(key).facts)
  }

  /// The facts of a vessel in file order.
  func facts(_ key: VesselGrouping.Key) throws -> [Fact] { try record(key).facts }
}

/// What is said of a vessel.
struct VesselRecord: Sendable {
  /// Each fact once, in file order.
  let facts: [Fact]
  /// Lines that read back as the same facts, whatever file they stand in.
  let content: [UInt8]
  /// The lines that are no facts.
  let rejections: [Rejection]
}

extension Fact {
  /// Whether the fact names no evidence, so that its line in a facts file is.
  fileprivate func restsOnLine(of file: String) -> Bool {
    guard let only = header.evidence.first, header.evidence.count == 1 else { return false }
    return only.time == nil && only.file == file
  }
}

extension [Fact] {
  /// Each fact once, in file order: a facts file may hold what the feeds give again.
  var withoutRepeats: [Fact] {
    let sorted = inFileOrder()
    // What facts are sorted by is part of their ids: repeats stand together.
    let firsts = sorted.indices.filter { $0 == 0 || sorted[$0].id != sorted[$0 - 1].id }
    return firsts.count == sorted.count ? sorted : firsts.map { sorted[$0] }
  }
}
