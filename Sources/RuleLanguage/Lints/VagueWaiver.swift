extension Lint {
  static let vagueWaiver = Lint(
    "W40", id: "vague-waiver",
    summary: "A waiver should have an end date and a reason.",
    rationale: """
      A waiver is a decision. The reason lets the next reader judge it, the date makes somebody \
      look again.
      """,
    bad: """
      title: A call at a port of the DPRK.  # lint: allow W45
      """,
    good: """
      title: A call at a port of the DPRK
      """)
}
