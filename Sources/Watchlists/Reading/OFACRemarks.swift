import Maritime

/// The phrases of OFAC's remarks field, the only place where it puts IMO numbers and MMSI.
///
/// `Former Vessel Flag Malta; Vessel Registration Identification IMO 9079078; MMSI 572441210; …`
struct OFACRemarks {
  private let phrases: [String]

  init(_ text: String) {
    let whole = text.trimmed
    phrases = (whole.hasSuffix(".") ? String(whole.dropLast()) : whole)
      .split(separator: ";").map(\.trimmed)
      // `alt.` marks the second of a kind; it says nothing more.
      .map { $0.droppingPrefix("alt. ") }
  }

  /// Adds what the phrases say to an entry.
  func apply(to entry: inout Designation) {
    for phrase in phrases {
      applyNumber(phrase, to: &entry)
      applyCompanyNumber(phrase, to: &entry)
      applyName(phrase, to: &entry)
      applyParticular(phrase, to: &entry)
    }
  }

  private func applyNumber(_ phrase: String, to entry: inout Designation) {
    if let text = phrase.suffix(after: "Vessel Registration Identification ") {
      // The country of registry may follow: `IMO 8817007 (Russia)`.
      let number = text.contains("IMO") ? text.prefix { $0 != "(" } : text[...]
      entry.add(DesignationIdentifier(vesselNumber: String(number)))
    } else if let text = phrase.suffix(after: "MMSI ") {
      entry.add(MMSI(text.trimmed).map(DesignationIdentifier.mmsi))
    } else if let text = phrase.suffix(after: "Other Vessel Call Sign ") {
      entry.add(.callSign(text.trimmed))
    } else if let text = phrase.suffix(after: "Identification Number IMO ") {
      // The phrase for companies also stands in the row of NS LEADER, a vessel.
      let isVessel = entry.kind == .vessel
      entry.add(
        isVessel
          ? DesignationIdentifier(vesselNumber: text) : DesignationIdentifier(companyNumber: text))
    }
  }

  /// `Registration Number 1027700092661 (Russia)`: without its country a number says nothing.
  private func applyCompanyNumber(_ phrase: String, to entry: inout Designation) {
    guard entry.kind != .vessel else { return }
    if let text = phrase.suffix(after: "Legal Entity Number ") {
      entry.add(CompanyReference.lei(of: text.prefix { $0 != "(" }).map(DesignationIdentifier.lei))
      return
    }
    let text = Self.registers.lazy.compactMap { phrase.suffix(after: $0) }.first
    guard let text, let open = text.lastIndex(of: "("), let end = text.lastIndex(of: ")"),
      open < end,
      let country = CountryTable.shipped.country(
        named: String(text[text.index(after: open)..<end]))
    else { return }
    let number = "\(country.code) \(text[..<open])"
    entry.add(CompanyReference.registration(of: number).map(DesignationIdentifier.registration))
  }

  /// How OFAC calls the number of a register of companies; a tax number is another one.
  private static let registers = [
    "Registration Number ", "Registration ID ", "Company Number ", "Commercial Registry Number ",
    "Business Registration Number ", "Business Registration Document # ", "Enterprise Number ",
  ]

  /// A name in the remarks is one that OFAC calls weak, unless it is a former one.
  private func applyName(_ phrase: String, to entry: inout Designation) {
    for (prefix, kind) in [("f.k.a. '", DesignationName.Kind.former), ("a.k.a. '", .weak)] {
      guard let text = phrase.suffix(after: prefix), let end = text.lastIndex(of: "'") else {
        continue
      }
      let name = DesignationName(text[..<end].trimmed, kind)
      if !name.text.isEmpty, !entry.names.contains(name) { entry.names.append(name) }
    }
  }

  private func applyParticular(_ phrase: String, to entry: inout Designation) {
    if let name = phrase.suffix(after: "Linked To: ") {
      entry.links.append(DesignationLink(.linkedTo, name.trimmed))
    } else if let flag = phrase.suffix(after: "Former Vessel Flag ") {
      entry.particulars.formerFlags.append(flag.trimmed)
    } else if let year = phrase.suffix(after: "Vessel Year of Build ") {
      entry.particulars.built = Int(year.trimmed)
    } else if let type = phrase.suffix(after: "Other Vessel Type ") {
      entry.particulars.vesselType = entry.particulars.vesselType ?? type.trimmed
    }
  }
}

extension Designation {
  /// Adds an identifier once.
  mutating func add(_ identifier: DesignationIdentifier?) {
    guard let identifier, !identifiers.contains(identifier) else { return }
    identifiers.append(identifier)
  }
}
