/// A regulation, read from its CELEX number such as `32014R0833`.
///
/// Until 2014 the number comes before the year, from 2015 after it. Source: Publications Office,
/// "Harmonising the numbering of EU legal acts".
struct EULegalAct {
  private let year: Int
  private let number: Int

  /// Returns `nil` when `celex` is no regulation's.
  init?(celex: String) {
    let parts = celex.split(separator: "R", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 5, parts[0].first == "3", parts[1].count == 4,
      let year = Int(parts[0].dropFirst()), let number = Int(parts[1]), number > 0,
      (1958...2099).contains(year)
    else { return nil }
    self.year = year
    self.number = number
  }

  private var comesAfterItsYear: Bool { year >= 2015 }

  /// The list's id: `eu-833` or `eu-2017-1509`.
  var list: String { comesAfterItsYear ? "eu-\(year)-\(number)" : "eu-\(number)" }

  /// How the act is cited.
  ///
  /// The European Community's acts end with the Treaty of Lisbon, 1 December
  /// 2009.
  var title: String {
    if comesAfterItsYear { return "Council Regulation (EU) \(year)/\(number)" }
    return "Council Regulation (\(year < 2010 ? "EC" : "EU")) No \(number)/\(year)"
  }
}
