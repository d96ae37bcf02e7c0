//! Drawings of figures: lines through time, and points on two scales. Each has a sentence for a title,
//! and its numbers stand in a table beside it.

use std::fmt::Write as _;

use maud::{Markup, html};
use rust_decimal::{Decimal, RoundingStrategy, dec};
use selaras_domain::angka;

/// Values from one end of a drawing to the other, with marks at round ones.
struct Scale {
    from: Decimal,
    to: Decimal,
    marks: Vec<Decimal>,
}

/// How many distances there may be between marks.
const MOST: Decimal = dec!(5);

/// The distance between marks that people count in: a half, 1, 2, 5, 10 and so on, until few suffice.
fn step(width: Decimal) -> Decimal {
    let mut step = dec!(0.5);
    for factor in [dec!(2), dec!(2), dec!(2.5)].into_iter().cycle() {
        match step.checked_mul(MOST) {
            Some(reach) if reach < width => step *= factor,
            _ => break,
        }
    }
    step
}

impl Scale {
    /// Of values, with little room beside them; none where there are none.
    fn of(values: impl Iterator<Item = Decimal> + Clone) -> Option<Scale> {
        let (least, most) = (values.clone().min()?, values.max()?);
        let step = step(most.checked_sub(least)?);
        let toward = |it: Decimal, way| (it / step).round_dp_with_strategy(0, way) * step;
        let from = toward(least, RoundingStrategy::ToNegativeInfinity);
        let mut to = toward(most, RoundingStrategy::ToPositiveInfinity);
        if from == to {
            to += step;
        }
        let mut marks = vec![from];
        while let Some(last) = marks.last().filter(|it| **it < to) {
            let next = *last + step;
            marks.push(next);
        }
        Some(Scale { from, to, marks })
    }

    /// Where a value stands on a side of that length.
    fn at(&self, value: Decimal, side: Decimal) -> Decimal {
        ((value - self.from) / (self.to - self.from) * side).trunc_with_scale(1)
    }

    fn holds(&self, value: Decimal) -> bool {
        self.from < value && value < self.to
    }
}

/// A line of a drawing.
pub(crate) struct Line {
    pub(crate) name: &'static str,
    /// How it is drawn: `satu`, `dua`.
    pub(crate) class: &'static str,
    /// One for each label; absent where nothing is known.
    pub(crate) values: Vec<Option<Decimal>>,
}

impl Line {
    fn last(&self) -> Option<(usize, Decimal)> {
        let mut known = self.values.iter().enumerate();
        known.rfind(|(_, it)| it.is_some()).and_then(|(at, it)| Some((at, (*it)?)))
    }
}

/// Lines through time, the last value of each beside its end.
pub(crate) fn lines(title: &str, labels: &[String], lines: &[Line]) -> Markup {
    const WIDTH: Decimal = dec!(300);
    const HEIGHT: Decimal = dec!(130);
    /// So far apart names can be read.
    const APART: Decimal = dec!(14);
    let values = lines.iter().flat_map(|it| it.values.iter().flatten().copied());
    let Some(scale) = Scale::of(values) else { return html! {} };
    let gaps = Decimal::from(labels.len().saturating_sub(1).max(1));
    let x = |at: usize| (Decimal::from(at) * WIDTH / gaps).trunc_with_scale(1);
    let y = |value: Decimal| HEIGHT - scale.at(value, HEIGHT);
    let mut names: Vec<_> = lines
        .iter()
        .filter_map(|it| it.last().map(|(at, value)| (it, at, value, y(value))))
        .collect();
    names.sort_by_key(|(.., y)| *y);
    for at in 1..names.len() {
        names[at].3 = names[at].3.max(names[at - 1].3 + APART);
    }
    html! {
        figure.grafik {
            figcaption { (title) }
            svg viewBox="-44 -14 460 174" role="img" aria-label=(title) {
                @for mark in &scale.marks {
                    line.bantu x1="0" x2=(WIDTH) y1=(y(*mark)) y2=(y(*mark)) {}
                    text x="-8" y=(y(*mark) + dec!(4)) text-anchor="end" { (angka::format_trimmed(*mark)) }
                }
                @for (at, label) in labels.iter().enumerate() { text x=(x(at)) y="152" text-anchor="middle" { (label) } }
                @for line in lines {
                    path.deret.(line.class) d=(path(&line.values, x, y)) {}
                    @for (at, value) in line.values.iter().enumerate() {
                        @if let Some(value) = value { circle.simpul.(line.class) cx=(x(at)) cy=(y(*value)) r="3" {} }
                    }
                }
                @for (line, at, value, y) in &names {
                    text.nama.(line.class) x=(x(*at) + dec!(8)) y=(*y + dec!(4)) { (line.name) " " (angka::format(*value)) }
                }
            }
        }
    }
}

