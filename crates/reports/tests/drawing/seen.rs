//! Reads a drawing back, as a reader of the page would see it: boxes and lines of text with extents.

use selaras_reports::drawing::{Svg, Weight, text_width};

/// Left, top, right and lower edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
}

impl Extent {
    pub(crate) fn overlaps(self, other: Extent) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(crate) fn holds(self, other: Extent) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

/// A line of text: from the top of its capitals to its baseline, as wide as the font says.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) extent: Extent,
    pub(crate) text: String,
}

pub(crate) struct Seen {
    pub(crate) page: Extent,
    pub(crate) boxes: Vec<Extent>,
    pub(crate) lines: Vec<Line>,
    /// All colours that occur.
    pub(crate) colours: Vec<String>,
    /// The accessible name.
    pub(crate) alt: String,
    /// Strokes in the colour of the ground: cuts.
    pub(crate) cuts: usize,
}

impl Seen {
    /// Panics where the drawing is not well-formed.
    pub(crate) fn new(svg: &Svg) -> Seen {
        let document = roxmltree::Document::parse(&svg.text).expect("a drawing is well-formed XML");
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "svg");
        assert_eq!(
            root.attribute("viewBox"),
            Some(format!("0 0 {} {}", svg.width, svg.height).as_str())
        );
        let page = Extent {
            left: 0,
            top: 0,
            right: i32::try_from(svg.width).unwrap(),
            bottom: i32::try_from(svg.height).unwrap(),
        };
        let mut seen = Seen {
            page,
            boxes: Vec::new(),
            lines: Vec::new(),
            colours: Vec::new(),
            alt: root.attribute("aria-label").unwrap().to_owned(),
            cuts: 0,
        };
        for node in root.descendants().filter(roxmltree::Node::is_element) {
            let number = |name: &str| node.attribute(name).map_or(0, |it| it.parse().unwrap());
            for name in ["fill", "stroke"] {
                seen.colours.extend(node.attribute(name).map(str::to_owned));
            }
            if node.tag_name().name() == "polyline" && node.attribute("stroke") == Some("#FFFFFF") {
                seen.cuts += 1;
            }
            if node.attribute("class") == Some("box") {
                let (left, top) = (number("x"), number("y"));
                let (right, bottom) = (left + number("width"), top + number("height"));
                seen.boxes.push(Extent { left, top, right, bottom });
            }
            if node.tag_name().name() == "text" {
                let text = node.text().unwrap().to_owned();
                let weight = match node.attribute("font-weight") {
                    Some(_) => Weight::Bold,
                    None => Weight::Regular,
                };
                let size = number("font-size");
                let width = text_width(&text, size, weight);
                let left = match node.attribute("text-anchor") {
                    Some("end") => number("x") - width,
                    Some(_) => number("x") - width / 2,
                    None => number("x"),
                };
                let bottom = number("y");
                let top = bottom - size * 72 / 100;
                let extent = Extent { left, top, right: left + width, bottom };
                seen.lines.push(Line { extent, text });
            }
        }
        seen
    }

    /// All text, without the blanks and hyphens at which lines may break.
    pub(crate) fn text(&self) -> String {
        squeezed(&self.lines.iter().map(|it| it.text.as_str()).collect::<String>())
    }

    #[track_caller]
    pub(crate) fn assert_shows(&self, label: &str) {
        assert!(self.text().contains(&squeezed(label)), "`{label}` is not in the drawing");
    }

    /// Boxes lie apart, text lies in the page and in its box, lines of text lie apart.
    #[track_caller]
    pub(crate) fn assert_tidy(&self, name: &str) {
        for (index, one) in self.boxes.iter().enumerate() {
            assert!(self.page.holds(*one), "{name}: the box {one:?} leaves the page");
            for other in &self.boxes[index + 1..] {
                assert!(!one.overlaps(*other), "{name}: the boxes {one:?} and {other:?} overlap");
            }
        }
        for (index, line) in self.lines.iter().enumerate() {
            let Line { extent, text } = line;
            // Letters such as p and g reach under the baseline.
            let with_descent = Extent { bottom: extent.bottom + 8, ..*extent };
            assert!(self.page.holds(with_descent), "{name}: `{text}` leaves the page: {extent:?}");
            for around in self.boxes.iter().filter(|it| it.overlaps(*extent)) {
                assert!(around.holds(*extent), "{name}: `{text}` leaves its box");
            }
            for other in &self.lines[index + 1..] {
                let other_text = &other.text;
                assert!(
                    !extent.overlaps(other.extent),
                    "{name}: `{text}` and `{other_text}` overlap"
                );
            }
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '-').collect()
}
