//! The tree of a formula, whose depth is bounded by the nesting of its text.

use std::ops::Range;

use rust_decimal::Decimal;

/// A part of a formula and where it stands in the text (bytes).
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// Two parts are equal when they mean the same; where they stand does not matter.
impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Node {}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Decimal),
    Variable(String),
    Register {
        aggregate: Aggregate,
        name: String,
        state: Option<String>,
    },
    Negative(Box<Node>),
    /// Operands of one level, from left to right: `a - b + c`. A list, not pairs in pairs, so that
    /// a sum of a thousand terms is no deeper than a sum of two. `rest` is not empty, all its
    /// operators are of one level, and `first` is not a chain of that level.
    Chain {
        first: Box<Node>,
        rest: Vec<(Operator, Node)>,
    },
    Reduction {
        reduction: Reduction,
        arguments: Vec<Node>,
    },
}

impl Node {
    /// `first`, followed by operands of one level. Needless brackets around `first` disappear.
    pub(super) fn chain(first: Node, rest: Vec<(Operator, Node)>) -> Node {
        let Some((operator, last)) = rest.last() else { return first };
        let span = first.span.start..last.span.end;
        let level = operator.level();
        let kind = if first.level() == level
            && let Kind::Chain { first, rest: mut operands } = first.kind
        {
            operands.extend(rest);
            Kind::Chain { first, rest: operands }
        } else {
            Kind::Chain { first: Box::new(first), rest }
        };
        Node { kind, span }
    }

    /// How tightly the part holds together beside an operator.
    pub(super) fn level(&self) -> Level {
        match &self.kind {
            Kind::Chain { rest, .. } => {
                rest.first().map_or(Level::Operand, |(operator, _)| operator.level())
            }
            _ => Level::Operand,
        }
    }

    /// Visits this part and all below it, in the order of the text.
    pub(super) fn walk<'n>(&'n self, visit: &mut impl FnMut(&'n Node)) {
        visit(self);
        match &self.kind {
            Kind::Number(_) | Kind::Variable(_) | Kind::Register { .. } => {}
            Kind::Negative(operand) => operand.walk(visit),
            Kind::Chain { first, rest } => {
                first.walk(visit);
                for (_, operand) in rest {
                    operand.walk(visit);
                }
            }
            Kind::Reduction { arguments, .. } => {
                for argument in arguments {
                    argument.walk(visit);
                }
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

/// How tightly a part holds together, the loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Sum,
    Product,
    Operand,
}

impl Level {
    pub(super) fn tighter(self) -> Level {
        match self {
            Level::Sum => Level::Product,
            Level::Product | Level::Operand => Level::Operand,
        }
    }
}

impl Operator {
    pub(super) fn level(self) -> Level {
        match self {
            Operator::Plus | Operator::Minus => Level::Sum,
            Operator::Times | Operator::Over => Level::Product,
        }
    }

    pub(super) fn sign(self) -> char {
        match self {
            Operator::Plus => '+',
            Operator::Minus => '-',
            Operator::Times => '*',
            Operator::Over => '/',
        }
    }
}

/// What a formula asks of the records of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aggregate {
    /// `jumlah`: the sum of their values.
    Sum,
    /// `cacah`: how many there are.
    Count,
}

/// One question of a formula to a register: `cacah(layanan, "tepat_waktu")`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RegisterUse<'f> {
    pub aggregate: Aggregate,
    /// The name of the register.
    pub name: &'f str,
    /// Only records in this state; all of them when absent.
    pub state: Option<&'f str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reduction {
    Minimum,
    Maximum,
    Mean,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Aggregate(Aggregate),
    Reduction(Reduction),
}

impl Aggregate {
    /// The word of the language: `jumlah`, `cacah`.
    pub fn word(self) -> &'static str {
        match self {
            Aggregate::Sum => "jumlah",
            Aggregate::Count => "cacah",
        }
    }
}

impl Reduction {
    pub(super) fn word(self) -> &'static str {
        match self {
            Reduction::Minimum => "min",
            Reduction::Maximum => "maks",
            Reduction::Mean => "rata",
        }
    }
}

impl Function {
    pub(super) const ALL: [Function; 5] = [
        Function::Aggregate(Aggregate::Sum),
        Function::Aggregate(Aggregate::Count),
        Function::Reduction(Reduction::Minimum),
        Function::Reduction(Reduction::Maximum),
        Function::Reduction(Reduction::Mean),
    ];

    pub(super) fn word(self) -> &'static str {
        match self {
            Function::Aggregate(aggregate) => aggregate.word(),
            Function::Reduction(reduction) => reduction.word(),
        }
    }

    pub(super) fn named(word: &str) -> Option<Function> {
        Function::ALL.into_iter().find(|it| it.word() == word)
    }
}
