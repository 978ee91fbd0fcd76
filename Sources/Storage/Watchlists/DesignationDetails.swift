import Foundation
import Maritime
import Watchlists

/// The parts of a designation that are kept as JSON.
struct DesignationDetails: Codable {
  private struct Named: Codable {
    let kind: String
    let text: String
  }

  private let names: [Named]
  private let identifiers: [Named]
  private let links: [Named]
  private let measures: [String]
  private let programmes: [String]
  private let remarks: String?
  private let file: String
  private let line: Int
  private let flag: String?
  private let formerFlags: [String]
  private let vesselType: String?
  private let grossTonnage: Int?
  private let deadweight: Int?
  private let built: Int?
  private let country: String?

  init(_ designation: Designation) {
    names = designation.names.map { Named(kind: $0.kind.rawValue, text: $0.text) }
    identifiers = designation.identifiers.map(Self.named)
    links = designation.links.map { Named(kind: $0.relation.rawValue, text: $0.name) }
    measures = designation.measures.map(\.rawValue)
    programmes = designation.programmes
    remarks = designation.remarks
    file = designation.source.file
    line = designation.source.line
    flag = designation.particulars.flag
    formerFlags = designation.particulars.formerFlags
    vesselType = designation.particulars.vesselType
    grossTonnage = designation.particulars.grossTonnage
    deadweight = designation.particulars.deadweight
    built = designation.particulars.built
    country = designation.particulars.country
  }

  /// Rebuilds the designation from these parts and those that have columns.
  ///
  /// Returns `nil` when a word is none that this program writes.
  func designation(
    entry: String, kind: Designation.Kind, regime: String, authority: String
  ) -> Designation? {
    let names = names.compactMap { name in
      DesignationName.Kind(rawValue: name.kind).map { DesignationName(name.text, $0) }
    }
    let identifiers = identifiers.compactMap(Self.identifier)
    let links = links.compactMap { link in
      DesignationLink.Relation(rawValue: link.kind).map { DesignationLink($0, link.text) }
    }
    let measures = measures.compactMap(Designation.Measure.init(rawValue:))
    let isWhole =
      names.count == self.names.count && identifiers.count == self.identifiers.count
      && links.count == self.links.count && measures.count == self.measures.count
    guard isWhole, !names.isEmpty else { return nil }
    var designation = Designation(
      entry: entry, kind: kind, names: names, measures: measures, regime: regime,
      authority: authority, source: Designation.Source(file: file, line: line))
    designation.identifiers = identifiers
    designation.links = links
    designation.programmes = programmes
    designation.remarks = remarks
    designation.particulars = particulars
    return designation
  }

  private var particulars: Particulars {
    var particulars = Particulars()
    particulars.flag = flag
    particulars.formerFlags = formerFlags
    particulars.vesselType = vesselType
    particulars.grossTonnage = grossTonnage
    particulars.deadweight = deadweight
    particulars.built = built
    particulars.country = country
    return particulars
  }

  private static func named(_ identifier: DesignationIdentifier) -> Named {
    switch identifier {
    case .imo(let number): Named(kind: "imo", text: number.description)
    case .imoCompany(let number): Named(kind: "imo_company", text: number)
    case .lei(let text): Named(kind: "lei", text: text)
    case .registration(let text): Named(kind: "registration", text: text)
    case .mmsi(let number): Named(kind: "mmsi", text: number.description)
    case .callSign(let text): Named(kind: "call_sign", text: text)
    case .unverified(let text): Named(kind: "unverified", text: text)
    }
  }

  private static func identifier(_ named: Named) -> DesignationIdentifier? {
    switch named.kind {
    case "imo": IMONumber(named.text).map(DesignationIdentifier.imo)
    case "imo_company": .imoCompany(named.text)
    case "lei": .lei(named.text)
    case "registration": .registration(named.text)
    case "mmsi": MMSI(named.text).map(DesignationIdentifier.mmsi)
    case "call_sign": .callSign(named.text)
    case "unverified": .unverified(named.text)
    default: nil
    }
  }
}
