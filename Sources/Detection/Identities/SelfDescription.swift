import Maritime

/// What a vessel says of itself that can change.
enum DescribedField: String, CaseIterable {
  case name
  case callSign = "call_sign"
  case imo
  case type
  case length

  /// What a message says; `nil` when it leaves the field out.
  func text(_ particulars: Particulars) -> String? {
    switch self {
    case .name: particulars.name.isEmpty ? nil : particulars.name
    case .callSign: particulars.callSign.isEmpty ? nil : particulars.callSign
    case .imo: particulars.imo?.description ?? sentNumber(particulars.imoText)
    case .type: vesselType(ofShipType: particulars.shipType)
    case .length: particulars.length == 0 ? nil : String(particulars.length)
    }
  }
}

/// An IMO number that was sent although its check digit is wrong; zeros are "not available".
private func sentNumber(_ text: String) -> String? {
  text.allSatisfy { $0 == "0" || $0 == " " } ? nil : text
}

/// The word for an AIS ship type, or `nil` when not available.
///
/// Source: ITU-R M.1371-5, table 53.
func vesselType(ofShipType code: UInt8) -> String? {
  switch code {
  case 0: nil
  case 30: "fishing"
  case 31, 32, 52: "tug"
  case 33...35, 50, 51, 53...55, 58: "service"
  case 36, 37: "pleasure"
  case 60...69: "passenger"
  case 70...79: "cargo"
  case 80...89: "tanker"
  default: "other"
  }
}

/// A time in which all messages with a field said the same in it.
struct FieldRun {
  let value: String
  let first: StaticReport
  private(set) var last: StaticReport

  /// The runs of a field that last `persistence`, oldest first; one garbled message is no run.
  ///
  /// When none lasts that long, the last one stands alone: better a hint than nothing.
  static func runs(
    of field: DescribedField, in reports: [StaticReport], persistence: Int64
  ) -> [FieldRun] {
    var all: [FieldRun] = []
    for report in reports {
      guard let value = field.text(report.particulars) else { continue }
      if all.last?.value == value {
        all[all.count - 1].last = report
      } else {
        all.append(FieldRun(value: value, first: report, last: report))
      }
    }
    let lasting = all.filter { $0.last.time - $0.first.time >= persistence }
    return joined(lasting.isEmpty ? all.suffix(1) : lasting)
  }

  /// Joins neighbours that say the same once what lay between is left out.
  private static func joined(_ runs: [FieldRun]) -> [FieldRun] {
    runs.reduce(into: []) { joined, run in
      if joined.last?.value == run.value {
        joined[joined.count - 1].last = run.last
      } else {
        joined.append(run)
      }
    }
  }
}

/// All that a vessel said of itself, field by field.
struct SelfDescription {
  private let runs: [DescribedField: [FieldRun]]

  init(_ all: [StaticReport], _ parameters: DetectionParameters) {
    let persistence = parameters.milliseconds(.identityPersistence)
    let reports = Self.withoutRepetitions(all)
    runs = DescribedField.allCases.reduce(into: [:]) {
      $0[$1] = FieldRun.runs(of: $1, in: reports, persistence: persistence)
    }
  }

  /// The first and the last of neighbours that describe the vessel alike: a feed repeats itself.
  private static func withoutRepetitions(_ reports: [StaticReport]) -> [StaticReport] {
    reports.indices.filter { index in
      guard index > 0, index + 1 < reports.count else { return true }
      return !reports[index].describesAlike(reports[index - 1])
        || !reports[index].describesAlike(reports[index + 1])
    }.map { reports[$0] }
  }

  func runs(_ field: DescribedField) -> [FieldRun] { runs[field] ?? [] }

  /// The times at which any field changes, in order.
  var changeTimes: [Int64] {
    Set(runs.values.flatMap { $0.dropFirst().map(\.first.time) }).sorted()
  }

  /// What a field said at a time; before the first message, what that one said.
  func value(_ field: DescribedField, at time: Int64) -> String? {
    let runs = runs(field)
    return (runs.last { $0.first.time <= time } ?? runs.first)?.value
  }

  /// The lines of the first and last messages that speak of a period.
  func reports(from start: Int64, to end: Int64) -> [StaticReport] {
    let all = DescribedField.allCases.flatMap { runs($0) }.flatMap { [$0.first, $0.last] }
      .filter { $0.time >= start && $0.time <= end }
      .sorted { ($0.time, $0.file, $0.line) < ($1.time, $1.file, $1.line) }
    guard let first = all.first, let last = all.last else { return [] }
    return first == last ? [first] : [first, last]
  }
}

extension StaticReport {
  /// Whether two reports say the same of all that can change, but for draught and destination.
  fileprivate func describesAlike(_ other: StaticReport) -> Bool {
    let (a, b) = (particulars, other.particulars)
    return a.shipType == b.shipType && a.length == b.length && a.name == b.name
      && a.callSign == b.callSign && a.imoText == b.imoText
  }
}
