extension Lint {
  static let unusedWaiver = Lint(
    "W39", id: "unused-waiver",
    summary: "A waiver should waive something.",
    rationale: """
      The lint does not object here, so the comment is left over from an earlier text or stands \
      on the wrong line. It would silence the next mistake that nobody looked at.
      """,
    bad: """
      owner: maritime-desk  # lint: allow W25 until 2027-12-31 because the desk is being formed
      """,
    good: """
      owner: maritime-desk
      """)
}
