public import Maritime

/// Reads the day on which a list was published from its file's name, such as `sdn_2024-05-03.csv`.
///
/// Understands `2024-05-03`, `2024_05_03`, `20240503` and the month alone, `2021-07`, which stands
/// for its last day: a list seen in a month held at its end at the latest. The first date in the
/// name counts. Numbers of legal acts, such as `32014R0833`, are no dates. Returns `nil` without a
/// date.
public func publishedDate(inFileName name: String) -> UTCTime? {
  let runs = digitRuns(in: name.split(separator: "/").last ?? "")
  return runs.indices.lazy.compactMap { date(at: $0, in: runs) }.first.map(UTCTime.init)
}

/// The list's name without a date or extensions: `house-2026-01.csv` → `house`.
func listID(fromFileName name: String) -> String {
  let file = name.split(separator: "/").last ?? ""
  let stem = file.prefix { $0 != "." }
  let runs = digitRuns(in: stem)
  let dated = runs.indices.first { date(at: $0, in: runs) != nil }
  let words = (dated.map { stem[..<runs[$0].start] } ?? stem).lowercased()
    .split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
  return words.isEmpty ? "house" : words.joined(separator: "-")
}

/// Digits that stand together, and what stands before the next ones.
private struct DigitRun {
  let digits: Substring
  let start: Substring.Index
  /// Whether one separator and then another run follow.
  var isJoinedToNext = false
  /// Whether a letter stands directly before or after.
  let touchesLetter: Bool
}

private func digitRuns(in text: Substring) -> [DigitRun] {
  var runs: [DigitRun] = []
  var rest = text
  while let start = rest.firstIndex(where: isDigit) {
    let digits = rest[start...].prefix(while: isDigit)
    let gap = runs.isEmpty ? "" : rest[..<start]
    if !runs.isEmpty, gap.count == 1, "-_.".contains(gap) {
      runs[runs.count - 1].isJoinedToNext = true
    }
    let before = text[..<start].last
    let after = text[digits.endIndex...].first
    runs.append(
      DigitRun(
        digits: digits, start: start,
        touchesLetter: [before, after].contains { $0?.isLetter == true }))
    rest = text[digits.endIndex...]
  }
  return runs
}

private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

private func date(at index: Int, in runs: [DigitRun]) -> CivilDate? {
  let run = runs[index]
  guard !run.touchesLetter else { return nil }
  if run.digits.count == 8 {
    return dayOrMonthEnd(
      run.digits.prefix(4), run.digits.dropFirst(4).prefix(2), run.digits.suffix(2))
  }
  guard run.digits.count == 4, run.isJoinedToNext, runs[index + 1].digits.count == 2 else {
    return nil
  }
  let next = runs[index + 1]
  let day = next.isJoinedToNext && runs[index + 2].digits.count == 2 ? runs[index + 2].digits : nil
  return dayOrMonthEnd(run.digits, next.digits, day)
}

/// Years outside this range are numbers of something else.
///
/// SDN files exist since the 1990s.
private func dayOrMonthEnd(
  _ year: Substring, _ month: Substring, _ day: Substring?
) -> CivilDate? {
  guard let year = Int(year), (1990...2099).contains(year), let month = Int(month),
    (1...12).contains(month)
  else { return nil }
  let last = CivilDate.length(ofMonth: month, in: year)
  return CivilDate(year: year, month: month, day: day.flatMap { Int($0) } ?? last)
}
