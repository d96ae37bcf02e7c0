//! The small language in which an indikator says how its realisasi follows from its variables.
//!
//! A formula such as `selesai / usulan * 100` is read once, checked against the names that exist,
//! and evaluated over exact ratios: nothing is rounded here, and there is no binary floating point.
//! It always ends: no loops, no recursion, no names that it could define itself.
//!
//! ```text
//! formula   = product { ("+" | "-") product } .
//! product   = operand { ("*" | "/") operand } .
//! operand   = number | name | "-" operand | "(" formula ")" | call .
//! call      = ("jumlah" | "cacah") "(" register [ "," state ] ")"
//!           | ("min" | "maks" | "rata") "(" formula "," formula { "," formula } ")" .
//! number    = digit { digit } [ "." digit { digit } ] .
//! name      = letter { letter | digit } .              letter: a to z, or "_"
//! register  = name .
//! state     = '"' any text without quotes, on one line '"' .
//! ```
//!
//! The decimal sign is the point, since the comma separates arguments. What an Indonesian reader
//! could take for something else is refused, never guessed: `93,5` (in an argument list too, where
//! a blank after the comma makes it two arguments), `1.000.000`, and a thousand written `1.500`.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use selaras_domain::Exact;
//! use selaras_rules::formula::Formula;
//!
//! let formula = Formula::parse("selesai / usulan * 100")?;
//! let values = BTreeMap::from([
//!     ("selesai".to_owned(), Some(Exact::integer(1452))),
//!     ("usulan".to_owned(), Some(Exact::integer(1693))),
//! ]);
//! assert_eq!(formula.evaluate(&values)?.to_string(), "145200/1693");
//! assert_eq!(formula.with_values(&values, Exact::to_string), "1452 / 1693 * 100");
//! # Ok::<(), selaras_rules::formula::FormulaError>(())
//! ```

use std::fmt;

use selaras_domain::Exact;

mod error;
mod evaluate;
mod parse;
mod render;
mod scope;
mod tree;

pub use error::{Expected, FormulaError, FormulaErrorKind};
pub use parse::{MAX_BYTES, MAX_DEPTH, is_name};
pub use scope::{Lookup, Scope};
pub use tree::{Aggregate, RegisterUse};

use tree::{Kind, Node};

/// A formula that was read without error. Equal formulas have the same tree, whatever their blanks
/// and needless brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    root: Node,
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    ///
    /// The first thing in `text` that is not a formula, with its place. Whether the names exist is
    /// not known here: that is [`Formula::check`].
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        let formula = Formula { root: parse::parse(text)? };
        // The canonical form is what gets written, so it must be short enough to be read again.
        let bytes = formula.to_string().len();
        if bytes > MAX_BYTES {
            return Err(FormulaError::new(FormulaErrorKind::TooLong { bytes }, 0..text.len()));
        }
        Ok(formula)
    }

    /// The variables that the formula reads, each once, in the order of their first use.
    pub fn variables(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.root.walk(&mut |node| {
            if let Kind::Variable(name) = &node.kind
                && !names.contains(&name.as_str())
            {
                names.push(name.as_str());
            }
        });
        names
    }

    /// What the formula asks of registers, each once, in the order of their first use.
    pub fn registers(&self) -> Vec<RegisterUse<'_>> {
        let mut uses = Vec::new();
        self.root.walk(&mut |node| {
            if let Kind::Register { aggregate, name, state } = &node.kind {
                let found = RegisterUse { aggregate: *aggregate, name, state: state.as_deref() };
                if !uses.contains(&found) {
                    uses.push(found);
                }
            }
        });
        uses
    }

    /// Every name in the formula that `scope` does not know, in the order of the text.
    ///
    /// Values are not needed: a name whose value is absent passes. With this a package is refused
    /// when it is read, not when a figure is computed.
    pub fn check(&self, scope: &impl Scope) -> Vec<FormulaError> {
        evaluate::unknown_names(&self.root, scope)
    }

    /// The value of the formula, exact.
    ///
    /// # Errors
    ///
    /// The first name without a value, or the first division by zero, with its place in the text
    /// that was parsed.
    pub fn evaluate(&self, scope: &impl Scope) -> Result<Exact, FormulaError> {
        evaluate::value(&self.root, scope)
    }

    /// The formula with every name replaced by its value, for the reader of a trail:
    /// `1452 / 1693 * 100`.
    ///
    /// `style` writes the numbers, those of the formula itself too, so that all look alike. A text
    /// of it that is more than one plain number (`-5`, `1/3`) is set in brackets where its signs
    /// could be read as the formula's. Arguments are separated by `; `, since the numbers may
    /// contain commas. A name without a value stays a name.
    pub fn with_values(&self, scope: &impl Scope, style: impl Fn(&Exact) -> String) -> String {
        render::with_values(&self.root, &|node| evaluate::leaf(node, scope).map(|it| style(&it)))
    }
}

/// The canonical form: one blank around operators, no needless brackets, no trailing zeros.
/// Parsing it gives the same formula.
impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&render::canonical(&self.root))
    }
}
