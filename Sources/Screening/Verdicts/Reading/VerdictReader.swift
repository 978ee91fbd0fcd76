public import Maritime
import RuleLanguage
import StrictYAML
import Watchlists

/// Reads verdicts back from their JSON, so that a report says what the verdict said.
///
/// What the JSON leaves out of a list's snapshot and of an exception is empty in what is read; no
/// report shows it. Unknown keys are for the caller to find: it writes the verdict again and
/// compares.
public struct VerdictReader: Sendable {
  let catalog: FactCatalog

  /// Creates a reader for verdicts whose facts are of these kinds.
  public init(catalog: FactCatalog) { self.catalog = catalog }

  /// Reads one verdict.
  ///
  /// - Throws: `VerdictError` for the first key that is missing or holds something else.
  public func verdict(_ value: JSONValue) throws(VerdictError) -> Verdict {
    try verdict(VerdictFields(value, at: ""))
  }

  func verdict(_ fields: VerdictFields) throws(VerdictError) -> Verdict {
    let findings = try fields.list("findings", finding)
    return Verdict(
      subject: try subject(fields), asOf: try fields.time("as_of"),
      knownAsOf: try fields.time("known_as_of"), regimes: try fields.texts("regimes"),
      disposition: try fields.word("disposition"), reason: try fields.text("reason"),
      score: try fields.points("score"), level: try fields.word("level"),
      riskySince: try fields.optionalTime("risky_since"),
      gates: try fields.list("gates", finding), findings: findings,
      groups: try fields.list("groups", group),
      undetermined: try fields.list("undetermined", undetermined),
      suppressed: try fields.list("suppressed", suppressed),
      lapsedExceptions: try fields.list("lapsed_exceptions", lapsed),
      setAside: try fields.list("set_aside", setAside),
      lapsedDecisions: try fields.list("lapsed_decisions", lapsedDecision),
      checked: try checked(fields.object("checked")), nextChange: try nextChange(fields),
      digests: try digests(fields.object("digests")), company: try company(fields))
  }

  private func subject(_ whole: VerdictFields) throws(VerdictError) -> VesselState {
    let fields = try whole.object("subject")
    let mmsi = try number(fields, "mmsi") { UInt32(exactly: $0).flatMap(MMSI.init) }
    let imo = try number(fields, "imo") { IMONumber($0) }
    let vessel = whole.has("company") ? .noVessel : VesselReference(mmsi: mmsi, imo: imo)
    guard let vessel else {
      throw VerdictError(place: fields.place, message: "it has neither an IMO number nor an MMSI")
    }
    var known: [String: FactValue] = [:]
    known["name"] = try fields.optionalText("name").map(FactValue.text)
    known["type"] = try fields.optionalText("type").map(FactValue.word)
    if let code = try fields.optionalText("flag") {
      guard let flag = CountryCode(code) else {
        throw fields.error("flag", "'\(code)' is no country code")
      }
      known["flag"] = .country(flag)
    }
    return VesselState(vessel, fields: known)
  }

  private func number<Number>(
    _ fields: VerdictFields, _ key: String, _ make: (Int) -> Number?
  ) throws(VerdictError) -> Number? {
    guard try fields.optional(key) != nil else { return nil }
    guard let number = make(try fields.integer(key)) else {
      throw fields.error(key, "it is no valid number of a vessel")
    }
    return number
  }

  private func group(_ fields: VerdictFields) throws(VerdictError) -> GroupPoints {
    GroupPoints(
      group: try fields.text("group"), sum: try fields.points("sum"), cap: try fields.points("cap"))
  }

  private func nextChange(_ fields: VerdictFields) throws(VerdictError) -> NextChange? {
    guard try fields.optional("next_change") != nil else { return nil }
    let change = try fields.object("next_change")
    return NextChange(date: try change.time("date"), disposition: try change.word("disposition"))
  }

  private func digests(_ fields: VerdictFields) throws(VerdictError) -> VerdictDigests {
    VerdictDigests(
      engine: try fields.text("engine"), rules: try fields.text("rules"),
      policy: try fields.text("policy"), lists: try fields.text("lists"),
      facts: try fields.text("facts"), gazetteer: try fields.text("gazetteer"),
      exceptions: try fields.text("exceptions"), decisions: try fields.text("decisions"))
  }
}

extension VesselState {
  /// A state of which only some fields are told.
  fileprivate init(_ vessel: VesselReference, fields: [String: FactValue]) {
    self.init(vessel: vessel, fields: fields, names: [], conflicts: [], rivalNumbers: [])
  }
}
