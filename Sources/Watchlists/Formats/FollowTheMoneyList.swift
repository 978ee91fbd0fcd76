import Maritime

extension WatchlistFormat {
  /// Entities of OpenSanctions in FollowTheMoney, one JSON object a line.
  ///
  /// The sanctions are objects of their own, so that an entry has the dates of those that name it.
  static let followTheMoneyList = WatchlistFormat(
    id: "ftm-json",
    summary: "OpenSanctions' entities.ftm.json: FollowTheMoney, one JSON object a line.",
    publisher: "OpenSanctions", regimes: [], hasDates: true,
    recognises: { file in
      let line = file.bytes.prefix(1 << 16).prefix { $0 != UInt8(ascii: "\n") }
      // A line that is no JSON is of another format.
      guard line.first == UInt8(ascii: "{"), let entity = try? JSONValue(reading: line) else {
        return false
      }
      return ["id", "schema", "properties"].allSatisfy { entity[$0] != nil }
    },
    read: { files, format in readEach(files) { file in readEntities(file, as: format) } })
}

/// An object of the file with its line.
private struct Entity {
  let id: String
  let schema: String
  let line: Int
  let value: JSONValue

  /// The texts of a property.
  func texts(_ property: String) -> [String] {
    (value["properties"]?[property]?.elements ?? []).compactMap { $0.string?.trimmedOrNil }
  }
}

/// What stands in a file beside its entries.
private struct Relations {
  /// The sanctions of an entity.
  var sanctions: [String: [Entity]] = [:]
  /// Who owns an entity.
  var owners: [String: [String]] = [:]
  /// The first name of each entity.
  var names: [String: String] = [:]
}

private func readEntities(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  var join = EntryJoin()
  var entities: [Entity] = []
  let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for (index, line) in lines.enumerated() where line.contains(where: { $0 > 32 }) {
    if let entity = entity(line, at: index + 1) {
      entities.append(entity)
    } else if index == lines.count - 1 {
      // Without a line end behind it, a broken line is one that was not sent whole.
      return .failure(CutOffFile(line: index + 1, file: file.name))
    } else {
      join.reject(RowProblem("not-an-entity", index + 1, file.name).rejection)
    }
  }
  let relations = relations(among: entities)
  for entity in entities where openSanctionsKind(entity.schema) != .other {
    switch designation(entity, relations, file: file.name) {
    case .success(let entry): join.add(entry)
    case .failure(let problem): join.reject(problem.rejection)
    }
  }
  let list = UnpublishedList(
    "opensanctions", format: format, files: [file], designations: join.designations,
    rejections: join.rejections)
  return .success([list])
}

private func entity(_ line: ArraySlice<UInt8>, at number: Int) -> Entity? {
  // The caller counts a line that is no object with its number.
  guard let value = try? JSONValue(reading: line), let id = value["id"]?.string,
    let schema = value["schema"]?.string, case .object? = value["properties"]
  else { return nil }
  return Entity(id: id, schema: schema, line: number, value: value)
}

private func relations(among entities: [Entity]) -> Relations {
  entities.reduce(into: Relations()) { relations, entity in
    switch entity.schema {
    case "Sanction":
      for subject in entity.texts("entity") {
        relations.sanctions[subject, default: []].append(entity)
      }
    case "Ownership":
      for asset in entity.texts("asset") {
        relations.owners[asset, default: []] += entity.texts("owner")
      }
    default: relations.names[entity.id] = entity.texts("name").first
    }
  }
}

private func designation(
  _ entity: Entity, _ relations: Relations, file: String
) -> Result<Designation, RowProblem> {
  let kind = openSanctionsKind(entity.schema)
  let properties: [(String, DesignationName.Kind)] = [
    ("name", .primary), ("alias", .alias), ("weakAlias", .weak), ("previousName", .former),
  ]
  let names = properties.flatMap { property, nameKind in
    entity.texts(property).map { DesignationName($0, nameKind) }
  }
  guard !names.isEmpty else {
    return .failure(RowProblem("no-name", entity.line, file, detail: entity.id))
  }
  let sanctions = relations.sanctions[entity.id] ?? []
  let isSanctioned = !sanctions.isEmpty || entity.texts("topics").contains("sanction")
  let authorities = sanctions.flatMap { $0.texts("authority") + $0.texts("program") }
  var entry = Designation(
    entry: entity.id, kind: kind, names: names, measures: [isSanctioned ? .other : .watch],
    regime: "house",
    authority: ["OpenSanctions", authorities.first].compactMap(\.self).joined(separator: ", "),
    source: Designation.Source(file: file, line: entity.line))
  entry.programmes = sanctions.flatMap { $0.texts("programId") }
  setDates(of: &entry, sanctions)
  addNumbers(of: entity, to: &entry)
  entry.links = (relations.owners[entity.id] ?? []).compactMap { relations.names[$0] }
    .map { DesignationLink(.owner, $0) }
  entry.particulars.flag = entity.texts("flag").first?.uppercased()
  entry.particulars.country =
    (entity.texts("country") + entity.texts("jurisdiction") + entity.texts("nationality")).first?
    .uppercased()
  entry.particulars.vesselType = entity.texts("type").first
  entry.particulars.built = entity.texts("buildDate").first.flatMap { Int($0.prefix(4)) }
  entry.remarks = entity.texts("notes").first
  return .success(entry)
}

/// Listed since the first of its sanctions began, and no more only when all of them have ended.
private func setDates(of entry: inout Designation, _ sanctions: [Entity]) {
  let starts = sanctions.map { sanction in
    (sanction.texts("listingDate") + sanction.texts("startDate")).compactMap { listDate($0) }.min()
  }
  // A sanction without a date may be the first.
  entry.listedFrom = starts.contains(nil) ? nil : starts.compactMap(\.self).min()
  let ends = sanctions.map { $0.texts("endDate").compactMap { listDate($0) }.max() }
  entry.delistedAt = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
}

private func addNumbers(of entity: Entity, to entry: inout Designation) {
  for number in entity.texts("imoNumber") {
    entry.add(
      entry.kind == .vessel
        ? DesignationIdentifier(vesselNumber: number)
        : DesignationIdentifier(companyNumber: number))
  }
  guard entry.kind == .vessel else { return addCompanyNumbers(of: entity, to: &entry) }
  for number in entity.texts("mmsi") { entry.add(MMSI(number).map(DesignationIdentifier.mmsi)) }
  for sign in entity.texts("callSign") { entry.add(.callSign(sign)) }
}

/// The LEI, and the numbers in the register of a company's one country; Russia's is the OGRN.
private func addCompanyNumbers(of entity: Entity, to entry: inout Designation) {
  for text in entity.texts("leiCode") {
    entry.add(CompanyReference.lei(of: text).map(DesignationIdentifier.lei))
  }
  let countries = Set(
    (entity.texts("jurisdiction") + entity.texts("country")).compactMap {
      CountryTable.shipped.country(named: $0)
    })
  guard countries.count == 1, let country = countries.first else { return }
  for text in entity.texts("ogrnCode") + entity.texts("registrationNumber") {
    entry.add(
      CompanyReference.registration(of: "\(country.code) \(text)")
        .map(DesignationIdentifier.registration))
  }
}
