//! What holds for every formula, tried on random ones.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use rust_decimal::Decimal;
use selaras_domain::Exact;
use selaras_rules::formula::{Formula, FormulaError, FormulaErrorKind, Scope};

/// An expression of its own kind, so that the parser is not checked by itself: pairs, not chains.
#[derive(Clone, Debug)]
enum Expression {
    /// A number with some decimals: 935 and 1 are 93.5.
    Number(u32, u32),
    Variable(usize),
    Negative(Box<Expression>),
    Pair(Box<Expression>, char, Box<Expression>),
    Call(&'static str, Vec<Expression>),
}

const NAMES: [&str; 3] = ["selesai", "usulan", "bobot_1"];

fn expressions() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        (0..2000u32, 0..4u32).prop_map(|(digits, places)| Expression::Number(digits, places)),
        (0..NAMES.len()).prop_map(Expression::Variable),
    ];
    leaf.prop_recursive(6, 40, 4, |inner| {
        let sign = prop::sample::select(vec!['+', '-', '*', '/']);
        let word = prop::sample::select(vec!["min", "maks", "rata"]);
        prop_oneof![
            1 => inner.clone().prop_map(|it| Expression::Negative(Box::new(it))),
            6 => (inner.clone(), sign, inner.clone())
                .prop_map(|(a, sign, b)| Expression::Pair(Box::new(a), sign, Box::new(b))),
            1 => (word, prop::collection::vec(inner, 2..4))
                .prop_map(|(word, arguments)| Expression::Call(word, arguments)),
        ]
    })
}

impl Expression {
    /// Four digits after the point, for `1.500` would look like thousands.
    fn number(digits: u32, places: u32) -> String {
        let scale = 10u32.pow(places);
        let fraction = digits % scale * (10_000 / scale);
        if places == 0 { digits.to_string() } else { format!("{}.{fraction:04}", digits / scale) }
    }

    /// Every operation in brackets of its own.
    fn bracketed(&self) -> String {
        match self {
            Expression::Number(digits, places) => Expression::number(*digits, *places),
            Expression::Variable(index) => NAMES[*index].to_owned(),
            Expression::Negative(operand) => format!("(-{})", operand.bracketed()),
            Expression::Pair(a, sign, b) => {
                format!("({}{sign}{})", a.bracketed(), b.bracketed())
            }
            Expression::Call(word, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(Expression::bracketed).collect();
                format!("{word}({})", arguments.join(" ,\t"))
            }
        }
    }

    /// Only the brackets that school arithmetic needs.
    fn sparse(&self) -> String {
        let within = |operand: &Expression, is_needed: &dyn Fn(char) -> bool| match operand {
            Expression::Pair(_, sign, _) if is_needed(*sign) => format!("({})", operand.sparse()),
            _ => operand.sparse(),
        };
        let is_sum = |sign: char| matches!(sign, '+' | '-');
        match self {
            Expression::Number(digits, places) => Expression::number(*digits, *places),
            Expression::Variable(index) => NAMES[*index].to_owned(),
            Expression::Negative(operand) => format!("-{}", within(operand, &|_| true)),
            Expression::Pair(a, sign, b) if is_sum(*sign) => {
                format!("{} {sign} {}", within(a, &|_| false), within(b, &is_sum))
            }
            Expression::Pair(a, sign, b) => {
                format!("{} {sign} {}", within(a, &is_sum), within(b, &|_| true))
            }
            Expression::Call(word, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(Expression::sparse).collect();
                format!("{word}({})", arguments.join(", "))
            }
        }
    }

    /// The value by the plainest means; `None` when something is divided by zero.
    fn naive(&self, values: &[BigRational]) -> Option<BigRational> {
        Some(match self {
            Expression::Number(digits, places) => {
                BigRational::new(BigInt::from(*digits), BigInt::from(10u32.pow(*places)))
            }
            Expression::Variable(index) => values[*index].clone(),
            Expression::Negative(operand) => -operand.naive(values)?,
            Expression::Pair(a, sign, b) => {
                let (a, b) = (a.naive(values)?, b.naive(values)?);
                match sign {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    _ if b.is_zero() => return None,
                    _ => a / b,
                }
            }
            Expression::Call(word, arguments) => {
                let arguments: Vec<BigRational> =
                    arguments.iter().map(|it| it.naive(values)).collect::<Option<_>>()?;
                let n_arguments = BigRational::from_integer(arguments.len().into());
                match *word {
                    "min" => arguments.into_iter().min()?,
                    "maks" => arguments.into_iter().max()?,
                    _ => arguments.into_iter().sum::<BigRational>() / n_arguments,
                }
            }
        })
    }
}

