import Maritime

/// What an entry says of its subject besides names and numbers, compared with what we know.
///
/// A name or call sign is found first and then qualified: what agrees adds points, what differs
/// takes some away, and what either side does not say counts nothing.
struct Qualifiers {
  /// One thing compared.
  struct Part {
    let words: String
    let points: Int
  }

  let parts: [Part]

  /// What the parts add to the points.
  var points: Int { parts.reduce(0) { $0 + $1.points } }
  /// Whether any part speaks for the entry.
  var agrees: Bool { parts.contains { $0.points > 0 } }
  /// Whether any part speaks against it.
  var differs: Bool { parts.contains { $0.points < 0 } }
  /// The parts in words, each with its points: `built in 1990, listed as 2007 -25`.
  var words: [String] {
    parts.map { $0.words + ($0.points > 0 ? " +" : " ") + String($0.points) }
  }

  // The points are our own defaults. A flag is changed in a day, so another one says nothing; a
  // year of build is never changed, though registers differ by one between keel and delivery.
  init(_ ours: Particulars, against listed: Particulars) {
    parts = [
      Self.built(ours.built, listed.built), Self.family(ours.vesselType, listed.vesselType),
      Self.size("gross tonnage", ours.grossTonnage, listed.grossTonnage),
      Self.size("deadweight", ours.deadweight, listed.deadweight), Self.flag(ours, listed),
      Self.country(ours.country, listed.country),
    ].compactMap(\.self)
  }

  /// What a find counts and says with them.
  ///
  /// Equal names, numbers and call signs stay even odds at least, whatever speaks against them.
  func qualify(
    _ points: Int, of certainty: ListCandidate.Certainty, because why: String
  ) -> (points: Int, basis: String) {
    let least = points == 100 || certainty != .name ? NameSearcher.usualThreshold : 0
    let total = min(points == 100 ? 100 : 99, max(least, points + self.points))
    return (total, ([why] + words + ["\(total) of 100 points"]).joined(separator: ", "))
  }

  private static func built(_ ours: Int?, _ listed: Int?) -> Part? {
    guard let ours, let listed else { return nil }
    if abs(ours - listed) <= 1 { return Part(words: "built in \(listed)", points: 10) }
    return Part(words: "built in \(ours), listed as \(listed)", points: -25)
  }

  private static func family(_ ours: String?, _ listed: String?) -> Part? {
    guard let ours, let listed, let family = VesselFamily(ours), let other = VesselFamily(listed)
    else { return nil }
    if family == other { return Part(words: "type \(listed)", points: 5) }
    return Part(words: "type \(ours), listed as \(listed)", points: -15)
  }

  /// Sizes within a twentieth are one, beyond a fifth two: conversions and rounding lie between.
  private static func size(_ name: String, _ ours: Int?, _ listed: Int?) -> Part? {
    guard let ours, let listed, ours > 0, listed > 0, max(ours, listed) < 10_000_000 else {
      return nil
    }
    let difference = abs(ours - listed)
    if difference * 20 <= max(ours, listed) {
      return Part(words: "\(name) \(listed)", points: 10)
    }
    guard difference * 5 > max(ours, listed) else { return nil }
    return Part(words: "\(name) \(ours), listed as \(listed)", points: -20)
  }

  private static func flag(_ ours: Particulars, _ listed: Particulars) -> Part? {
    guard let flag = ours.flag.flatMap(countryCode) else { return nil }
    let flags = [listed.flag].compactMap(\.self) + listed.formerFlags
    guard let same = flags.first(where: { countryCode($0) == flag }) else { return nil }
    return Part(words: "flag \(same)", points: 5)
  }

  private static func country(_ ours: String?, _ listed: String?) -> Part? {
    guard let ours, let listed, let mine = countryCode(ours), let other = countryCode(listed)
    else { return nil }
    if mine == other { return Part(words: "country \(listed)", points: 5) }
    return Part(words: "country \(ours), listed as \(listed)", points: -10)
  }

  private static func countryCode(_ text: String) -> CountryCode? {
    CountryTable.shipped.country(named: text) ?? CountryCode(text)
  }
}

/// What a vessel carries, as far as every register agrees on it.
private enum VesselFamily {
  case tanker, dry, passenger, fishing

  /// Reads a type as a register or a publisher writes it; `nil` when the words say nothing.
  init?(_ type: String) {
    let words = foldedWords(of: type)
    let isAny = { (known: Set<String>) in words.contains { known.contains($0) } }
    if isAny(["tanker", "lpg", "lng", "gas", "oil"]) {
      self = .tanker
    } else if isAny(["bulk", "cargo", "container", "carrier", "bulker"]) {
      self = .dry
    } else if isAny(["passenger", "ferry", "cruise"]) {
      self = .passenger
    } else if isAny(["fishing", "trawler"]) {
      self = .fishing
    } else {
      return nil
    }
  }
}
