//! Reads the text of a formula into its tree.

use std::ops::Range;

use rust_decimal::Decimal;
use winnow::ascii::digit1;
use winnow::combinator::{alt, dispatch, eof, opt, peek, preceded, repeat, separated};
use winnow::error::ParserError;
use winnow::prelude::*;
use winnow::stream::{LocatingSlice, Location, Stateful, Stream};
use winnow::token::{any, take_till, take_while};

use super::error::{Expected, FormulaError, FormulaErrorKind, closest_function};
use super::tree::{Aggregate, Function, Kind, Node, Operator, Reduction};

/// Longest text of a formula, in bytes. The longest of a real report has some hundred.
pub const MAX_BYTES: usize = 4096;

/// Deepest nesting of brackets, function calls and minus signs, so that no text can exhaust the
/// stack: all work on the tree recurses only this far.
pub const MAX_DEPTH: usize = 64;

/// Whether a text can be the name of a variable or register in a formula: a small letter or `_`,
/// then small letters, digits and `_`. A hyphen would be a minus.
pub fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    let letter = |it: u8| it.is_ascii_lowercase() || it == b'_';
    bytes.next().is_some_and(letter) && bytes.all(|it| letter(it) || it.is_ascii_digit())
}

/// The text, the place in it, and how deep it is nested there.
type Input<'t> = Stateful<LocatingSlice<&'t str>, usize>;

/// Why a parser stopped: something else may fit here, or the text is refused.
#[derive(Debug)]
enum Stop {
    NoMatch,
    /// In a box, since every parser on the stack has room for one.
    Refused(Box<FormulaError>),
}

impl<I: Stream> ParserError<I> for Stop {
    type Inner = Stop;

    fn from_input(_: &I) -> Stop {
        Stop::NoMatch
    }

    fn is_backtrack(&self) -> bool {
        matches!(self, Stop::NoMatch)
    }

    fn into_inner(self) -> Result<Stop, Stop> {
        Ok(self)
    }
}

pub(super) fn parse(text: &str) -> Result<Node, FormulaError> {
    if text.len() > MAX_BYTES {
        let kind = FormulaErrorKind::TooLong { bytes: text.len() };
        return Err(FormulaError::new(kind, text.floor_char_boundary(MAX_BYTES)..text.len()));
    }
    if text.trim().is_empty() {
        return Err(FormulaError::new(FormulaErrorKind::Empty, 0..0));
    }
    let mut input = Stateful { input: LocatingSlice::new(text), state: 0 };
    whole.parse_next(&mut input).map_err(|stop| match stop {
        Stop::Refused(error) => *error,
        Stop::NoMatch => unexpected(&input, Expected::Operand),
    })
}

fn whole(input: &mut Input<'_>) -> Result<Node, Stop> {
    let root = sum.parse_next(input)?;
    if opt(lexeme(eof)).parse_next(input)?.is_none() {
        return Err(misplaced(input, Expected::Operator));
    }
    Ok(root)
}

fn sum(input: &mut Input<'_>) -> Result<Node, Stop> {
    let operator = alt(('+'.value(Operator::Plus), '-'.value(Operator::Minus)));
    let first = product.parse_next(input)?;
    let rest: Vec<_> = repeat(0.., (lexeme(operator), product)).parse_next(input)?;
    Ok(Node::chain(first, rest))
}

fn product(input: &mut Input<'_>) -> Result<Node, Stop> {
    let operator = alt(('*'.value(Operator::Times), '/'.value(Operator::Over)));
    let first = operand.parse_next(input)?;
    let rest: Vec<_> = repeat(0.., (lexeme(operator), operand)).parse_next(input)?;
    Ok(Node::chain(first, rest))
}

fn operand(input: &mut Input<'_>) -> Result<Node, Stop> {
    blanks.parse_next(input)?;
    dispatch! { peek(opt(any));
        Some('-') => negative,
        Some('(') => parenthesised,
        Some('0'..='9') => number,
        Some('a'..='z' | 'A'..='Z' | '_') => variable_or_call,
        _ => refuse(Expected::Operand),
    }
    .parse_next(input)
}

fn negative(input: &mut Input<'_>) -> Result<Node, Stop> {
    let start = input.current_token_start();
    let operand = nested(preceded('-', operand)).parse_next(input)?;
    let span = start..operand.span.end;
    Ok(Node { kind: Kind::Negative(Box::new(operand)), span })
}

fn parenthesised(input: &mut Input<'_>) -> Result<Node, Stop> {
    let start = input.current_token_start();
    let inner = nested(preceded('(', sum)).parse_next(input)?;
    close(input, start, Expected::OperatorOrClose)?;
    Ok(Node { kind: inner.kind, span: start..input.previous_token_end() })
}

