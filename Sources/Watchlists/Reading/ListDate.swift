import Maritime

/// Reads a day as publishers write it.
///
/// `25.6.2024`, `31/07/2024`, `26 Feb. 2011`, `12 March 2022` and `2026-08-07`, with or without a
/// time after the last. Day before month: no publisher read here writes them the other way round.
func listDate(_ text: some StringProtocol) -> UTCTime? {
  let text = text.trimmed
  if let time = UTCTime(text.prefix(10)) { return UTCTime(time.date) }
  let parts = text.split { " ./".contains($0) }
  guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), parts[2].count == 4,
    let month = Int(parts[1]) ?? monthNumber(parts[1])
  else { return nil }
  return CivilDate(year: year, month: month, day: day).map(UTCTime.init)
}

/// English names, cut to three letters because `Sept.` and `Sep.` both occur.
private func monthNumber(_ name: Substring) -> Int? {
  guard name.count >= 3 else { return nil }
  let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  return months.firstIndex(of: name.prefix(3).lowercased()).map { $0 + 1 }
}
