import Maritime

/// What an element or a row of the EU's financial sanctions list says, before it is an entry.
struct EUFinancialRecord {
  var id: String?
  var reference: String?
  var names: [DesignationName]
  /// `P` for a person, `E` for everything else.
  var kind: String?
  var regulation: String?
  var programme: String?
  var designated: String?
  var number: String?
  var country: String?
  var remark: String?
  /// Countries and numbers of registers: `RU 1027700092661`.
  var registrations: [String] = []

  /// What this row adds to the rows before about the same entry.
  func joined(to before: EUFinancialRecord?) -> EUFinancialRecord {
    guard var record = before else { return self }
    record.names += names.filter { !record.names.contains($0) }
    record.country = record.country ?? country
    record.remark = record.remark ?? remark
    record.designated = [record.designated, designated].compactMap(\.self).first
    return record
  }

  /// The entry, or why there is none.
  ///
  /// The date of the regulation is that of the last change, so that only a date of designation says
  /// since when somebody is listed.
  func designation(at line: Int, in file: String) -> Result<Designation, RowProblem> {
    guard let id else { return .failure(RowProblem("no-entry-number", line, file)) }
    guard let first = names.first(where: { $0.kind == .alias }) ?? names.first else {
      return .failure(RowProblem("no-name", line, file))
    }
    let comment = UNComment(remark ?? "")
    let others = names.filter { $0 != first }
    let kind = designationKind(comment, first.text)
    let act = regulation.map { "Regulation \($0)" }
    var entry = Designation(
      entry: id, kind: kind, names: [DesignationName(first.text, .primary)] + others,
      measures: [.assetFreeze], regime: "eu",
      authority: [act ?? "EU financial sanctions", programme, reference].compactMap(\.self)
        .joined(separator: ", "),
      source: Designation.Source(file: file, line: line))
    entry.programmes = programme.map { [$0] } ?? []
    entry.listedFrom = designated.flatMap { listDate($0) }
    if let text = number ?? comment.imoNumber {
      entry.add(
        kind == .vessel
          ? DesignationIdentifier(vesselNumber: text) : DesignationIdentifier(companyNumber: text))
    }
    for text in registrations {
      entry.add(CompanyReference.registration(of: text).map(DesignationIdentifier.registration))
    }
    entry.particulars.country = country
    entry.remarks = remark
    return .success(entry)
  }

  private func designationKind(_ comment: UNComment, _ name: String) -> Designation.Kind {
    if kind?.uppercased().hasPrefix("P") == true { return .person }
    return comment.describesVessel(named: name) ? .vessel : .company
  }
}