fn number(input: &mut Input<'_>) -> Result<Node, Stop> {
    // All that is glued to the first digit, so that a fault shows what was written.
    let glued = take_while(1.., |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.'));
    let comma = (',', peek(digit1)).take();
    let (written, span) =
        repeat::<_, _, (), _, _>(1.., alt((glued, comma))).take().with_span().parse_next(input)?;
    match decimal(written) {
        Ok(value) => Ok(Node { kind: Kind::Number(value), span }),
        Err(kind) => refused(kind, span),
    }
}

/// Tells the one accepted way to write a number from those that mean something else to a reader of
/// Indonesian.
fn decimal(written: &str) -> Result<Decimal, FormulaErrorKind> {
    let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = written.split('.').collect();
    let written = written.to_owned();
    if !written.split(['.', ',']).all(is_digits) {
        return Err(FormulaErrorKind::MalformedNumber { written });
    }
    if written.contains(',') {
        return Err(FormulaErrorKind::DecimalComma { written });
    }
    match groups[..] {
        [_] => {}
        // `1.500` may be thousands; without its last zero it can only be a decimal.
        [whole, fraction] => {
            let whole_of_thousands = whole.len() <= 3 && !whole.starts_with('0');
            if whole_of_thousands && fraction.len() == 3 && fraction.ends_with('0') {
                return Err(FormulaErrorKind::ThousandsPoint { written });
            }
        }
        [_, ref thousands @ ..] if thousands.iter().all(|it| it.len() == 3) => {
            return Err(FormulaErrorKind::ThousandsPoint { written });
        }
        _ => return Err(FormulaErrorKind::MalformedNumber { written }),
    }
    Decimal::from_str_exact(&written).map_err(|_| FormulaErrorKind::NumberTooLong { written })
}

fn variable_or_call(input: &mut Input<'_>) -> Result<Node, Stop> {
    let (word, span) = word.with_span().parse_next(input)?;
    if opt(peek(lexeme('('))).parse_next(input)?.is_some() {
        return call(input, word, span);
    }
    Ok(Node { kind: Kind::Variable(word.to_owned()), span })
}

/// A name or the word of a function.
fn word<'t>(input: &mut Input<'t>) -> Result<&'t str, Stop> {
    let (word, span) = take_while(1.., |it: char| it.is_ascii_alphanumeric() || it == '_')
        .with_span()
        .parse_next(input)?;
    if is_name(word) {
        return Ok(word);
    }
    let meant = word.to_ascii_lowercase();
    if is_name(&meant) {
        let written = word.to_owned();
        refused(FormulaErrorKind::NameWithCapitals { written, meant }, span)
    } else {
        refused(FormulaErrorKind::MalformedNumber { written: word.to_owned() }, span)
    }
}

fn call(input: &mut Input<'_>, word: &str, span: Range<usize>) -> Result<Node, Stop> {
    let Some(function) = Function::named(word) else {
        let kind = FormulaErrorKind::UnknownFunction {
            name: word.to_owned(),
            meant: closest_function(word),
        };
        return refused(kind, span);
    };
    let (kind, arguments_span) = match function {
        Function::Aggregate(aggregate) => register_call(aggregate).with_span().parse_next(input)?,
        Function::Reduction(reduction) => {
            reduction_call(reduction).with_span().parse_next(input)?
        }
    };
    Ok(Node { kind, span: span.start..arguments_span.end })
}

fn reduction_call<'t>(reduction: Reduction) -> impl Parser<Input<'t>, Kind, Stop> {
    move |input: &mut Input<'t>| {
        let open = open(input)?;
        let arguments: Vec<Node> = if opt(peek(lexeme(')'))).parse_next(input)?.is_some() {
            Vec::new()
        } else {
            nested(separated(1.., sum, lexeme(','))).parse_next(input)?
        };
        close(input, open, Expected::OperatorCommaOrClose)?;
        if arguments.len() < 2 {
            let kind =
                FormulaErrorKind::WrongArity { function: reduction.word(), found: arguments.len() };
            return refused(kind, open..input.previous_token_end());
        }
        Ok(Kind::Reduction { reduction, arguments })
    }
}

fn register_call<'t>(aggregate: Aggregate) -> impl Parser<Input<'t>, Kind, Stop> {
    move |input: &mut Input<'t>| {
        let open = open(input)?;
        if opt(lexeme(')')).parse_next(input)?.is_some() {
            let kind = FormulaErrorKind::WrongArity { function: aggregate.word(), found: 0 };
            return refused(kind, open..input.previous_token_end());
        }
        let name = register_name(input, aggregate)?;
        let state = if opt(lexeme(',')).parse_next(input)?.is_some() {
            Some(register_state(input, aggregate)?)
        } else {
            None
        };
        let expected = if state.is_some() { Expected::Close } else { Expected::CommaOrClose };
        close(input, open, expected)?;
        Ok(Kind::Register { aggregate, name, state })
    }
}

