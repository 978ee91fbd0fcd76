import InputFiles
import Maritime
import RuleLanguage

/// The JSON Schema of every kind of rule document, indented, with a line end.
///
/// Editors' YAML servers use it; it says as much of the language as a schema can.
public func ruleSchema() -> String {
  let compiler = RuleCompiler(catalog: .standard, gazetteer: .shipped)
  return compiler.jsonSchema.indentedText + "\n"
}

/// Writes text to a file, which appears only when it is whole, or to standard output for `-`.
public func writeText(_ text: String, to path: String) throws {
  let file = try OutputFile(path: path)
  try file.write(text)
  try file.commit()
}
