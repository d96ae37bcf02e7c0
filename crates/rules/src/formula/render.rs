//! Writes a formula: as canonical text, or with values in the place of names.

use super::tree::{Kind, Level, Node};

/// The text that parses back to `node`.
pub(super) fn canonical(node: &Node) -> String {
    let mut text = String::new();
    Renderer { leaf: &|_| None, separator: ", " }.write(node, &mut text);
    text
}

/// Like [`canonical`], but with the text of `leaf` for every part for which it has one.
pub(super) fn with_values(node: &Node, leaf: &dyn Fn(&Node) -> Option<String>) -> String {
    let mut text = String::new();
    Renderer { leaf, separator: "; " }.write_alone(node, &mut text);
    text
}

struct Renderer<'r> {
    leaf: &'r dyn Fn(&Node) -> Option<String>,
    separator: &'static str,
}

impl Renderer<'_> {
    /// A part without neighbours, whose value needs no brackets whatever it looks like.
    fn write_alone(&self, node: &Node, out: &mut String) {
        match (self.leaf)(node) {
            Some(text) => out.push_str(&text),
            None => self.write(node, out),
        }
    }

    /// A part beside an operator, in brackets if it binds less tightly than `level`.
    fn write_beside(&self, node: &Node, level: Level, out: &mut String) {
        if node.level() < level {
            out.push('(');
            self.write(node, out);
            out.push(')');
        } else {
            self.write(node, out);
        }
    }

    fn write(&self, node: &Node, out: &mut String) {
        if let Some(text) = (self.leaf)(node) {
            if is_plain_number(&text) {
                out.push_str(&text);
            } else {
                out.extend(["(", text.as_str(), ")"]);
            }
            return;
        }
        match &node.kind {
            Kind::Number(number) => out.push_str(&number.normalize().to_string()),
            Kind::Variable(name) => out.push_str(name),
            Kind::Register { aggregate, name, state: None } => {
                out.extend([aggregate.word(), "(", name, ")"]);
            }
            Kind::Register { aggregate, name, state: Some(state) } => {
                out.extend([aggregate.word(), "(", name, ", \"", state, "\")"]);
            }
            Kind::Negative(operand) => {
                out.push('-');
                self.write_beside(operand, Level::Operand, out);
            }
            Kind::Chain { first, rest } => {
                let level = node.level();
                self.write_beside(first, level, out);
                for (operator, operand) in rest {
                    out.extend([' ', operator.sign(), ' ']);
                    // On the right even the same level needs brackets: `a - (b - c)`.
                    self.write_beside(operand, level.tighter(), out);
                }
            }
            Kind::Reduction { reduction, arguments } => {
                out.extend([reduction.word(), "("]);
                for (index, argument) in arguments.iter().enumerate() {
                    if index > 0 {
                        out.push_str(self.separator);
                    }
                    self.write_alone(argument, out);
                }
                out.push(')');
            }
        }
    }
}

/// Whether a text holds no sign that could be read as an operator.
fn is_plain_number(text: &str) -> bool {
    text.chars().all(|it| it.is_alphanumeric() || matches!(it, '.' | ','))
}
