import Maritime

/// Reads a date of HTTP, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
///
/// Returns `nil` for the two obsolete forms, which no server sends any more.
func httpDate(_ text: String) -> UTCTime? {
  let parts = text.split(separator: " ")
  guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
    let month = months.firstIndex(of: parts[2].lowercased()),
    let date = CivilDate(year: year, month: month + 1, day: day)
  else { return nil }
  let clock = parts[4].split(separator: ":").compactMap { Int($0) }
  guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
    (0...60).contains(clock[2])
  else { return nil }
  let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
  return UTCTime(milliseconds: UTCTime(date).milliseconds + Int64(seconds) * 1000)
}

private let months = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]
