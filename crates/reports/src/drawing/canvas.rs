//! Writes the elements of an SVG file: the only place that knows its syntax.

use std::fmt::Write as _;

use super::Svg;
use super::metrics::Weight;
use super::palette::Token;
use super::text_block::Type;

/// Which point of a text its `x` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A rectangle by its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Rect {
    pub(super) const fn new(x: i32, y: i32, width: i32, height: i32) -> Rect {
        Rect { x, y, width, height }
    }

    pub(super) const fn right(self) -> i32 {
        self.x + self.width
    }

    pub(super) const fn bottom(self) -> i32 {
        self.y + self.height
    }

    pub(super) const fn middle(self) -> i32 {
        self.x + self.width / 2
    }

    pub(super) const fn centre(self) -> i32 {
        self.y + self.height / 2
    }

    pub(super) const fn overlaps(self, other: Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stroke {
    pub(super) colour: Token,
    pub(super) width: i32,
    pub(super) dash: Dash,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dash {
    Solid,
    Dashed,
}

impl Stroke {
    /// 0.3 pt: separates, decorates.
    pub(super) const HAIRLINE: Stroke = Stroke { colour: Token::Line, width: 1, dash: Dash::Solid };
    /// 0.6 pt: connects boxes, borders them.
    pub(super) const EDGE: Stroke = Stroke { colour: Token::Edge, width: 2, dash: Dash::Solid };

    pub(super) const fn new(colour: Token, width: i32) -> Stroke {
        Stroke { colour, width, dash: Dash::Solid }
    }

    pub(super) const fn dashed(self) -> Stroke {
        Stroke { dash: Dash::Dashed, ..self }
    }
}

/// What a box looks like. Boxes hold text; bars and bands do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    pub(super) fill: Token,
    pub(super) border: Option<Stroke>,
}

/// A place on the drawing.
pub(super) type Point = (i32, i32);

/// Where the levels of a tree follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Growth {
    Down,
    Right,
}

const ARROW_HEAD: i32 = 20;

/// Elements collected in drawing order.
pub(super) struct Canvas {
    width: i32,
    body: String,
}

impl Canvas {
    pub(super) fn new(width: u32) -> Canvas {
        Canvas { width: i32::try_from(width).unwrap_or(i32::MAX), body: String::new() }
    }

