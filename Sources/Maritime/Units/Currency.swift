/// A currency, by its ISO 4217 code: `USD`.
public struct Currency: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The three upper-case letters.
  public let code: String
  /// How many digits after the point its smallest unit has: 2 for most, 0 for the yen.
  public let digits: Int

  /// Creates a currency; `nil` when ISO 4217 has no such code.
  public init?(_ code: String) {
    guard let digits = Self.known[code] else { return nil }
    self.code = code
    self.digits = digits
  }

  /// The code.
  public var description: String { code }

  /// Orders by code.
  public static func < (a: Currency, b: Currency) -> Bool { a.code < b.code }

  /// Every code, sorted.
  public static let codes = known.keys.sorted()

  /// The codes in use and their digits (ISO 4217:2015, list one of the maintenance agency).
  private static let known: [String: Int] = {
    let byDigits = [
      (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
      (
        2,
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD \
        CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP \
        GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD \
        LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB \
        PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
        SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW
        """
      ),
      (3, "BHD IQD JOD KWD LYD OMR TND"),
    ]
    return byDigits.reduce(into: [:]) { known, group in
      for code in group.1.split(separator: " ") { known[String(code)] = group.0 }
    }
  }()
}
