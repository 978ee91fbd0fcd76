import Maritime

/// Why a record of another system became no fact.
struct ImportProblem: Error {
  let reason: String
  let detail: String

  init(_ reason: String, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }

  func rejection(_ file: String, line: Int) -> Rejection {
    Rejection(reason: reason, file: file, line: line, detail: detail)
  }
}
