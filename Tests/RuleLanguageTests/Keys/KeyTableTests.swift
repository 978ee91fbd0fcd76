import RuleLanguage
import StrictYAML
import Testing

struct KeyTableTests {
  @Test func everyKeyIsExplained() {
    for table in KeyTable.all {
      #expect(table.summary.hasSuffix("."), "\(table.place)")
      #expect(Set(table.names).count == table.names.count, "\(table.place)")
      for key in table.keys {
        #expect(key.summary.hasSuffix("."), "\(table.place): \(key.name)")
        let document = readYAML(Array("\(key.name): \(key.example)\n".utf8), file: "example")
        #expect(document.diagnostics == [], "\(table.place): \(key.name)")
      }
    }
  }

  @Test func reachesEveryMapping() {
    let places = Set(KeyTable.all.map(\.place))
    #expect(places.isSuperset(of: ["rule", "a step", "score", "decay", "expect", "a list entry"]))
    #expect(KeyTable.all.count == places.count, "each has a name of its own")
  }
}
