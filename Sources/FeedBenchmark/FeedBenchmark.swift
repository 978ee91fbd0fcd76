import Foundation

/// Measures the readers of NMEA and CSV feeds, and breaks every parser of feeds at random.
@main
enum FeedBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    let number = arguments.count > 2 ? Int(arguments[2]) : nil
    switch arguments.count > 1 ? arguments[1] : "" {
    case "nmea" where arguments.count > 2: measureNMEA(arguments[2])
    case "csv" where arguments.count > 2: measureCSV(arguments[2])
    case "fuzz":
      let fuzz = FeedFuzz(inputs: number ?? 100_000, seed: 1)
      var isSound = true
      for target in FuzzTarget.all {
        let found = fuzz.run(target)
        isSound = isSound && found.broken.isEmpty
        say(found.line)
      }
      exit(isSound ? 0 : 1)
    default:
      say("usage: FeedBenchmark nmea FILE | csv FILE | fuzz [INPUTS]")
      exit(2)
    }
  }
}

/// Writes a line to standard output.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
