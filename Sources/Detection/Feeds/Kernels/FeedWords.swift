/// The words that feeds write for the codes of ITU-R M.1371-5, compared byte by byte.
///
/// Each row of the Danish Maritime Authority has two of them, and no string is made for either.
enum FeedWords {
  /// One word and its code.
  struct Word {
    let text: StaticString
    let code: UInt64
  }

  /// Navigational statuses (annex 8, table 45), the most frequent first.
  static let statuses: [Word] = [
    Word(text: "Under way using engine", code: 0), Word(text: "Moored", code: 5),
    Word(text: "At anchor", code: 1), Word(text: "Engaged in fishing", code: 7),
    Word(text: "Under way sailing", code: 8), Word(text: "Not under command", code: 2),
    Word(text: "Restricted maneuverability", code: 3),
    Word(text: "Restricted manoeuverability", code: 3),
    Word(text: "Constrained by her draught", code: 4), Word(text: "Aground", code: 6),
    Word(text: "Reserved for future amendment [HSC]", code: 9),
    Word(text: "Reserved for future amendment [WIG]", code: 10),
    Word(text: "Power-driven vessel towing astern", code: 11),
    Word(text: "Power-driven vessel pushing ahead or towing alongside", code: 12),
    Word(text: "Reserved for future use [11]", code: 11),
    Word(text: "Reserved for future use [12]", code: 12),
    Word(text: "Reserved for future use [13]", code: 13),
    Word(text: "AIS-SART (active)", code: 14),
  ]

  /// Stations that are vessels: 0 for class A, 1 for class B.
  static let mobiles: [Word] = [Word(text: "Class A", code: 0), Word(text: "Class B", code: 1)]

  /// Ship types (table 53); a word for a group of codes stands for the first.
  static let shipTypes: [Word] = [
    Word(text: "Cargo", code: 70), Word(text: "Tanker", code: 80),
    Word(text: "Passenger", code: 60), Word(text: "Fishing", code: 30),
    Word(text: "Sailing", code: 36), Word(text: "Pleasure", code: 37), Word(text: "Tug", code: 52),
    Word(text: "HSC", code: 40), Word(text: "SAR", code: 51), Word(text: "Pilot", code: 50),
    Word(text: "Military", code: 35), Word(text: "Dredging", code: 33),
    Word(text: "Law enforcement", code: 55), Word(text: "Towing", code: 31),
    Word(text: "Towing long/wide", code: 32), Word(text: "Port tender", code: 53),
    Word(text: "Anti-pollution", code: 54), Word(text: "Diving", code: 34),
    Word(text: "Medical", code: 58), Word(text: "Not party to conflict", code: 59),
    Word(text: "Spare 1", code: 56), Word(text: "Spare 2", code: 57), Word(text: "WIG", code: 20),
    Word(text: "Other", code: 90),
  ]
}

extension FieldBytes {
  /// The code of the word that the field spells, letter by letter.
  func code(in words: [FeedWords.Word]) -> UInt64? {
    for word in words where word.text.utf8CodeUnitCount == count {
      let letters = word.text.utf8Start
      var index = 0
      while index < count, letters[index] == base[index] { index += 1 }
      if index == count { return word.code }
    }
    return nil
  }
}
