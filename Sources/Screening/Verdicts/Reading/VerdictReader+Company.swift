import Maritime

extension VerdictReader {
  /// What a verdict says of a company; `nil` in a verdict on a vessel.
  func company(_ fields: VerdictFields) throws(VerdictError) -> CompanyRecord? {
    guard fields.has("company") else { return nil }
    return CompanyRecord(
      company: try reference(fields.object("company")),
      alsoKnownAs: try fields.list("also_known_as", reference),
      chain: try fields.list("chain", tie), vessels: try fields.list("vessels", vessel))
  }

  private func reference(_ fields: VerdictFields) throws(VerdictError) -> CompanyReference {
    let reference = CompanyReference(
      number: try fields.optionalText("imo"), lei: try fields.optionalText("lei"),
      registration: try fields.optionalText("registration"), name: try fields.optionalText("name"))
    guard let reference else {
      throw VerdictError(place: fields.place, message: "it names no company")
    }
    return reference
  }

  private func tie(_ fields: VerdictFields) throws(VerdictError) -> CompanyRecord.Tie {
    CompanyRecord.Tie(
      company: try reference(fields.object("company")),
      holder: try reference(fields.object("holder")), role: try fields.text("role"),
      share: try share(fields), level: try fields.integer("level"),
      fact: try fact(fields.required("fact"), in: fields, "fact"),
      listEntries: try fields.list("list_entries", listEntry),
      isListed: try fields.flag("listed"))
  }

  /// The share in millionths, which the JSON has in percent.
  private func share(_ fields: VerdictFields) throws(VerdictError) -> Int64? {
    guard let value = try fields.optional("share_percent") else { return nil }
    guard let percent = value.number, (0...100).contains(percent) else {
      throw fields.error("share_percent", "it is not a number from 0 to 100")
    }
    return Int64((percent * 10_000).rounded())
  }

  private func vessel(_ fields: VerdictFields) throws(VerdictError) -> CompanyRecord.Vessel {
    let verdict = try fields.object("verdict")
    guard !verdict.has("company") else {
      throw fields.error("verdict", "it is on a company, and must be on a vessel")
    }
    return CompanyRecord.Vessel(
      parts: try fields.texts("parts"), verdict: try self.verdict(verdict))
  }
}
