public import Maritime
public import RuleLanguage
import StrictYAML

extension RuleHeader {
  /// A header for tests in which only some of it matters.
  public static func sample(
    _ id: String, status: Status = .stable, severity: Severity = .high, regimes: [String] = [],
    lookbackMonths: Int = 24, onUnknown: OnUnknown = .review, points: Int = 0, perExtra: Int = 0,
    max: Int? = nil, halfLifeDays: Int64? = nil, group: String = "behaviour",
    floor: Disposition? = nil, references: [String] = [], falsePositives: [String] = []
  ) -> RuleHeader {
    let start = SourcePosition(offset: 0, line: 1, column: 1)
    return RuleHeader(
      id: id, version: 1, title: "Title of \(id)", status: status, severity: severity,
      owner: "maritime-desk", typology: [], regimes: regimes, references: references,
      lookbackMonths: lookbackMonths, onUnknown: onUnknown,
      score: Score(
        points: points, perExtra: perExtra, max: max,
        decay: halfLifeDays.map { Decay(halfLife: $0 * 86_400_000, from: "call.end") },
        group: group),
      floor: floor, falsePositives: falsePositives, file: "Rules/\(id).yaml",
      span: SourceSpan(start: start, end: start), digest: "digest-of-\(id)")
  }
}
