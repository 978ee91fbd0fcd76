import Maritime
import RuleLanguage

/// The reference of the rule language, as Markdown: `docs/rule-reference.md` holds it.
public func ruleReference() -> String {
  RuleCompiler(catalog: .standard, gazetteer: .shipped).reference
}
