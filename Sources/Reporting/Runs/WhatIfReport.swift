import Maritime
public import Screening

/// The verdict on a vessel as it is, and on one that differs from it in some values.
public struct WhatIfReport: Sendable {
  /// A rule or an open question whose say differs between the two verdicts.
  public struct Change: Hashable, Sendable {
    /// The rule, or the check that asked.
    public let rule: String
    /// What it said of the vessel as it is: `fires, 45.0 points`, `open`, or `nothing`.
    public let before: String
    /// What it says with the changes.
    public let after: String
  }

  /// The changes, as they were written.
  public let changes: [String]
  /// The verdict on the vessel as it is.
  public let before: Verdict
  /// The verdict with the changes.
  public let after: Verdict

  /// Creates a report.
  public init(changes: [String], before: Verdict, after: Verdict) {
    self.changes = changes
    self.before = before
    self.after = after
  }

  /// The rules that say something else with the changes, sorted.
  public var differences: [Change] {
    let (old, new) = (Self.says(before), Self.says(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { rule in
      let (was, then) = (old[rule] ?? "nothing", new[rule] ?? "nothing")
      return was == then ? nil : Change(rule: rule, before: was, after: then)
    }
  }

  /// What the changes make of the verdict, then its page.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    let paint = page.paint
    page.add(paint("WHAT IF \(TerminalText.safe(changes.joined(separator: ", ")))", .bold))
    page.add("  as it is   \(Self.summary(of: before))")
    page.add("  with that  \(Self.summary(of: after))")
    page.heading("WHAT CHANGES")
    for change in differences {
      page.paragraph("\(change.rule): \(change.before) → \(change.after)", indent: 4, lead: "  ·")
    }
    if differences.isEmpty { page.add("  no rule says anything else") }
    page.add()
    page.add("The page below is about a vessel that does not exist; it is kept nowhere.")
    page.add()
    return page.text + VesselPage.text(of: after, style: style)
  }

  /// One JSON object with the changes and both verdicts.
  public var json: String {
    JSONText.object([
      "what_if": JSONText.strings(changes),
      "differences": JSONText.array(
        differences.map {
          JSONText.object([
            "rule": JSONText.string($0.rule), "as_it_is": JSONText.string($0.before),
            "with_that": JSONText.string($0.after),
          ])
        }),
      "as_it_is": before.json, "with_that": after.json,
    ]) + "\n"
  }

  private static func says(_ verdict: Verdict) -> [String: String] {
    let questions = verdict.undetermined.map {
      ($0.rule, $0.keepsFromClear ? "open" : "noted")
    }
    let fired = verdict.findings.map { finding in
      let points = finding.isGate ? "prohibits" : "\(finding.points) points"
      return (finding.rule, finding.counts ? "fires, \(points)" : "fires in the shadow")
    }
    return Dictionary(questions + fired) { $1 == $0 ? $0 : $1 }
  }

  private static func summary(of verdict: Verdict) -> String {
    "\(verdict.disposition.rawValue), \(verdict.score) points"
  }
}
