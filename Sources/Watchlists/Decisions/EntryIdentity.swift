import Maritime

/// Digests of all that identifies the subject of an entry, to tell later whether it changed.
public struct EntryIdentity: Hashable, Sendable {
  /// What the digests are over: names, numbers and call signs, everything else.
  public static let parts = ["names", "numbers", "particulars"]

  /// One digest a part, 16 hexadecimal digits each.
  public let digests: [String]

  /// Digests an entry.
  ///
  /// Case, punctuation and order do not count, because a publisher's formats differ in them.
  public init(of designation: Designation) {
    let names = Set(designation.names.map { folded($0.text) }).sorted()
    let numbers = Set(designation.identifiers.map(\.text)).sorted()
    digests = [names, numbers, designation.particularTexts].map { texts in
      String(Digest(ofParts: texts).description.prefix(16))
    }
  }

  /// Takes digests that were written down; `nil` unless there is one for each part.
  public init?(digests: [String]) {
    let isHex = { (text: String) in
      text.utf8.count == 16
        && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
    guard digests.count == Self.parts.count, digests.allSatisfy(isHex) else { return nil }
    self.digests = digests
  }

  /// Stands for what a report of the decision does not tell.
  public static let notTold = EntryIdentity()

  private init() { digests = Self.parts.map { _ in "" } }

  /// The parts that differ: `names and numbers`; `nil` when none does.
  public func changes(since earlier: EntryIdentity) -> String? {
    let changed = Self.parts.indices.filter { digests[$0] != earlier.digests[$0] }
    return changed.isEmpty ? nil : changed.map { Self.parts[$0] }.joined(separator: " and ")
  }
}

extension Designation {
  /// What tells the subject from others besides names and numbers.
  fileprivate var particularTexts: [String] {
    let texts = [kind.rawValue, particulars.flag, particulars.vesselType, particulars.country]
    let figures = [particulars.grossTonnage, particulars.deadweight, particulars.built]
    return texts.map { folded($0 ?? "") } + figures.map { $0.map(String.init) ?? "" }
      + Set(particulars.formerFlags.map(folded)).sorted()
  }
}

extension DesignationIdentifier {
  /// The kind and the number, without spaces in call signs.
  fileprivate var text: String {
    if case .callSign(let text) = self { return "call sign \(callSignKey(text) ?? text)" }
    return folded(description)
  }
}

private func folded(_ text: String) -> String { foldedWords(of: text).joined(separator: " ") }
