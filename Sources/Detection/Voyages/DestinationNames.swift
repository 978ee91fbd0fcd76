import Maritime

/// Finds the port that a crew typed as the destination in AIS.
///
/// Knows UN/LOCODEs with and without a space (`KR PUS`), routes (`SGSIN>KRPUS`: the last is the
/// destination, IMO SN/Circ.244), names with a country (`BUSAN,KOREA`), names of which the end was
/// cut off or one letter is wrong, and that `FOR ORDERS` is no port.
struct DestinationNames: Sendable {
  private let ports: [Port]
  /// The indices of ports by code, name or part of a name.
  private let exact: [String: [Int]]
  /// Longer names by their length: only such a name can have a letter wrong and stay itself.
  private let byLength: [Int: [[UInt8]]]

  /// Creates an index of the ports of a gazetteer.
  init(_ ports: [Port]) {
    self.ports = ports
    var exact: [String: [Int]] = [:]
    for (index, port) in ports.enumerated() {
      for name in Self.names(of: port) { exact[name, default: []].append(index) }
    }
    for (name, code) in otherNames where exact[name] == nil {
      exact[name] = exact[folded(code)]
    }
    self.exact = exact
    byLength = Dictionary(grouping: exact.keys.sorted().map { Array($0.utf8) }, by: \.count)
  }

  /// The code, and the names of `Rajin (Najin)`: Rajin and Najin.
  private static func names(of port: Port) -> Set<String> {
    let names = (port.name ?? "").split { "()/,".contains($0) }.map { folded($0) }
    return Set(names.filter { $0.count > 2 } + [folded(port.code)])
  }

  /// The ports that a destination may mean, by code; empty when it names none.
  ///
  /// Of ports with one name those of the country that is named beside it, else all.
  func ports(named destination: String) -> [Port] {
    let parts = Self.route(destination).last.map(Self.parts) ?? []
    guard let first = parts.first, !first.isEmpty else { return [] }
    let country = parts.dropFirst().lazy.compactMap { CountryTable.shipped.country(named: $0) }
      .first
    let found = candidates(for: first).map { ports[$0] }
    return found.filter { country == nil || $0.country == country }
  }

  /// The parts of `A>B`, `A-->B`, `A => B` and `A TO B`.
  private static func route(_ text: String) -> [String] {
    let upper = text.uppercased()
    let words = upper.split(separator: " ").map { $0 == "TO" ? ">" : String($0) }
    return words.joined(separator: " ").split(separator: ">").map {
      String($0.drop { "=- <".contains($0) })
    }.map { part in String(part.reversed().drop { "=- <".contains($0) }.reversed()) }
      .filter { !$0.isEmpty }
  }

  /// A name and what stands behind a comma, slash or bracket.
  private static func parts(_ text: String) -> [String] {
    text.split { ",/()[];".contains($0) }.map { part in
      String(part.drop { $0 == " " || $0 == "." })
    }
  }

  /// Looks for all words, then for ever fewer of them from the front.
  private func candidates(for text: String) -> [Int] {
    let words = Self.words(text)
    for count in stride(from: words.count, through: 1, by: -1) {
      let name = words.prefix(count).joined()
      // A short word at the head of several says too little: `NEW`, `SAN`, `PUERTO`.
      if count < words.count, name.count < 5 { break }
      if let known = exact[name] { return known }
      if noPorts.contains(name) || CountryTable.shipped.country(named: name) != nil { break }
      let near = nearNames(name)
      if near.count == 1 { return exact[near[0]] ?? [] }
    }
    return []
  }

  /// Words without those that only say how a port is approached.
  private static func words(_ text: String) -> [String] {
    let words = text.split { " .-_'&".contains($0) }.map { folded($0) }.filter { !$0.isEmpty }
    let places = words.filter { !approaches.contains($0) }
    return places.isEmpty ? words : places
  }

  /// The names that one letter more, less or else, or two swapped, make of the text.
  private func nearNames(_ text: String) -> [String] {
    let letters = Array(text.utf8)
    guard letters.count >= fewestLetters else { return [] }
    return (letters.count - 1...letters.count + 1).flatMap { length -> [String] in
      guard length >= fewestLetters else { return [] }
      return (byLength[length] ?? []).filter { isOneEdit(letters, $0) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

/// A name shorter than this must be right to the letter: one wrong makes another port of it.
private let fewestLetters = 6

/// Whether one letter more, less or else, or two neighbours swapped, make one text of the other.
private func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  let front = zip(a, b).prefix { $0 == $1 }.count
  let (restA, restB) = (a.dropFirst(front), b.dropFirst(front))
  if restA.count != restB.count {
    let (short, long) = restA.count < restB.count ? (restA, restB) : (restB, restA)
    return long.count == short.count + 1 && long.dropFirst().elementsEqual(short)
  }
  if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
  return restA.count > 1 && restA.first == restB.dropFirst().first
    && restB.first == restA.dropFirst().first
    && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
}

/// What crews write that is no port.
private let noPorts: Set<String> = [
  "fororders", "orders", "fororder", "order", "waitingorders", "awaitingorders", "unknown", "tba",
  "tbn", "tbc", "na", "none", "nil", "sea", "atsea", "highseas", "opensea", "drifting", "anchorage",
  "fishing", "fishinggrounds", "home", "seatrial", "seatrials", "armedguardsonboard",
]

/// Words that say how a port is approached.
private let approaches: Set<String> = [
  "port", "pt", "of", "anch", "anchorage", "roads", "road", "opl", "epl", "outer", "pilot",
  "pilots", "ps", "pbg", "via", "bay", "harbour", "harbor", "terminal", "term", "stream", "for",
  "orders",
]

/// Other names that crews use, with the UN/LOCODE.
private let otherNames: [(String, String)] = [
  ("pusan", "KRPUS"), ("inchon", "KRINC"), ("kwangyang", "KRKAN"), ("spore", "SGSIN"),
  ("sgp", "SGSIN"), ("rdam", "NLRTM"), ("rtm", "NLRTM"), ("adam", "NLAMS"), ("tsingtao", "CNTAO"),
  ("canton", "CNCAN"), ("hk", "HKHKG"), ("hkg", "HKHKG"), ("nampho", "KPNAM"), ("najin", "KPRJN"),
  ("losangeles", "USLAX"), ("longbeach", "USLGB"), ("newyork", "USNYC"), ("nyc", "USNYC"),
  ("vlissingen", "NLVLI"), ("flushing", "NLVLI"), ("antwerp", "BEANR"), ("leghorn", "ITLIV"),
  ("piraeus", "GRPIR"), ("stpetersburg", "RULED"), ("gibraltar", "GIGIB"), ("gib", "GIGIB"),
]
