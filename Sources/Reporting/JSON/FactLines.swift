import Maritime

/// The lines of the facts that a verdict names: several clauses name the same ones.
struct FactLines {
  private var known: [Fact: String] = [:]

  /// The facts as a JSON array.
  mutating func array(of facts: [Fact]) -> String {
    var text = "["
    for fact in facts {
      if text.utf8.count > 1 { text += "," }
      text += line(of: fact)
    }
    text += "]"
    return text
  }

  private mutating func line(of fact: Fact) -> String {
    if let line = known[fact] { return line }
    let line = fact.jsonLine
    known[fact] = line
    return line
  }
}
