/// What we say when libyaml gives up, in words that help an author.
struct YAMLSyntaxSentence: Hashable {
  let message: String
  let help: String?

  init(libraryProblem problem: String) {
    let known = Self.sentences.first { problem.hasPrefix($0.problem) }
    message = known?.message ?? "the text is not well-formed YAML here"
    help = known?.help
  }

  /// libyaml's problems (scanner.c and parser.c) and our sentences.
  private static let sentences: [(problem: String, message: String, help: String?)] = [
    (
      "mapping values are not allowed", "a `:` stands where no key can be",
      "put the text before it into quotes, or mend the indentation"
    ),
    (
      "could not find expected ':'", "a key is not followed by `:`",
      "write `key: value`, with a space after the colon"
    ),
    (
      "did not find expected key", "a key was expected here",
      "align it with the keys above"
    ),
    (
      "did not find expected '-'", "a list item was expected here",
      "start it with `- ` below the items above"
    ),
    (
      "block sequence entries are not allowed", "a list item cannot start here",
      "start the list on a line of its own"
    ),
    (
      "found character that cannot start any token", "this character cannot start a value",
      "put the value into quotes"
    ),
    (
      "found unexpected end of stream", "the text ends inside a quoted value",
      "close the quotes"
    ),
    ("did not find expected ',' or ']'", "a list in brackets is not closed", "add `,` or `]`"),
    ("did not find expected ',' or '}'", "a mapping in braces is not closed", "add `,` or `}`"),
    ("found unknown escape character", "this escape is not known", "use single quotes"),
    ("did not find expected node content", "a value is missing here", nil),
    ("found a tab character", "a tab stands in the indentation", "indent with spaces"),
    ("exceeded maximum", "lists and mappings stand too deep in one another", nil),
    ("found undefined tag handle", "tags are not allowed", "put the value into quotes"),
    ("did not find expected <document start>", "the text goes on after its end", nil),
  ]
}
