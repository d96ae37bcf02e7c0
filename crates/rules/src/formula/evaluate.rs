//! Computes a formula over exact ratios.

use selaras_domain::Exact;

use super::error::{FormulaError, FormulaErrorKind, closest};
use super::render;
use super::scope::{Lookup, Scope};
use super::tree::{Kind, Node, Operator, Reduction};

/// The value of `node`. Recursion is as deep as the text is nested, which the parser bounds.
pub(super) fn value(node: &Node, scope: &impl Scope) -> Result<Exact, FormulaError> {
    match &node.kind {
        Kind::Number(number) => Ok(Exact::from(*number)),
        Kind::Variable(_) | Kind::Register { .. } => match look_up(node, scope) {
            Lookup::Value(value) => Ok(value),
            Lookup::Absent => Err(absent(node)),
            Lookup::Unknown => Err(unknown(node, scope)),
        },
        Kind::Negative(operand) => Ok(-&value(operand, scope)?),
        Kind::Chain { first, rest } => {
            rest.iter().try_fold(value(first, scope)?, |left, (operator, operand)| {
                let right = value(operand, scope)?;
                match operator {
                    Operator::Plus => Ok(&left + &right),
                    Operator::Minus => Ok(&left - &right),
                    Operator::Times => Ok(&left * &right),
                    Operator::Over => left.checked_div(&right).ok_or_else(|| {
                        let divisor = render::canonical(operand);
                        let kind = FormulaErrorKind::DivisionByZero { divisor };
                        FormulaError::new(kind, operand.span.clone())
                    }),
                }
            })
        }
        Kind::Reduction { reduction, arguments } => {
            let values =
                arguments.iter().map(|it| value(it, scope)).collect::<Result<Vec<_>, _>>()?;
            Ok(reduce(*reduction, values))
        }
    }
}

fn reduce(reduction: Reduction, values: Vec<Exact>) -> Exact {
    let n_values = i64::try_from(values.len()).expect("a text of some kilobytes has few arguments");
    match reduction {
        Reduction::Minimum => values.into_iter().min(),
        Reduction::Maximum => values.into_iter().max(),
        Reduction::Mean => values.into_iter().sum::<Exact>().checked_div(&Exact::integer(n_values)),
    }
    .expect("the parser refuses a function without arguments")
}

/// The value of a number or a name; `None` for anything larger and for a name without a value.
pub(super) fn leaf(node: &Node, scope: &impl Scope) -> Option<Exact> {
    match (&node.kind, look_up(node, scope)) {
        (Kind::Number(number), _) => Some(Exact::from(*number)),
        (_, Lookup::Value(value)) => Some(value),
        (_, Lookup::Unknown | Lookup::Absent) => None,
    }
}

/// All names below `node` that `scope` does not know.
pub(super) fn unknown_names(node: &Node, scope: &impl Scope) -> Vec<FormulaError> {
    let mut errors = Vec::new();
    node.walk(&mut |it| {
        let is_name = matches!(it.kind, Kind::Variable(_) | Kind::Register { .. });
        if is_name && look_up(it, scope) == Lookup::Unknown {
            errors.push(unknown(it, scope));
        }
    });
    errors
}

fn look_up(node: &Node, scope: &impl Scope) -> Lookup {
    match &node.kind {
        Kind::Variable(name) => scope.variable(name),
        Kind::Register { aggregate, name, state } => {
            scope.register(name, state.as_deref(), *aggregate)
        }
        _ => Lookup::Unknown,
    }
}

fn absent(node: &Node) -> FormulaError {
    let kind = match &node.kind {
        Kind::Register { name, .. } => FormulaErrorKind::AbsentRegister { name: name.clone() },
        _ => FormulaErrorKind::AbsentVariable { name: render::canonical(node) },
    };
    FormulaError::new(kind, node.span.clone())
}

fn unknown(node: &Node, scope: &impl Scope) -> FormulaError {
    let kind = match &node.kind {
        Kind::Register { name, state: Some(state), .. }
            if scope.register_names().contains(&name.as_str()) =>
        {
            FormulaErrorKind::UnknownState {
                register: name.clone(),
                state: state.clone(),
                meant: closest(state, &scope.state_names(name)),
            }
        }
        Kind::Register { name, .. } => FormulaErrorKind::UnknownRegister {
            name: name.clone(),
            meant: closest(name, &scope.register_names()),
        },
        _ => {
            let name = render::canonical(node);
            let meant = closest(&name, &scope.variable_names());
            FormulaErrorKind::UnknownVariable { name, meant }
        }
    };
    FormulaError::new(kind, node.span.clone())
}
