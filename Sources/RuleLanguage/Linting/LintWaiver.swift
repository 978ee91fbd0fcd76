import Maritime
import StrictYAML

/// A comment that lets lints pass: `lint: allow W19 until 2026-12-31 because …`.
struct LintWaiver: Sendable {
  /// The codes or ids of the lints.
  let lints: [String]
  /// The last day on which it counts; `nil` for no end.
  let until: UTCTime?
  let reason: String?
  let span: SourceSpan
  /// The line that it speaks of; `nil` for the whole file.
  let line: Int?

  /// Whether it speaks of a diagnostic of its file.
  func covers(_ diagnostic: Diagnostic) -> Bool {
    (lints.contains(diagnostic.code) || lints.contains(diagnostic.id))
      && (line == nil || line == diagnostic.span.start.line)
  }

  /// Whether its last day has passed; without a date to ask for, none has.
  func hasEnded(asOf today: UTCTime?) -> Bool {
    guard let until, let today else { return false }
    return today - until >= 86_400_000
  }
}

/// The waivers of a file, and what is wrong with those that are none.
struct WaiverReader {
  private(set) var waivers: [LintWaiver] = []
  private(set) var findings: [(lint: Lint, finding: LintFinding)] = []
  private let document: LintedDocument

  init(_ document: LintedDocument) {
    self.document = document
    for comment in document.comments.all where comment.text.hasPrefix("lint") { read(comment) }
  }

  private mutating func read(_ comment: SourceComment) {
    var words = comment.text.split(separator: " ", omittingEmptySubsequences: true)[...]
    guard words.first == "lint:" else {
      // "linting the hull" is prose; "lint allow W19" is a waiver without its colon.
      if words.first == "lint", words.dropFirst().first == "allow" {
        refuse(comment, "`lint` lacks its colon")
      }
      return
    }
    words = words.dropFirst()
    guard words.popFirst() == "allow" else {
      return refuse(comment, "only `allow` can follow `lint:`")
    }
    let names = words.prefix { $0 != "until" && $0 != "because" }
    let lints = names.joined(separator: " ").split { $0 == "," || $0 == " " }.map(String.init)
    words = words.dropFirst(names.count)
    guard !lints.isEmpty else { return refuse(comment, "the waiver names no lint") }
    if let unknown = lints.first(where: { name in !Lint.all.contains { $0.isCalled(name) } }) {
      let known = Lint.all.flatMap { [$0.code, $0.id] }
      return refuse(
        comment, "there is no lint `\(unknown)`",
        help: nearestName(to: unknown, in: known).map { "did you mean `\($0)`?" })
    }
    addWaiver(of: lints, comment, words)
  }

  private mutating func addWaiver(
    of lints: [String], _ comment: SourceComment, _ rest: ArraySlice<Substring>
  ) {
    var rest = rest
    var until: UTCTime?
    if rest.first == "until" {
      rest = rest.dropFirst()
      let word = rest.popFirst() ?? ""
      guard let date = UTCTime(word), word.utf8.count == 10 else {
        return refuse(
          comment, "`\(word)` is not a day", help: "write a day such as `until 2026-12-31`")
      }
      until = date
    }
    let hasReason = rest.popFirst() == "because" && !rest.isEmpty
    let waiver = LintWaiver(
      lints: lints, until: until, reason: hasReason ? rest.joined(separator: " ") : nil,
      span: comment.span, line: line(of: comment))
    waivers.append(waiver)
    guard until == nil || !hasReason else { return }
    let missing = until == nil ? hasReason ? "no end" : "neither an end nor a reason" : "no reason"
    findings.append(
      (
        .vagueWaiver,
        LintFinding(
          "the waiver has \(missing)", at: comment.span,
          help: "write `until DATE because REASON`")
      ))
  }

  /// The line itself, or the next one that is no comment; `nil` above the first key.
  private func line(of comment: SourceComment) -> Int? {
    var line = comment.span.start.line
    guard comment.isAlone else { return line }
    guard line > document.root.span.start.line else { return nil }
    while document.comments.onLine(line)?.isAlone == true { line += 1 }
    return line
  }

  private mutating func refuse(
    _ comment: SourceComment, _ message: String,
    help: String? = "write `lint: allow CODE until DATE because REASON`"
  ) {
    findings.append((.malformedWaiver, LintFinding(message, at: comment.span, help: help)))
  }
}

extension Lint {
  /// Whether a waiver means this lint by its code or its id.
  fileprivate func isCalled(_ name: String) -> Bool { code == name || id == name }
}
