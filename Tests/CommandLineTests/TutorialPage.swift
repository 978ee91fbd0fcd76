import Foundation
import TestSupport
import Testing

/// A page of the documentation that a reader follows step by step: files to write and commands to
/// run with what they answer.
struct TutorialPage {
  /// One thing that the page asks the reader to do.
  enum Step {
    case write(file: String, text: String)
    case append(file: String, text: String)
    /// Lines to put in place of others; `isTrial` when it holds for one block of commands.
    case change(file: String, edits: [Edit], isTrial: Bool)
    case undo(file: String)
    case run(command: String, answer: [String])
  }

  /// Lines of a file and what stands in their place.
  struct Edit {
    let old: String
    let new: String
  }

  /// The steps, in order.
  let steps: [Step]

  init(_ name: String) throws {
    let url = ProgramRun.checkout.appending(path: "docs/\(name)")
    let blocks = Self.blocks(of: try String(contentsOf: url, encoding: .utf8))
    var trial: String?
    steps = blocks.flatMap { block in
      var steps = Self.steps(of: block)
      if block.language == "diff", block.words.contains("try") {
        trial = block.words.first
      } else if block.language == "console", let file = trial {
        steps.append(.undo(file: file))
        trial = nil
      }
      return steps
    }
  }

  private typealias Block = (language: String, words: [String], lines: [String])

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var open: Block?
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        let words = line.dropFirst(3).split(separator: " ").map(String.init)
        open = open == nil ? (words.first ?? "", Array(words.dropFirst()), []) : nil
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  private static func steps(of block: Block) -> [Step] {
    let text = block.lines.map { $0 + "\n" }.joined()
    switch (block.language, block.words.first) {
    case ("console", _): return commands(in: block.lines)
    case ("yaml", let file?):
      return block.words.contains("append")
        ? [.append(file: file, text: text)] : [.write(file: file, text: text)]
    case ("diff", let file?):
      return [
        .change(
          file: file, edits: edits(in: block.lines), isTrial: block.words.contains("try"))
      ]
    default: return []
    }
  }

  /// An edit ends where lines to take away or to keep follow lines to put in.
  private static func edits(in lines: [String]) -> [Edit] {
    let starts = lines.indices.filter { index in
      index == 0 || (lines[index - 1].first == "+" && lines[index].first != "+")
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      let side = { (mark: Character) in
        lines[start..<end].filter { $0.first == mark || $0.first == " " }
          .map { String($0.dropFirst()) + "\n" }.joined()
      }
      return Edit(old: side("-"), new: side("+"))
    }
  }

  private static func commands(in lines: [String]) -> [Step] {
    lines.reduce(into: []) { steps, line in
      if line.hasPrefix("$ ") {
        steps.append(.run(command: String(line.dropFirst(2)), answer: []))
      } else if case .run(let command, let answer)? = steps.last {
        steps[steps.count - 1] = .run(command: command, answer: answer + [line])
      }
    }
  }

  /// Does what the page says, in a folder that holds what the checkout holds.
  ///
  /// - Returns: How many commands ran.
  func follow() throws -> Int {
    let run = try ProgramRun()
    for name in ["Examples", "Rules", "Watchlists"] {
      try FileManager.default.copyItem(
        at: ProgramRun.checkout.appending(path: name), to: run.folder.url.appending(path: name))
    }
    for step in steps { try follow(step, in: run) }
    return steps.count { if case .run = $0 { true } else { false } }
  }

  private func follow(_ step: Step, in run: ProgramRun) throws {
    switch step {
    case .write(let file, let text): _ = try run.folder.write(text, to: file)
    case .append(let file, let text):
      _ = try run.folder.write(try read(file, in: run) + text, to: file)
    case .change(let file, let edits, let isTrial):
      let text = try read(file, in: run)
      if isTrial { _ = try run.folder.write(text, to: file + ".before") }
      _ = try run.folder.write(edits.reduce(text) { replace($1, in: $0) }, to: file)
    case .undo(let file):
      _ = try run.folder.write(try read(file + ".before", in: run), to: file)
    case .run(let command, let answer):
      let outcome = try run.shell(command)
      #expect(outcome.exitCode == 0, "\(command)\n\(outcome.output)\(outcome.errors)")
      expect(answer, in: outcome.errors + outcome.output, of: command)
    }
  }

  private func replace(_ edit: Edit, in text: String) -> String {
    let parts = text.components(separatedBy: edit.old)
    #expect(parts.count == 2, "the file does not hold once:\n\(edit.old)")
    return parts.joined(separator: edit.new)
  }

  private func read(_ file: String, in run: ProgramRun) throws -> String {
    try String(contentsOfFile: run.folder.path(file), encoding: .utf8)
  }

  /// The lines of an answer stand in what the command said, in this order; `…` is anything.
  private func expect(_ answer: [String], in said: String, of command: String) {
    var rest = said[...]
    for line in answer {
      for part in line.components(separatedBy: "…") where !part.isEmpty {
        guard let place = rest.range(of: part) else {
          Issue.record("`\(command)` does not say '\(part)', as the page does, but:\n\(said)")
          return
        }
        rest = rest[place.upperBound...]
      }
    }
  }
}
