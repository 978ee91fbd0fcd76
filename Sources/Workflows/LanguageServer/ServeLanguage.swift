public import Foundation
import Maritime
import Watchlists

/// Serves an editor over two streams until it says `exit` or goes away.
///
/// - Parameters:
///   - input: The editor's bytes; the end of the stream ends the server.
///   - output: Where the answers go.
///   - geography: Ports and zones that the rules may name.
/// - Returns: The exit code that the protocol asks for: 0 after a `shutdown`, else 1.
/// - Throws: `WorkflowError` or `InputFileError` when a port or zone file cannot be read.
public func serveLanguage(
  input: FileHandle, output: FileHandle, geography: GeographySources
) throws -> Int32 {
  var server = LanguageServer(
    catalog: .standard, gazetteer: try geography.load().gazetteer, lists: regimes)
  while server.exitCode == nil {
    let bytes = input.availableData
    if bytes.isEmpty { return 1 }
    let answer = server.receive(bytes)
    if !answer.isEmpty { try output.write(contentsOf: Data(answer)) }
  }
  return server.exitCode ?? 1
}

/// The regimes of the lists that we ship importers for, as rules name them.
private let regimes = ["eu", "house", "uk", "un-1718", "us"]
