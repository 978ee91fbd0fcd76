import Foundation
import Testing

/// The pages that readers follow do what they say.
struct TutorialTests {
  @Test(arguments: [("tutorial.md", 20), ("first-mistakes.md", 10)])
  func everyCommandAnswersAsThePageSays(name: String, commands: Int) throws {
    #expect(try TutorialPage(name).follow() >= commands)
  }

  @Test func aPageIsReadBlockByBlock() throws {
    let steps = try TutorialPage("tutorial.md").steps
    #expect(steps.contains { if case .append = $0 { true } else { false } })
    #expect(steps.contains { if case .change = $0 { true } else { false } })
  }

  /// A link to a page that is not there would leave a reader at the first step.
  @Test(arguments: ["tutorial.md", "first-mistakes.md"])
  func everyLinkLeadsToAFile(name: String) throws {
    let page = ProgramRun.checkout.appending(path: "docs/\(name)")
    let text = try String(contentsOf: page, encoding: .utf8)
    let links = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.output.1) }
    #expect(!links.isEmpty)
    for link in links {
      let target = page.deletingLastPathComponent().appending(path: link)
      #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
    }
  }
}
