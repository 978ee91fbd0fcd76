public import Maritime

/// A number or call sign by which a watchlist names its subject.
public enum DesignationIdentifier: Hashable, Sendable {
  /// A hull's number with a right check digit.
  case imo(IMONumber)
  /// The seven digits that IMO gives a company or registered owner.
  ///
  /// They come from another series with another check digit, so they are never read as a hull's.
  case imoCompany(String)
  /// A company's Legal Entity Identifier with right check digits.
  case lei(String)
  /// A company's number in the register of a country: `RU 1027700092661`.
  case registration(String)
  /// A radio station.
  case mmsi(MMSI)
  /// A radio call sign.
  case callSign(String)
  /// A vessel's number, as written, that is no valid IMO number.
  case unverified(String)

  /// Reads a vessel's number; text that is no valid IMO number is kept as it stands.
  ///
  /// Returns `nil` for text without a digit, such as `Does not exist`.
  init?(vesselNumber text: String) {
    let trimmed = text.trimmed
    guard trimmed.contains(where: \.isNumber) else { return nil }
    let digits = trimmed.droppingPrefix("IMO").trimmed
    self = IMONumber(digits).map(Self.imo) ?? .unverified(trimmed)
  }

  /// Reads a company's number; `nil` unless `text` holds seven digits.
  init?(companyNumber text: String) {
    let digits = text.trimmed.droppingPrefix("IMO").trimmed
    guard digits.utf8.count == 7, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    self = .imoCompany(digits)
  }
}