/// Hundredths, as the naive evaluation and the formula see them.
fn scope(hundredths: &[i64]) -> (Vec<BigRational>, BTreeMap<String, Option<Exact>>) {
    let naive = hundredths.iter().map(|it| BigRational::new((*it).into(), 100.into())).collect();
    let exact = NAMES
        .iter()
        .zip(hundredths)
        .map(|(name, it)| ((*name).to_owned(), Some(Exact::from(Decimal::new(*it, 2)))))
        .collect();
    (naive, exact)
}

/// Uses everything there is on a text that may be anything.
fn exercise(text: &str) {
    let faulty = |error: &FormulaError| {
        let span = error.span();
        assert!(text.get(span.clone()).is_some(), "{span:?} is not a part of the text");
        assert!(!error.to_string().is_empty());
        assert_eq!(error.pointed(text).lines().count(), 2);
    };
    let (_, values) = scope(&[300, 0, -250]);
    match Formula::parse(text) {
        Err(error) => faulty(&error),
        Ok(formula) => {
            assert_eq!(Formula::parse(&formula.to_string()).as_ref(), Ok(&formula));
            formula.check(&values).iter().for_each(faulty);
            let known = formula.variables().iter().all(|it| values.variable_names().contains(it));
            let complete = known && formula.registers().is_empty();
            assert_eq!(formula.check(&values).is_empty(), complete);
            match formula.evaluate(&values) {
                Ok(_) => assert!(complete),
                Err(error) => faulty(&error),
            }
            let _ = formula.with_values(&values, Exact::to_string);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn never_panics_on_any_text(text in "\\PC{0,60}|(?s:.{0,60})") {
        exercise(&text);
    }

    #[test]
    fn never_panics_on_what_looks_like_a_formula(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "selesai", "usulan", "x", "jumlah", "cacah", "min", "maks", "rata", "(", "(", ")",
                ")", ",", "\"tepat\"", "\"", "+", "-", "*", "/", " ", "\n", "1", "0", "93.5",
                "93,5", "1.000", ".", "%", "é", "A",
            ]),
            0..24,
        )
    ) {
        exercise(&parts.concat());
    }

    #[test]
    fn reads_back_what_it_writes(expression in expressions()) {
        let formula = Formula::parse(&expression.sparse()).unwrap();
        let written = formula.to_string();
        prop_assert_eq!(&Formula::parse(&written).unwrap(), &formula);
        prop_assert_eq!(Formula::parse(&written).unwrap().to_string(), written);
    }

    #[test]
    fn computes_what_the_plainest_evaluation_does(
        expression in expressions(),
        hundredths in prop::collection::vec(-500..500i64, NAMES.len()),
    ) {
        let (naive, values) = scope(&hundredths);
        let expected = expression.naive(&naive);
        for text in [expression.sparse(), expression.bracketed()] {
            let formula = Formula::parse(&text).unwrap();
            match (formula.evaluate(&values), &expected) {
                (Ok(value), Some(expected)) => {
                    prop_assert_eq!(value.to_string(), expected.to_string(), "{}", text);
                }
                (Err(error), None) => {
                    let is_division =
                        matches!(error.kind(), FormulaErrorKind::DivisionByZero { .. });
                    prop_assert!(is_division, "{}: {}", text, error);
                }
                (actual, expected) => {
                    prop_assert!(false, "{}: {:?}, not {:?}", text, actual, expected);
                }
            }
        }
    }

    #[test]
    fn means_the_same_with_its_values_put_in(
        expression in expressions(),
        hundredths in prop::collection::vec(-500..500i64, NAMES.len()),
    ) {
        let (_, values) = scope(&hundredths);
        let formula = Formula::parse(&expression.sparse()).unwrap();
        if let Ok(value) = formula.evaluate(&values) {
            // In the notation of the language itself, the text of the trail is a formula again.
            let text = formula.with_values(&values, Exact::to_string).replace(';', ",");
            let again = Formula::parse(&text).unwrap().evaluate(&BTreeMap::new());
            prop_assert_eq!(again.unwrap(), value, "{}", text);
        }
    }
}
