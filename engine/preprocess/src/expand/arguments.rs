//! What is given to a macro.

use std::rc::Rc;

use diagnostics::{Diagnostic, Span, catalogue};

use super::{DEPTH_MAX, Expander, too_deep};
use crate::budget::Stop;
use crate::macros::{Macro, Parameters};
use crate::token::Token;

impl Expander<'_, '_> {
    /// The arguments in the parentheses that come next, one for each parameter; `None` where they are wrong, which is reported.
    ///
    /// # Errors
    /// They are too large or too deep.
    pub(super) fn arguments(
        &mut self,
        replaced: &Rc<Macro>,
        parameters: &Parameters,
        used: Span,
    ) -> Result<Option<Vec<Vec<Token>>>, Stop> {
        let last = parameters.len().checked_sub(1).filter(|_| parameters.variadic);
        let mut arguments = vec![Vec::new()];
        let mut open = 0usize;
        self.take_or_read();
        loop {
            let Some(token) = self.take_or_read() else {
                self.report(Diagnostic::new(&catalogue::OPEN_MACRO_ARGUMENTS, used), replaced);
                return Ok(None);
            };
            match &*token.text {
                ")" if open == 0 => break,
                "," if open == 0 && last != Some(arguments.len() - 1) => {
                    arguments.push(Vec::new());
                    continue;
                }
                "(" if open == DEPTH_MAX => return Err(too_deep(used)),
                "(" => open += 1,
                ")" => open -= 1,
                _ => {}
            }
            self.budget.take_tokens([&token], used)?;
            if let Some(argument) = arguments.last_mut() {
                argument.push(token);
            }
        }
        let none_given = arguments.len() == 1 && arguments[0].is_empty();
        if parameters.len() == 0 && none_given {
            return Ok(Some(Vec::new()));
        }
        if parameters.variadic && arguments.len() + 1 == parameters.len() {
            arguments.push(Vec::new());
        }
        if arguments.len() != parameters.len() {
            let given = if none_given { 0 } else { arguments.len() };
            let error = Diagnostic::new(&catalogue::MACRO_ARITY, used).arg("given", given);
            self.report(error.arg("expected", parameters.len()), replaced);
            return Ok(None);
        }
        Ok(Some(arguments))
    }

    /// The next token that is pending, otherwise the next one of the text.
    fn take_or_read(&mut self) -> Option<Token> {
        let pending = self.take();
        let reads = self.depth == 0;
        let token = pending.or_else(|| self.reader.as_mut().filter(|_| reads)?.next());
        token.map(|mut token| {
            token.settled |= token.is_word() && self.macros.get(&token.text).is_some_and(|name| name.in_use.get());
            token
        })
    }
}
