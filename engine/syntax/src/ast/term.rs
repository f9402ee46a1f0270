//! Terms.

use crate::SyntaxKind::{self, DOLLAR, IDENT};
use crate::ast::node::{Node, child, children, choice, node, token, token_of};
use crate::ast::rule::arguments;
use crate::ast::{AggregateBody, Argument, Name, Token};

choice! {
    /// A term: an argument, or a side of a comparison.
    Term {
        /// A number, string or date
        Constant(Constant),
        /// A variable
        Variable(Variable),
        /// `_`
        Wildcard(Wildcard),
        /// `nil`
        Nil(NilTerm),
        /// `[x, y]`
        Record(Record),
        /// `$B(x, y)`
        Branch(Branch),
        /// `$`
        OldCounter(OldCounter),
        /// `as(x, T)`
        Cast(Cast),
        /// `cat(x, y)`, `f(x)`, `autoinc()`
        Call(Call),
        /// `@f(x)`
        UserCall(UserCall),
        /// `sum x : body`
        Aggregate(Aggregate),
        /// `@@f x : init, body`
        UserAggregate(UserAggregate),
        /// `(x)`
        Paren(ParenTerm),
        /// `-x`, `bnot x`, `lnot x`
        Unary(Unary),
        /// `x + y - z`
        Chain(Chain),
        /// `__FILE__`, `__LINE__`, `__INCL__`
        Source(SourceConstant),
    }
}

node! {
    /// A number, string or date. Numbers are not interpreted here.
    Constant = CONSTANT
}

impl Constant {
    /// Its token: of kind `INTEGER`, `UNSIGNED`, `FLOAT`, `DECIMAL`, `IPV4`, `STRING` or `DATE`, or `MALFORMED_NUMBER`,
    /// which was reported.
    pub fn token(&self) -> Option<Token> {
        token(&self.0, |kind| !kind.is_trivia())
    }
}

node! {
    /// A variable
    Variable = VARIABLE
}

impl Variable {
    /// Its name.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }
}

node! {
    /// `_`
    Wildcard = WILDCARD
}

node! {
    /// `nil`
    NilTerm = NIL_TERM
}

node! {
    /// `[x, y]`
    Record = RECORD
}

impl Record {
    /// Its fields.
    pub fn arguments(&self) -> Vec<Argument> {
        arguments(&self.0)
    }
}

node! {
    /// `$B(x, y)`
    Branch = BRANCH
}

impl Branch {
    /// The `$`.
    pub fn dollar(&self) -> Option<Token> {
        token_of(&self.0, DOLLAR)
    }

    /// The branch.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// Its fields.
    pub fn arguments(&self) -> Vec<Argument> {
        arguments(&self.0)
    }
}

node! {
    /// `$`, the old form of `autoinc()`
    OldCounter = OLD_COUNTER
}

node! {
    /// `as(x, T)`
    Cast = CAST
}

impl Cast {
    /// What is cast.
    pub fn operand(&self) -> Option<Term> {
        child(&self.0)
    }

    /// To which type.
    pub fn type_name(&self) -> Option<Name> {
        child(&self.0)
    }
}

node! {
    /// A call of a functor without `@`: a reserved word (`cat`, `autoinc`, ...) or a plain name.
    Call = CALL
}

impl Call {
    /// The functor: a reserved word by its kind, or of kind `IDENT`.
    pub fn name(&self) -> Option<Token> {
        token(&self.0, |kind| kind == IDENT || kind.is_reserved())
    }

    /// The arguments, in text order. A name in front of one has been reported.
    pub fn arguments(&self) -> Vec<Argument> {
        arguments(&self.0)
    }
}

node! {
    /// `@f(x)`
    UserCall = USER_CALL
}

impl UserCall {
    /// The functor.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// The arguments, in text order.
    pub fn arguments(&self) -> Vec<Argument> {
        arguments(&self.0)
    }
}

node! {
    /// `count : body`, `sum x : body`, and the same with `min`, `max`, `mean`
    Aggregate = AGGREGATE
}

impl Aggregate {
    /// The word: of kind `COUNT`, `SUM`, `MIN`, `MAX` or `MEAN`.
    pub fn word(&self) -> Option<Token> {
        token(&self.0, SyntaxKind::is_reserved)
    }

    /// The target expression; none for `count`.
    pub fn target(&self) -> Option<Term> {
        child(&self.0)
    }

    /// The body.
    pub fn body(&self) -> Option<AggregateBody> {
        child(&self.0)
    }
}

node! {
    /// `@@f x : init, body`
    UserAggregate = USER_AGGREGATE
}

impl UserAggregate {
    /// The functor.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// The target expression.
    pub fn target(&self) -> Option<Term> {
        child(&self.0)
    }

    /// The value it starts from.
    pub fn initial(&self) -> Option<Term> {
        children(&self.0).into_iter().nth(1)
    }

    /// The body.
    pub fn body(&self) -> Option<AggregateBody> {
        child(&self.0)
    }
}

node! {
    /// `(x)`
    ParenTerm = PAREN_TERM
}

impl ParenTerm {
    /// What stands between the parentheses.
    pub fn term(&self) -> Option<Term> {
        child(&self.0)
    }
}

node! {
    /// `-x`, `bnot x`, `lnot x`
    Unary = UNARY
}

impl Unary {
    /// The operator: of kind `MINUS`, `BNOT` or `LNOT`.
    pub fn operator(&self) -> Option<Token> {
        token(&self.0, |kind| !kind.is_trivia())
    }

    /// The operand.
    pub fn operand(&self) -> Option<Term> {
        child(&self.0)
    }
}

node! {
    /// Operands joined by operators of one level of precedence, however many. `^` groups to the right
    /// (`a ^ (b ^ c)`), all others to the left.
    Chain = CHAIN
}

impl Chain {
    /// The first operand.
    pub fn first(&self) -> Option<Term> {
        child(&self.0)
    }

    /// The operators with the operands behind them; an operand that a syntax error left out ends the list.
    pub fn rest(&self) -> Vec<(Token, Term)> {
        let parts = self.0.children_with_tokens().skip_while(|part| part.as_node().is_none()).skip(1);
        let mut rest = Vec::new();
        let mut operator = None;
        for part in parts {
            match part {
                rowan::NodeOrToken::Token(token) if !token.kind().is_trivia() => operator = Some(Token(token)),
                rowan::NodeOrToken::Token(_) => {}
                rowan::NodeOrToken::Node(node) => {
                    let pair = operator.take().zip(Term::cast(node));
                    let Some(pair) = pair else { break };
                    rest.push(pair);
                }
            }
        }
        rest
    }
}

node! {
    /// `__FILE__`, `__LINE__` or `__INCL__`
    SourceConstant = SOURCE_CONSTANT
}

impl SourceConstant {
    /// The word: of kind `FILE_CONST`, `LINE_CONST` or `INCL_CONST`.
    pub fn word(&self) -> Option<Token> {
        token(&self.0, SyntaxKind::is_reserved)
    }
}
