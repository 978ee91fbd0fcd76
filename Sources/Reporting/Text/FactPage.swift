public import Maritime

/// The facts of one vessel, in full: what every field says, and the lines behind it.
public enum FactPage {
  /// Lays out facts in the order they are given.
  ///
  /// A field that nobody knows is left out, as it is in a facts file.
  public static func text(of facts: [Fact], style: ReportStyle) -> String {
    var page = TextPage(style)
    for fact in facts { page.add(fact) }
    page.add()
    page.add(facts.count.counted("fact"))
    return page.text
  }
}

extension TextPage {
  fileprivate mutating func add(_ fact: Fact) {
    heading("\(fact.kind.name)  \(fact.header.span.words)")
    paragraph("\(fact.header.vessel), source \(fact.header.source), id \(fact.id)", indent: 2)
    for (field, value) in zip(fact.kind.fields, fact.values) {
      guard let value else { continue }
      paragraph("\(field.name): \(value)", indent: 4, lead: "  ")
    }
    let places = fact.places
    if !places.isEmpty { paragraph(places, indent: 4, lead: "  · ", tone: .faint) }
  }
}
