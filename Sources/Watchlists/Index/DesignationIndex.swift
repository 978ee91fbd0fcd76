import Maritime

/// All entries of some snapshots, ready to be asked about vessels, companies and names.
///
/// Several snapshots of one list make its history: what appeared or disappeared between two of them
/// is then known more exactly.
public struct DesignationIndex: Sendable {
  /// The snapshots, by list and published date.
  public let snapshots: [SnapshotSummary]

  /// An entry and the snapshot it stands in.
  struct Entry: Sendable {
    let designation: Designation
    let snapshot: Int
  }

  let entries: [Entry]
  private let byIMO: [IMONumber: [Int]]
  private let byMMSI: [MMSI: [Int]]
  private let byCompany: [DesignationIdentifier: [Int]]
  let byName: [NormalisedName: [Int]]
  /// The copies of each entry of a list that has several snapshots.
  private let byKey: [ListEntryKey: [Int]]

  /// Indexes snapshots.
  ///
  /// - Parameter snapshots: In any order; the same snapshot twice counts once.
  /// - Complexity: O(*n*) in the number of entries and their names.
  public init(_ snapshots: [Snapshot]) {
    let ordered = snapshots.sorted { Self.precedes($0.summary, $1.summary) }
    var distinct: [Snapshot] = []
    for snapshot in ordered where distinct.last?.summary != snapshot.summary {
      distinct.append(snapshot)
    }
    self.snapshots = distinct.map(\.summary)
    entries = distinct.enumerated().flatMap { index, snapshot in
      snapshot.designations.map { Entry(designation: $0, snapshot: index) }
    }
    byIMO = Self.positions(in: entries) { $0.kind == .vessel ? $0.imoNumbers : [] }
    byMMSI = Self.positions(in: entries) { $0.kind == .vessel ? $0.mmsiNumbers : [] }
    byCompany = Self.positions(in: entries, of: \.companyIdentifiers)
    byName = Self.positions(in: entries) { designation in
      designation.names.compactMap { NormalisedName($0.text, kind: designation.kind) }
    }
    byKey = Self.copies(in: entries, of: distinct.map(\.summary))
  }

  private static func copies(
    in entries: [Entry], of snapshots: [SnapshotSummary]
  ) -> [ListEntryKey: [Int]] {
    let counts = Dictionary(grouping: snapshots, by: \.list).mapValues(\.count)
    var copies: [ListEntryKey: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      let list = snapshots[entry.snapshot].list
      guard counts[list, default: 0] > 1 else { continue }
      copies[ListEntryKey(list: list, entry: entry.designation.entry), default: []].append(index)
    }
    return copies
  }

  func key(of entry: Entry) -> ListEntryKey {
    ListEntryKey(list: snapshots[entry.snapshot].list, entry: entry.designation.entry)
  }

  /// The entry in every snapshot of its list; empty when the list has only one.
  func copies(of key: ListEntryKey) -> [Int] { byKey[key] ?? [] }

  private static func precedes(_ a: SnapshotSummary, _ b: SnapshotSummary) -> Bool {
    (a.list, a.published, a.digest) < (b.list, b.published, b.digest)
  }

  private static func positions<Key: Hashable>(
    in entries: [Entry], of keys: (Designation) -> [Key]
  ) -> [Key: [Int]] {
    var positions: [Key: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for key in Set(keys(entry.designation)) { positions[key, default: []].append(index) }
    }
    return positions
  }

  /// The entries that name this vessel by a number.
  func matches(_ vessel: VesselReference) -> [Match] {
    var found = vessel.imo.flatMap { byIMO[$0] } ?? []
    found += vessel.mmsi.flatMap { byMMSI[$0] } ?? []
    return Set(found).sorted().compactMap { index in
      Match(index, entries[index].designation, vessel)
    }
  }

  /// The entries that have these seven digits as a company's IMO number.
  func matches(companyNumber digits: String) -> [Match] {
    CompanyReference(number: digits, name: nil).map(matches(company:)) ?? []
  }

  /// The entries that name this company by a number, each once with the first that agrees.
  func matches(company: CompanyReference) -> [Match] {
    var seen: Set<Int> = []
    return company.identifiers.flatMap { identifier in
      (byCompany[identifier] ?? []).filter { seen.insert($0).inserted }.map {
        Match(entry: $0, basis: identifier.companyBasis)
      }
    }
  }

  /// How an entry was found.
  struct Match {
    let entry: Int
    let basis: String

    init(entry: Int, basis: String) {
      self.entry = entry
      self.basis = basis
    }

    /// Compares the numbers of a vessel with those of an entry that shares at least one.
    ///
    /// Returns `nil` when only the MMSI agrees and both have IMO numbers: then it is another hull,
    /// whose radio or flag changed hands.
    init?(_ entry: Int, _ designation: Designation, _ vessel: VesselReference) {
      self.entry = entry
      let sharesRadio = vessel.mmsi.map(designation.mmsiNumbers.contains) ?? false
      let radio = vessel.mmsi.map { "MMSI \($0)" } ?? ""
      if let imo = vessel.imo, designation.imoNumbers.contains(imo) {
        basis = "IMO number \(imo)" + (sharesRadio ? " and \(radio)" : "")
      } else if vessel.imo == nil {
        basis = "\(radio) alone: the vessel's IMO number is not known"
      } else if designation.imoNumbers.isEmpty {
        basis = "\(radio) alone: the list gives no valid IMO number"
      } else {
        return nil
      }
    }
  }
}

extension CompanyReference {
  /// The numbers as lists have them, the surest first.
  var identifiers: [DesignationIdentifier] {
    [
      number.map(DesignationIdentifier.imoCompany), lei.map(DesignationIdentifier.lei),
      registration.map(DesignationIdentifier.registration),
    ].compactMap(\.self)
  }
}

extension DesignationIdentifier {
  /// The words for a company's number.
  fileprivate var companyBasis: String {
    switch self {
    case .lei(let text): "LEI \(text)"
    case .registration(let text): "registration number \(text)"
    case .imoCompany(let text), .unverified(let text), .callSign(let text):
      "IMO company number \(text)"
    case .imo(let number): "IMO number \(number)"
    case .mmsi(let number): "MMSI \(number)"
    }
  }
}
