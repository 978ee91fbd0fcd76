import StrictYAML

/// `did you mean …`, or the whole choice when it is short.
func nameHelp(_ name: String, in candidates: some Sequence<String>) -> String? {
  if let near = nearestName(to: name, in: candidates) { return "did you mean `\(near)`?" }
  let all = Array(candidates)
  guard !all.isEmpty, all.count <= 24 else { return nil }
  return (all.count == 1 ? "it can be " : "it can be one of ")
    + all.map { "`\($0)`" }.joined(separator: ", ")
}
