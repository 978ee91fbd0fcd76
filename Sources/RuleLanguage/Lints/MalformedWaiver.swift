extension Lint {
  static let malformedWaiver = Lint(
    "W41", id: "malformed-waiver",
    summary: "A comment that begins with `lint:` should be a waiver.",
    rationale: """
      What is not understood waives nothing. The form is `lint: allow CODE, … until DATE because \
      REASON`, on the line itself or the line above, or above the first key for the whole file.
      """,
    bad: """
      owner: maritime-desk  # lint: ignore W25
      """,
    good: """
      owner: maritime-desk
      """)
}
