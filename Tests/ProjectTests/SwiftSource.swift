import Testing

/// A Swift file as the checks of this target see it: an estimate by lines and braces, no parser.
struct SwiftSource: CustomTestStringConvertible {
  /// A line that breaks a rule, as a failed test shows it.
  struct Culprit: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let text: String

    var description: String { "\(path):\(line): \(text)" }
  }

  let path: String
  /// The lines as written.
  let lines: [Substring]
  /// The lines without comments and the insides of strings.
  let code: [String]
  /// Whether a line is part of a string of several lines.
  let isInLongString: [Bool]

  init(path: String, text: String) {
    self.path = path
    let written = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines = text.hasSuffix("\n") ? written.dropLast() : written
    var isInside = false
    var (code, flags): ([String], [Bool]) = ([], [])
    for line in lines {
      let quotes = line.ranges(of: #"""""#).count
      flags.append(isInside || quotes > 0)
      code.append(isInside || quotes > 0 ? "" : Self.bare(line))
      if !quotes.isMultiple(of: 2) { isInside.toggle() }
    }
    self.code = code
    isInLongString = flags
  }

  /// The folder below `Sources` or `Tests`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  var isKernel: Bool { path.contains("/Kernels/") }

  /// The name of the file without its ending.
  var name: String { String((path.split(separator: "/").last ?? "").dropLast(".swift".count)) }

  var testDescription: String { path }

  /// The lines of code that hold a pattern.
  func culprits(_ pattern: Regex<Substring>) -> [Culprit] {
    code.indices.filter { code[$0].contains(pattern) }.map(culprit)
  }

  func culprit(_ index: Int) -> Culprit {
    Culprit(
      path: path, line: index + 1, text: String(lines[index].drop { $0 == " " }.prefix(80)))
  }

  private static func bare(_ line: Substring) -> String {
    line.replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
  }
}

extension SwiftSource {
  /// The functions and initialisers with the number of lines from name to closing brace.
  var functions: [(line: Int, length: Int)] {
    var (open, found): ([Int?], [(line: Int, length: Int)]) = ([], [])
    var pending: Int?
    for (index, line) in code.enumerated() {
      if line.contains(/\b(?:func|init[?!]?)\b\s*[\w`=<>!+\-*\/&|^~%]*\s*[<(]/) { pending = index }
      for character in line {
        if character == "{" {
          open.append(pending)
          pending = nil
        } else if character == "}", let start = open.popLast() ?? nil {
          found.append((start, index - start + 1))
        }
      }
    }
    return found
  }
}