/// The register, alone: not an expression of variables.
fn register_name(input: &mut Input<'_>, aggregate: Aggregate) -> Result<String, Stop> {
    blanks.parse_next(input)?;
    let not_a_register = FormulaErrorKind::NotARegister { aggregate };
    match peek(opt(any)).parse_next(input)? {
        None => return Err(misplaced(input, Expected::Register)),
        Some('a'..='z' | 'A'..='Z' | '_') => {}
        Some(_) => return refused(not_a_register, next_token(input).1),
    }
    let (name, span) = word.with_span().parse_next(input)?;
    match peek(lexeme(opt(any))).parse_next(input)? {
        None | Some(',' | ')') => Ok(name.to_owned()),
        Some('+' | '-' | '*' | '/' | '(') => refused(not_a_register, span),
        Some(_) => Err(misplaced(input, Expected::CommaOrClose)),
    }
}

/// The text between quotes, on one line.
fn register_state(input: &mut Input<'_>, aggregate: Aggregate) -> Result<String, Stop> {
    blanks.parse_next(input)?;
    let start = input.current_token_start();
    match opt('"').parse_next(input)? {
        Some(_) => {}
        None if input.eof_offset() == 0 => {
            return Err(misplaced(input, Expected::State));
        }
        None => {
            return refused(FormulaErrorKind::NotAState { aggregate }, next_token(input).1);
        }
    }
    let state = take_till(0.., |it: char| it == '"' || it.is_control()).parse_next(input)?;
    if opt('"').parse_next(input)?.is_none() {
        let span = start..input.current_token_start();
        return refused(FormulaErrorKind::UnclosedText, span);
    }
    Ok(state.to_owned())
}

/// The bracket before arguments, and where it stands.
fn open(input: &mut Input<'_>) -> Result<usize, Stop> {
    preceded(blanks, '('.span()).map(|span| span.start).parse_next(input)
}

/// The bracket after something, which was opened at `open`.
fn close(input: &mut Input<'_>, open: usize, expected: Expected) -> Result<(), Stop> {
    if opt(lexeme(')')).parse_next(input)?.is_some() {
        Ok(())
    } else if lexeme(opt(eof)).parse_next(input)?.is_some() {
        refused(FormulaErrorKind::UnclosedParenthesis, open..open + 1)
    } else {
        Err(misplaced(input, expected))
    }
}

/// `parser`, one level deeper.
fn nested<'t, O>(mut parser: impl Parser<Input<'t>, O, Stop>) -> impl Parser<Input<'t>, O, Stop> {
    move |input: &mut Input<'t>| {
        if input.state == MAX_DEPTH {
            return refused(FormulaErrorKind::TooDeep, next_token(input).1);
        }
        input.state += 1;
        let output = parser.parse_next(input);
        input.state -= 1;
        output
    }
}

/// Blanks of any kind: texts pasted from a word processor hold some that are no ASCII.
fn blanks<'t>(input: &mut Input<'t>) -> Result<&'t str, Stop> {
    take_while(0.., char::is_whitespace).parse_next(input)
}

/// `parser`, after any blanks.
fn lexeme<'t, O>(parser: impl Parser<Input<'t>, O, Stop>) -> impl Parser<Input<'t>, O, Stop> {
    preceded(blanks, parser)
}

fn refuse<'t, O>(expected: Expected) -> impl Parser<Input<'t>, O, Stop> {
    move |input: &mut Input<'t>| Err(misplaced(input, expected))
}

fn refused<O>(kind: FormulaErrorKind, span: Range<usize>) -> Result<O, Stop> {
    Err(Stop::Refused(Box::new(FormulaError::new(kind, span))))
}

fn misplaced(input: &Input<'_>, expected: Expected) -> Stop {
    Stop::Refused(Box::new(unexpected(input, expected)))
}

/// What comes next cannot stand here.
fn unexpected(input: &Input<'_>, expected: Expected) -> FormulaError {
    let (found, span) = next_token(input);
    let kind = if found.is_empty() {
        FormulaErrorKind::UnexpectedEnd { expected }
    } else {
        FormulaErrorKind::Unexpected { found: found.to_owned(), expected }
    };
    FormulaError::new(kind, span)
}

/// The next word or sign as a reader sees it, without consuming it; empty at the end.
fn next_token<'t>(input: &Input<'t>) -> (&'t str, Range<usize>) {
    let rest: &'t str = input.peek_finish();
    let token = rest.trim_start();
    if token.is_empty() {
        let end = input.current_token_start();
        return ("", end..end);
    }
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    let n_bytes = match token.find(|it: char| !is_word(it)) {
        None => token.len(),
        Some(0) => token.chars().next().map_or(0, char::len_utf8),
        Some(n_bytes) => n_bytes,
    };
    let start = input.current_token_start() + (rest.len() - token.len());
    (&token[..n_bytes], start..start + n_bytes)
}
