public import RuleLanguage

/// One page of `docs/lints`, made from the source of a lint.
public struct LintPage: Sendable {
  /// The name of the file.
  public let name: String
  /// The text, in Markdown.
  public let text: String

  /// The pages of all lints and their index.
  public static let all: [LintPage] = [index] + Lint.all.map(LintPage.init)

  private init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The page of one lint.
  public init(_ lint: Lint) {
    name = lint.id + ".md"
    text = """
      # \(lint.code) \(lint.id)

      \(lint.summary)

      \(lint.rationale)

      Instead of

      ```yaml
      \(lint.bad)
      ```

      write

      ```yaml
      \(lint.good)
      ```

      To let it pass on one line: `# lint: allow \(lint.code) until 2027-06-30 because …`.
      [All lints](README.md).

      """
  }

  private static let index = LintPage(
    name: "README.md",
    text: """
      # Lints

      A lint objects to a rule that compiles and is probably not what its author wants.
      `pratique rules check` shows lints as warnings, beside the errors of the compiler.

      A waiver lets a lint pass: `# lint: allow W14 until 2027-06-30 because REASON`, with codes or
      names, several with commas. It stands on the line that the lint objects to, on a line of its
      own above that, or above the first key for the whole file. `--as-of DATE` says what day it is;
      from the day after its end a waiver no longer counts. Without a date nothing expires, because
      the program never reads the clock.

      These pages are generated from `Sources/RuleLanguage/Lints`.

      | code | lint | what it asks for |
      |---|---|---|
      \(Lint.all.map { "| \($0.code) | [\($0.id)](\($0.id).md) | \($0.summary) |" }
        .joined(separator: "\n"))

      """)
}