    pub(super) fn width(&self) -> i32 {
        self.width
    }

    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        self.body.write_fmt(element).expect("writing to a String does not fail");
        self.body.push('\n');
    }

    /// A box that holds text; it is marked as such, so that tests find it.
    pub(super) fn boxed(&mut self, rect: Rect, ground: Ground) {
        let Rect { x, y, width, height } = rect;
        let fill = ground.fill.light();
        let border = ground.border.map(stroke_attributes).unwrap_or_default();
        self.push(format_args!(
            r#"<rect class="box" x="{x}" y="{y}" width="{width}" height="{height}" rx="8" fill="{fill}"{border}/>"#
        ));
    }

    /// A bar, a band or a mark. An empty one is not drawn.
    pub(super) fn bar(&mut self, rect: Rect, fill: Token) {
        let Rect { x, y, width, height } = rect;
        if width > 0 && height > 0 {
            let fill = fill.light();
            self.push(format_args!(
                r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>"#
            ));
        }
    }

    /// The four sides of a rectangle.
    pub(super) fn outline(&mut self, rect: Rect, stroke: Stroke) {
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        self.line(
            &[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)],
            stroke,
        );
    }

    /// A line through all points.
    pub(super) fn line(&mut self, points: &[Point], stroke: Stroke) {
        if points.len() < 2 {
            return;
        }
        let points = join(points);
        let stroke = stroke_attributes(stroke);
        self.push(format_args!(r#"<polyline points="{points}" fill="none"{stroke}/>"#));
    }

    /// Connects a box to the boxes of the next level: a stem to the bus, the bus, a twig to each.
    /// Every stretch is drawn once, since lines drawn over each other come out heavier.
    pub(super) fn fan(
        &mut self,
        growth: Growth,
        from: Point,
        bus: i32,
        to: &[Point],
        stroke: Stroke,
    ) {
        // `along` the direction of growth, `across` it.
        let across = |point: Point| if growth == Growth::Down { point.0 } else { point.1 };
        let at = |along: i32, across: i32| match growth {
            Growth::Down => (across, along),
            Growth::Right => (along, across),
        };
        let ends = to.iter().map(|it| across(*it));
        let (Some(first), Some(last)) = (ends.clone().min(), ends.max()) else {
            return;
        };
        let own = across(from);
        if first == own && last == own {
            self.line(&[from, to[0]], stroke);
            return;
        }
        self.line(&[from, at(bus, own)], stroke);
        self.line(&[at(bus, first.min(own)), at(bus, last.max(own))], stroke);
        for point in to {
            self.line(&[at(bus, across(*point)), *point], stroke);
        }
    }

    /// A line that ends in an arrow head; its last stretch is level.
    pub(super) fn arrow(&mut self, points: &[Point]) {
        let (Some(&(x, y)), true) = (points.last(), points.len() > 1) else {
            return;
        };
        let mut shaft = points.to_vec();
        if let Some(end) = shaft.last_mut() {
            end.0 -= ARROW_HEAD / 2;
        }
        self.line(&shaft, Stroke::new(Token::Edge, 4));
        let half = ARROW_HEAD / 2;
        self.polygon(
            &[(x, y), (x - ARROW_HEAD, y - half), (x - ARROW_HEAD, y + half)],
            Token::Edge,
        );
    }

    pub(super) fn polygon(&mut self, points: &[Point], fill: Token) {
        let points = join(points);
        let fill = fill.light();
        self.push(format_args!(r#"<polygon points="{points}" fill="{fill}"/>"#));
    }

    pub(super) fn circle(&mut self, centre: Point, radius: i32, ground: Ground) {
        let (x, y) = centre;
        let fill = ground.fill.light();
        let border = ground.border.map(stroke_attributes).unwrap_or_default();
        self.push(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"{border}/>"#
        ));
    }

    /// The left half of a disc.
    pub(super) fn half_disc(&mut self, centre: Point, radius: i32, fill: Token) {
        let (x, y) = centre;
        let (top, bottom) = (y - radius, y + radius);
        let fill = fill.light();
        self.push(format_args!(
            r#"<path d="M{x} {top}A{radius} {radius} 0 0 0 {x} {bottom}Z" fill="{fill}"/>"#
        ));
    }

    /// One line of text on the baseline `y`.
    pub(super) fn text(&mut self, x: i32, y: i32, text: &str, style: Type, anchor: Anchor) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let weight = match style.weight {
            Weight::Regular => "",
            Weight::Bold => r#" font-weight="700""#,
        };
        let (size, fill, text) = (style.size, style.colour.light(), escape(text));
        self.push(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}"{weight}{anchor} fill="{fill}">{text}</text>"#
        ));
    }

    /// The file. `alt` becomes the accessible name.
    pub(super) fn finish(self, height: i32, alt: &str) -> Svg {
        let (width, alt, body) = (self.width.max(0), escape(alt), self.body);
        let height = height.max(1);
        let (width_mm, height_mm) = (millimetres(width), millimetres(height));
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_mm}\" height=\"{height_mm}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"'Noto Sans', sans-serif\" \
             stroke-linecap=\"square\" stroke-linejoin=\"round\" role=\"img\" \
             aria-label=\"{alt}\">\n{body}</svg>\n"
        );
        Svg { text, width: width.unsigned_abs(), height: height.unsigned_abs() }
    }
}

fn join(points: &[Point]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    points.join(" ")
}

fn stroke_attributes(stroke: Stroke) -> String {
    let (colour, width) = (stroke.colour.light(), stroke.width);
    let dash = match stroke.dash {
        Dash::Solid => "",
        Dash::Dashed => r#" stroke-dasharray="14 10""#,
    };
    format!(r#" stroke="{colour}" stroke-width="{width}"{dash}"#)
}

/// `160mm`, `57.3mm`.
fn millimetres(tenths: i32) -> String {
    match tenths % 10 {
        0 => format!("{}mm", tenths / 10),
        rest => format!("{}.{rest}mm", tenths / 10),
    }
}

/// Text as XML may hold it; control characters, which it may not, become spaces.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(' '),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
