/// Why an input row did not become a record, before its file and line are known.
struct RowProblem: Error {
  let reason: String
  let detail: String?

  init(_ reason: String, _ detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  func rejection(_ file: String, line: Int) -> Rejection {
    Rejection(reason: reason, file: file, line: line, detail: detail)
  }
}