/// A path through what is known; where nothing is, it begins again.
fn path(
    values: &[Option<Decimal>],
    x: impl Fn(usize) -> Decimal,
    y: impl Fn(Decimal) -> Decimal,
) -> String {
    let mut path = String::new();
    let mut is_drawing = false;
    for (at, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let verb = if is_drawing { 'L' } else { 'M' };
            let _ = write!(path, "{verb}{} {}", x(at), y(*value));
        }
        is_drawing = value.is_some();
    }
    path
}

/// A point that leads to what it stands for.
pub(crate) struct Point {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) x: Decimal,
    pub(crate) y: Decimal,
}

/// What a scatter is about: its title, what stands along its sides, and the value on both from which
/// something is good, with the words for the corners that are not.
pub(crate) struct Scatter<'w> {
    pub(crate) title: &'w str,
    pub(crate) x: &'w str,
    pub(crate) y: &'w str,
    pub(crate) limit: Decimal,
    pub(crate) above: &'w str,
    pub(crate) below: &'w str,
}

/// Points on two scales, each as wide as what is there.
pub(crate) fn scatter(about: &Scatter<'_>, points: &[Point]) -> Markup {
    const WIDTH: Decimal = dec!(360);
    const HEIGHT: Decimal = dec!(240);
    let across = Scale::of(points.iter().map(|it| it.x));
    let up = Scale::of(points.iter().map(|it| it.y));
    let (Some(across), Some(up)) = (across, up) else { return html! {} };
    let x = |value| across.at(value, WIDTH);
    let y = |value| HEIGHT - up.at(value, HEIGHT);
    let (is_across, is_up) = (across.holds(about.limit), up.holds(about.limit));
    html! {
        figure.grafik {
            figcaption { (about.title) }
            svg viewBox="-52 -22 428 312" role="group" aria-label=(about.title) {
                rect.kertas x="0" y="0" width=(WIDTH) height=(HEIGHT) {}
                @if is_across { line.garis x1=(x(about.limit)) x2=(x(about.limit)) y1="0" y2=(HEIGHT) {} }
                @if is_up { line.garis x1="0" x2=(WIDTH) y1=(y(about.limit)) y2=(y(about.limit)) {} }
                @if is_across { text.sudut x="6" y="14" { (about.above) } }
                @if is_up { text.sudut x=(WIDTH - dec!(6)) y=(HEIGHT - dec!(6)) text-anchor="end" { (about.below) } }
                @for mark in &up.marks { text x="-8" y=(y(*mark) + dec!(4)) text-anchor="end" { (angka::format_trimmed(*mark)) } }
                @for mark in &across.marks { text x=(x(*mark)) y=(HEIGHT + dec!(18)) text-anchor="middle" { (angka::format_trimmed(*mark)) } }
                text.sumbu x="-52" y="-10" { (about.y) }
                text.sumbu x=(WIDTH) y=(HEIGHT + dec!(38)) text-anchor="end" { (about.x) }
                @for it in points {
                    @let words = format!("{}: {} {}, {} {}", it.name, about.y, angka::format(it.y), about.x, angka::format(it.x));
                    a href=(it.address) aria-label=(words) {
                        title { (words) }
                        circle.titik cx=(x(it.x)) cy=(y(it.y)) r="5" {}
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use rust_decimal::dec;

    #[test]
    fn a_scale_holds_its_values_between_round_marks() {
        let it = Scale::of([dec!(92.23), dec!(110.73)].into_iter()).expect("a scale");
        assert_eq!((it.from, it.to), (dec!(90), dec!(115)));
        assert_eq!(it.marks, [dec!(90), dec!(95), dec!(100), dec!(105), dec!(110), dec!(115)]);
        assert_eq!(it.at(dec!(102.5), dec!(100)), dec!(50));
    }

    #[test]
    fn a_value_far_from_the_others_still_has_few_marks() {
        let it = Scale::of([dec!(90), dec!(123456789012)].into_iter()).expect("a scale");
        assert!(it.marks.len() <= 7, "{} marks", it.marks.len());
    }

    #[test]
    fn one_value_alone_has_a_scale_too() {
        let it = Scale::of([dec!(90)].into_iter()).expect("a scale");
        assert!(it.from <= dec!(90) && dec!(90) <= it.to && it.from < it.to);
        assert!(Scale::of([].into_iter()).is_none());
    }
}
