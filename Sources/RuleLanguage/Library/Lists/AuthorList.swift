public import Maritime

/// A list of vessels or companies that a library brings along.
///
/// It answers to its own id alone, never to a regime or to `any-designated`: what somebody keeps an
/// eye on is not designated.
public struct AuthorList: Hashable, Sendable {
  /// One entry and when it holds.
  public struct Entry: Hashable, Sendable {
    /// Whom it names.
    public let subject: ListQuery.Subject
    /// The name in the list; empty when it gives none.
    public let name: String
    /// The entry's own authority; that of the list when it gives none.
    public let authority: String
    /// The first instant at which it holds.
    public let from: UTCTime
    /// The first instant at which it no longer holds; `nil` while it does.
    public let to: UTCTime?
    /// Its number, from 1, in file order.
    public let number: Int
  }

  /// The name after `@lists/`.
  public let id: String
  /// When the list was published.
  public let published: UTCTime
  /// The SHA-256 digest of the file.
  public let digest: String
  /// The entries, in file order.
  public let entries: [Entry]

  /// Answers a question about the list.
  ///
  /// - Parameters:
  ///   - query: Whom and when; its `list` is not looked at.
  ///   - knownAsOf: The instant up to which lists are known; `nil` for no limit.
  /// - Returns: Unknown when only a company's name agrees, or when the list was not yet published.
  public func answer(_ query: ListQuery, knownAsOf: UTCTime? = nil) -> ListAnswer {
    if let knownAsOf, published > knownAsOf {
      return .unknown(
        reason: "\(id) was published on \(published.dayDescription)", entries: [])
    }
    let holding = entries.filter { $0.from <= query.time && $0.to.map { query.time < $0 } ?? true }
    let named = holding.compactMap { entry in
      entry.basis(for: query.subject).map { reference(to: entry, basis: $0) }
    }
    if !named.isEmpty { return .listed(named) }
    let namesakes = holding.filter { $0.sharesName(with: query.subject) }
      .map { reference(to: $0, basis: "name \($0.name) alone") }
    return namesakes.isEmpty
      ? .notListed : .unknown(reason: ListAnswer.sharedCompanyName, entries: namesakes)
  }

  private func reference(to entry: Entry, basis: String) -> ListEntryReference {
    ListEntryReference(
      list: id, entry: String(entry.number), name: entry.name, authority: entry.authority,
      listedFrom: entry.from, published: published, digest: digest, basis: basis)
  }
}

extension AuthorList.Entry {
  /// Which number agrees; `nil` when none does.
  fileprivate func basis(for asked: ListQuery.Subject) -> String? {
    switch (subject, asked) {
    case (.vessel(let own), .vessel(let other)):
      if let imo = own.imo, let second = other.imo {
        return imo == second ? "IMO number \(imo)" : nil
      }
      guard let mmsi = own.mmsi, mmsi == other.mmsi else { return nil }
      return "MMSI \(mmsi) alone"
    case (.company(let own), .company(let other)):
      guard let number = own.number, number == other.number else { return nil }
      return "IMO company number \(number)"
    default: return nil
    }
  }

  /// Whether a company has the entry's name and no number tells the two apart.
  fileprivate func sharesName(with asked: ListQuery.Subject) -> Bool {
    guard case .company(let own) = subject, case .company(let other) = asked,
      own.number == nil || other.number == nil, let name = own.name, let second = other.name
    else { return false }
    return plainWords(name) == plainWords(second)
  }
}

/// The words of a name without case and punctuation.
private func plainWords(_ name: String) -> [String] {
  name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
