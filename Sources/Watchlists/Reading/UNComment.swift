import Maritime

/// The comment of a UN entry, in which IMO numbers stand as prose.
///
/// Almost all of them are companies' numbers: `Registered owner of CHON MYONG 1, … IMO number:
/// 5571322`. Reading one of those as a hull's would condemn an innocent vessel, so a vessel needs
/// both a valid number and words that only fit a vessel.
struct UNComment {
  private let text: String
  private let words: String

  init(_ text: String) {
    self.text = text
    words = text.lowercased()
  }

  /// The first seven digits after `IMO`.
  var imoNumber: String? {
    var rest = text[...]
    while let mark = rest.firstRange(of: "IMO") {
      rest = rest[mark.upperBound...]
      let number = rest.prefix(16).drop { !$0.isNumber }.prefix { $0.isNumber }
      if number.utf8.count == 7 { return String(number) }
    }
    return nil
  }

  /// Whether the entry is itself a vessel.
  func describesVessel(named name: String) -> Bool {
    guard let imoNumber, IMONumber(imoNumber) != nil else { return false }
    let isCompany = ["owner", "operator", "manager", "company", "through its vessel"]
      .contains(where: words.contains)
    guard !isCompany else { return false }
    let hasPrefix = ["M/V ", "M/T ", "MV ", "MT "].contains(where: name.uppercased().hasPrefix)
    return hasPrefix || words.contains("flag state") || words.contains("prohibition to enter ports")
  }

  /// The UN freezes assets unless the comment names the measures against a vessel.
  func measures(of kind: Designation.Kind) -> [Designation.Measure] {
    guard kind == .vessel else { return [.assetFreeze] }
    var measures: [Designation.Measure] = []
    if words.contains("asset freeze") { measures.append(.assetFreeze) }
    if words.contains("enter ports") || words.contains("port ban") { measures.append(.portBan) }
    if words.contains("de-flag") || words.contains("deflag") { measures.append(.deflag) }
    return measures.isEmpty ? [.assetFreeze] : measures
  }
}
