public import Maritime

/// A decision, as somebody approved it, that an entry of a list is not a subject of the user's.
///
/// It holds for one entry and one subject until a day, and only while the entry identifies its
/// subject by the same data.
public struct EntryDecision: Hashable, Sendable {
  /// Whom the entry is not.
  public enum Subject: Hashable, Sendable {
    /// A vessel by its IMO number.
    case hull(IMONumber)
    /// A vessel of which only the MMSI is known.
    case radio(MMSI)
    /// A company by its IMO number.
    case companyNumber(String)
    /// A company by its Legal Entity Identifier.
    case lei(String)
    /// A company by its number in the register of a country: `RU 1027700092661`.
    case registration(String)
    /// A company of which only the name is known, as the user writes it.
    case companyName(String)
  }

  /// The entry.
  public let entry: ListEntryKey
  /// The name of the entry, for readers.
  public let listedName: String
  /// What the entry said of its subject when it was looked at.
  public let identity: EntryIdentity
  /// Whom it is not.
  public let subject: Subject
  /// Why the two are not the same.
  public let reason: String
  /// Who decided.
  public let approver: String
  /// The day of the decision.
  public let decided: UTCTime
  /// The first day on which it no longer holds.
  public let expires: UTCTime
  /// The file.
  public let file: String
  /// The line on which it begins, from 1.
  public let line: Int

  /// Why a decision about an entry with the subject's own number never holds.
  static let identityStays =
    "refused: the entry bears the subject's own number, and no decision sets an identity aside"

  /// The longest time for which somebody may decide: a leap year, as for exceptions.
  public static let longest: Int64 = 366 * 86_400_000

  /// Creates a decision.
  public init(
    entry: ListEntryKey, listedName: String, identity: EntryIdentity, subject: Subject,
    reason: String, approver: String, decided: UTCTime, expires: UTCTime, file: String, line: Int
  ) {
    self.entry = entry
    self.listedName = listedName
    self.identity = identity
    self.subject = subject
    self.reason = reason
    self.approver = approver
    self.decided = decided
    self.expires = expires
    self.file = file
    self.line = line
  }

  /// Why it does not hold on a day for the entry as it is then; `nil` while it does.
  public func lapse(for designation: Designation, at day: UTCTime) -> String? {
    if subject.isNumber(of: designation) {
      return Self.identityStays
    }
    if day < decided { return "not decided before \(decided.dayDescription)" }
    if day >= expires { return "expired on \(expires.dayDescription)" }
    return EntryIdentity(of: designation).changes(since: identity).map {
      "re-opened: the \($0) of the entry changed since \(decided.dayDescription)"
    }
  }
}

extension EntryDecision.Subject: CustomStringConvertible {
  /// The subject in words: `IMO 9358010`.
  public var description: String {
    switch self {
    case .hull(let number): "IMO \(number)"
    case .radio(let number): "MMSI \(number)"
    case .companyNumber(let number): "IMO company \(number)"
    case .lei(let text): "LEI \(text)"
    case .registration(let text): "registration \(text)"
    case .companyName(let name): name
    }
  }

  /// The subject that has a description; a text of no such form is the name of a company.
  public init(words text: String) {
    func rest(after lead: String) -> String? {
      text.hasPrefix(lead) ? String(text.dropFirst(lead.count)) : nil
    }
    if let number = rest(after: "IMO company ") {
      self = .companyNumber(number)
    } else if let number = rest(after: "IMO ").flatMap({ IMONumber($0) }) {
      self = .hull(number)
    } else if let number = rest(after: "MMSI ").flatMap({ MMSI($0) }) {
      self = .radio(number)
    } else if let text = rest(after: "LEI ") {
      self = .lei(text)
    } else if let text = rest(after: "registration ") {
      self = .registration(text)
    } else {
      self = .companyName(text)
    }
  }

  /// Whether an entry bears the subject's own number: then it is the subject.
  ///
  /// An MMSI is none of these, because radio numbers change hands.
  public func isNumber(of designation: Designation) -> Bool {
    switch self {
    case .hull(let number): designation.imoNumbers.contains(number)
    case .companyNumber(let number): designation.companyNumbers.contains(number)
    case .lei(let text): designation.identifiers.contains(.lei(text))
    case .registration(let text): designation.identifiers.contains(.registration(text))
    case .radio, .companyName: false
    }
  }

  /// The subject with a name in the form in which case and punctuation do not count.
  ///
  /// Legal forms do: `X LLC` and `X Ltd` are two companies.
  var key: EntryDecision.Subject {
    guard case .companyName(let name) = self else { return self }
    return .companyName(foldedWords(of: name).joined(separator: " "))
  }
}
