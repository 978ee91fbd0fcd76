import Maritime
import RuleLanguage
import Screening
import Watchlists

/// What the template shows of the negative record.
struct CheckedView {
  struct List {
    let list: String
    let publisher: String
    let published: String
    let entries: String
    let digest: String
    let isOutOfDate: Bool
  }

  struct Open {
    let rule: String
    let missing: String
  }

  let ruleWords: String
  let windowWords: String
  let lists: [List]
  let hasLists: Bool
  let silent: [String]
  let silentCount: Int
  let open: [Open]
  let openCount: Int
  let hasOpen: Bool
  let leftOut: [String]
  let leftOutCount: Int
  let hasLeftOut: Bool

  init(_ verdict: Verdict) {
    let checked = verdict.checked
    ruleWords = checked.ruleWords
    windowWords = checked.windowWords
    lists = checked.lists.flatMap { list in
      [list.current].map { snapshot in
        List(
          list: snapshot.list, publisher: snapshot.publisher,
          published: snapshot.published.dayDescription,
          entries: Quantity.count(snapshot.entries).description, digest: snapshot.digest,
          isOutOfDate: list.isOutOfDate)
      }
        + list.earlier.map { snapshot in
          List(
            list: "\(snapshot.list), earlier", publisher: snapshot.publisher,
            published: snapshot.published.dayDescription, entries: "", digest: snapshot.digest,
            isOutOfDate: false)
        }
    }
    hasLists = !lists.isEmpty
    silent = checked.rules.filter { $0.answer == .doesNotFire }.map { "\($0.rule) v\($0.version)" }
    silentCount = silent.count
    open = checked.rules.filter { $0.answer == .unknown }.map { answer in
      let missing = verdict.undetermined.filter { $0.rule == answer.rule }.map(\.missing)
      return Open(
        rule: "\(answer.rule) v\(answer.version)",
        missing: missing.isEmpty
          ? "not named, because the rule is on trial or skips what it cannot know"
          : missing.joined(separator: "; "))
    }
    openCount = open.count
    hasOpen = !open.isEmpty
    leftOut = checked.rulesLeftOut
    leftOutCount = leftOut.count
    hasLeftOut = !leftOut.isEmpty
  }
}
