import Maritime

/// A time of the story: `utc("2024-04-14T03:00")`.
func utc(_ text: String) -> UTCTime {
  guard let time = UTCTime(text) else { preconditionFailure("\(text) is not a time") }
  return time
}

/// The time from one instant to another.
struct Period: Hashable {
  let from: UTCTime
  let until: UTCTime

  init(_ from: String, _ until: String) {
    self.init(from: utc(from), until: utc(until))
  }

  init(from: UTCTime, until: UTCTime) {
    precondition(from < until, "a period must end after it starts")
    self.from = from
    self.until = until
  }

  func contains(_ time: UTCTime) -> Bool { from <= time && time < until }
}
