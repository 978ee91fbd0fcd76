import Maritime

extension CandidateFinder {
  /// What numbers and call signs lead to; `alike` is what names lead to, for comparison.
  func numberFinds(of subject: ListSubject, alike: [Find]) -> [Find] {
    if let company = subject.company {
      return index.matches(company: company).map {
        Find(entry: $0.entry, certainty: .number, points: 100, basis: $0.basis)
      }
    }
    guard let vessel = subject.vessel else { return [] }
    let named = Set(alike.map { index.key(of: $0.entry) })
    return index.matches(vessel).map { match in
      find(ofNumber: match, subject, isNamed: named.contains(index.key(of: match.entry)))
    }
      + (earlierRadios(subject) + mistyped(subject) + callSigns(subject)).filter { find in
        !subject.isToldApart(from: index.entries[find.entry].designation)
      }
  }

  /// A right check digit does not show that the number is the vessel's own: names, type and year
  /// of build are compared too.
  private func find(
    ofNumber match: DesignationIndex.Match, _ subject: ListSubject, isNamed: Bool
  ) -> Find {
    let designation = index.entries[match.entry].designation
    let qualifiers = Qualifiers(subject.particulars, against: designation.particulars)
    let name =
      subject.names.isEmpty ? [] : [isNamed ? "a name agrees" : "under another name"]
    let isCopied =
      subject.vessel?.imo.map(designation.imoNumbers.contains) == true && !isNamed
      && qualifiers.differs && !qualifiers.agrees
    let words = [match.basis] + name + qualifiers.parts.map(\.words)
    return Find(
      entry: match.entry, certainty: isCopied ? .copiedNumber : .number, points: 100,
      basis: words.joined(separator: ", "))
  }

  private func earlierRadios(_ subject: ListSubject) -> [Find] {
    subject.earlierRadios.flatMap { radio in
      index.matches(VesselReference(mmsi: radio.mmsi)).map { match in
        let until = radio.span.end.map { " to \($0.dayDescription)" } ?? ""
        return find(
          match.entry, .earlierRadio, 70,
          "MMSI \(radio.mmsi), which the vessel used from \(radio.span.start.dayDescription)"
            + until, subject)
      }
    }
  }

  private func mistyped(_ subject: ListSubject) -> [Find] {
    guard let imo = subject.vessel?.imo else { return [] }
    return (byMeantNumber[imo] ?? []).map { entry in
      find(
        entry, .mistypedNumber, 60,
        "the list gives a number that is no IMO number and one mistake away from \(imo)", subject)
    }
  }

  private func callSigns(_ subject: ListSubject) -> [Find] {
    Set(subject.callSigns.compactMap(callSignKey)).sorted().flatMap { sign in
      (byCallSign[sign] ?? []).map { find($0, .callSign, 70, "call sign \(sign)", subject) }
    }
  }
}
