extension Int {
  /// A number of things in words: `1 rule`, `2 rules`.
  ///
  /// - Parameter noun: The noun for one, whose plural ends in s.
  /// - Returns: The number and the noun.
  public func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
