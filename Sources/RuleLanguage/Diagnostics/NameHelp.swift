import StrictYAML

/// What an author can do about a mistake: a sentence, and perhaps the text to write instead.
protocol HelpText: Sendable {
  /// The sentence.
  var sentence: String { get }
  /// What to put in the place of the culprit.
  var fix: String? { get }
}

extension String: HelpText {
  var sentence: String { self }
  var fix: String? { nil }
}

/// A name that was probably meant, or the names there are.
struct NameHelp: HelpText {
  let sentence: String
  var fix: String?

  /// `did you mean …`, when a name is near.
  init?(_ name: String, in candidates: some Sequence<String>, prefix: String = "") {
    guard let near = nearestName(to: name, in: candidates) else { return nil }
    fix = prefix + near
    sentence = "did you mean `\(prefix + near)`?"
  }

  /// `did you mean …` when a name is near, or else a sentence that says what can be written.
  init(_ name: String, in candidates: some Sequence<String>, otherwise sentence: String) {
    self = NameHelp(name, in: candidates) ?? NameHelp(sentence: sentence)
  }

  fileprivate init(sentence: String) { self.sentence = sentence }
}

/// `did you mean …`, or the whole choice when it is short.
func nameHelp(_ name: String, in candidates: some Sequence<String>) -> NameHelp? {
  if let near = NameHelp(name, in: candidates) { return near }
  let all = Array(candidates)
  guard !all.isEmpty, all.count <= 24 else { return nil }
  return NameHelp(
    sentence: (all.count == 1 ? "it can be " : "it can be one of ")
      + all.map { "`\($0)`" }.joined(separator: ", "))
}
