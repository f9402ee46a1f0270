//! Which brackets belong together.

use crate::SyntaxKind::{self, *};

/// What is known about the token at a position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// For a bracket the position of the other one, if it has one.
    pub partner: Option<usize>,
    /// For an opening bracket: a comma stands between the two, not in brackets of its own.
    pub has_comma: bool,
}

/// Pairs the brackets among `kinds`.
///
/// A closing bracket takes the nearest open one of its shape; open ones in between have no partner. Neither have those
/// that are open where `ends_rule` holds, except for components, which hold rules, blocks of the legal layer, which hold
/// entries, and annotations, which hold any token. A block that is open at a directive has no partner either.
pub(super) fn groups(kinds: &[SyntaxKind], ends_rule: impl Fn(usize) -> bool) -> Vec<Group> {
    let mut groups = vec![Group::default(); kinds.len()];
    let mut open = Open::default();
    for (at, kind) in kinds.iter().copied().enumerate() {
        match kind {
            kind if kind.is_directive() => {
                open.end_item();
                open.next = match kind {
                    COMP_DIR => Some(Holder::Component),
                    NORM_DIR | PARAM_DIR | POLICY_DIR | MODEL_DIR | TEST_DIR => Some(Holder::Block),
                    _ => None,
                };
            }
            IF => open.next = None,
            L_PAREN | L_BRACKET | L_BRACE => open.push(kind, at, at > 0 && matches!(kinds[at - 1], AT | AT_NOT)),
            R_PAREN | R_BRACKET | R_BRACE => {
                if let Some(partner) = open.pop(kind) {
                    groups[partner].partner = Some(at);
                    groups[at].partner = Some(partner);
                }
            }
            COMMA => {
                if let Some(bracket) = open.brackets.last() {
                    groups[bracket.at].has_comma = true;
                }
            }
            _ if ends_rule(at) => open.end_rule(),
            _ => {}
        }
    }
    groups
}

/// The brackets that are open.
#[derive(Default)]
struct Open {
    brackets: Vec<Bracket>,
    /// How many there are of each shape: nothing is searched for in vain, which keeps the time linear.
    shapes: [usize; 3],
    annotations: usize,
    /// What the next brace opens, if it is not part of a rule.
    next: Option<Holder>,
}

/// What lasts beyond the end of a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    Component,
    Block,
}

struct Bracket {
    shape: usize,
    at: usize,
    annotation: bool,
    holder: Option<Holder>,
}

impl Open {
    fn push(&mut self, kind: SyntaxKind, at: usize, annotation: bool) {
        let shape = shape(kind);
        self.shapes[shape] += 1;
        self.annotations += usize::from(annotation);
        let holder = if kind == L_BRACE && self.annotations == 0 { self.holder() } else { None };
        self.brackets.push(Bracket { shape, at, annotation, holder });
    }

    /// What a brace opens that is met now: a block may hold blocks.
    fn holder(&mut self) -> Option<Holder> {
        let within_block = self.brackets.last().is_some_and(|last| last.holder == Some(Holder::Block));
        self.next.take().or(within_block.then_some(Holder::Block))
    }

    fn end_rule(&mut self) {
        self.next = None;
        self.close(|bracket| bracket.holder.is_none());
    }

    fn end_item(&mut self) {
        self.close(|bracket| bracket.holder != Some(Holder::Component));
    }

    /// Leaves the innermost brackets without partners, as long as `ends` holds.
    fn close(&mut self, mut ends: impl FnMut(&mut Bracket) -> bool) {
        while self.annotations == 0
            && let Some(Bracket { shape, .. }) = self.brackets.pop_if(&mut ends)
        {
            self.shapes[shape] -= 1;
        }
    }

    /// The position of the bracket that one of `kind` closes; those it passes over are closed too.
    fn pop(&mut self, kind: SyntaxKind) -> Option<usize> {
        let wanted = shape(kind);
        if self.shapes[wanted] == 0 {
            return None;
        }
        while let Some(Bracket { shape, at, annotation, .. }) = self.brackets.pop() {
            self.shapes[shape] -= 1;
            self.annotations -= usize::from(annotation);
            if shape == wanted {
                return Some(at);
            }
        }
        None
    }
}

fn shape(kind: SyntaxKind) -> usize {
    match kind {
        L_PAREN | R_PAREN => 0,
        L_BRACKET | R_BRACKET => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partners(kinds: &[SyntaxKind]) -> Vec<Option<usize>> {
        groups(kinds, |at| kinds[at] == DOT).iter().map(|group| group.partner).collect()
    }

    #[test]
    fn a_closing_bracket_passes_over_open_ones_of_another_shape() {
        assert_eq!(partners(&[L_PAREN, L_BRACKET, R_PAREN]), [Some(2), None, Some(0)]);
    }

    #[test]
    fn a_closing_bracket_without_an_open_one_of_its_shape_stands_alone() {
        assert_eq!(partners(&[L_PAREN, R_BRACE, R_PAREN]), [Some(2), None, Some(0)]);
    }

    #[test]
    fn the_end_of_a_rule_leaves_brackets_open() {
        assert_eq!(partners(&[L_PAREN, DOT, R_PAREN]), [None, None, None]);
    }

    #[test]
    fn a_component_holds_rules() {
        let kinds = [COMP_DIR, L_BRACE, L_PAREN, DOT, R_PAREN, R_BRACE];
        assert_eq!(partners(&kinds), [None, Some(5), None, None, None, Some(1)]);
    }

    #[test]
    fn a_block_holds_blocks_and_full_stops_but_no_directive() {
        let kinds = [NORM_DIR, L_BRACE, L_BRACE, L_PAREN, DOT, R_BRACE, DOT, R_BRACE];
        assert_eq!(partners(&kinds), [None, Some(7), Some(5), None, None, Some(2), None, Some(1)]);
        assert_eq!(partners(&[NORM_DIR, L_BRACE, DECL_DIR, R_BRACE]), [None; 4]);
        let kinds = [PARAM_DIR, IF, L_BRACE, DOT, R_BRACE];
        assert_eq!(partners(&kinds), [None; 5], "a declaration without a block leaves the braces of rules alone");
    }

    #[test]
    fn an_annotation_may_hold_the_end_of_a_rule() {
        assert_eq!(partners(&[AT, L_BRACKET, DOT, R_BRACKET]), [None, Some(3), None, Some(1)]);
    }

    #[test]
    fn commas_count_for_the_innermost_bracket() {
        let groups = groups(&[L_PAREN, L_PAREN, COMMA, R_PAREN, R_PAREN], |_| false);
        assert!(!groups[0].has_comma && groups[1].has_comma);
    }
}
