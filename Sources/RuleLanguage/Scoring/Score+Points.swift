public import Maritime

extension RuleHeader.Score {
  /// The points that a rule gives for its matches at `now`.
  ///
  /// The match that has faded least gives `points`, every further one `perExtra`; each fades with
  /// its own age, and the sum is cut at `max`. Rounds half up to a tenth.
  ///
  /// - Parameters:
  ///   - matches: In any order.
  ///   - now: The as-of instant.
  /// - Returns: The points; none without a match.
  public func points(of matches: [RuleMatch], at now: UTCTime) -> Points {
    let shares = matches.map { share(of: $0, at: now) }.sorted(by: >)
    let sum = zip(shares, [points] + Array(repeating: perExtra, count: shares.count))
      .reduce(UInt64(0)) { sum, part in sum + part.0 * UInt64(Swift.max(part.1, 0)) }
    let capped = min(sum, UInt64(Swift.max(max, 0)) * HalfLife.whole)
    return Points(tenths: Int((capped * 10 + HalfLife.whole / 2) / HalfLife.whole))
  }

  private func share(of match: RuleMatch, at now: UTCTime) -> UInt64 {
    guard let decay, let from = match.decayFrom else { return HalfLife.whole }
    return HalfLife.share(after: now - from, halfLife: decay.halfLife)
  }
}
