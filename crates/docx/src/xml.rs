//! Text as XML.

use std::fmt::{self, Write as _};

/// XML in the making.
#[derive(Default)]
pub(crate) struct Xml(String);

impl Xml {
    pub(crate) fn with_capacity(bytes: usize) -> Xml {
        Xml(String::with_capacity(bytes))
    }

    /// Appends markup as it is.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Appends markup with numbers or names of our own in it.
    pub(crate) fn put(&mut self, markup: fmt::Arguments<'_>) {
        self.0.write_fmt(markup).expect("a String takes all that is written to it");
    }

    /// Appends text, for an element or an attribute.
    pub(crate) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c if is_control(c) => self.0.push(' '),
                c => self.0.push(c),
            }
        }
    }

    pub(crate) fn ends_with(&self, markup: &str) -> bool {
        self.0.ends_with(markup)
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

/// Characters that XML forbids, or that break a line where the tree does not say so.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(c as u32 & 0xFFFE, 0xFFFE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn arbitrary_text_comes_back_as_itself(text in any::<String>()) {
            let mut xml = Xml::default();
            xml.raw("<a b=\"");
            xml.text(&text);
            xml.raw("\">");
            xml.text(&text);
            xml.raw("</a>");
            let xml = xml.into_string();
            let read = roxmltree::Document::parse(&xml).expect("it is well-formed");
            let expected: String =
                text.chars().map(|c| if is_control(c) { ' ' } else { c }).collect();
            let element = read.root_element();
            prop_assert_eq!(element.attribute("b"), Some(expected.as_str()));
            prop_assert_eq!(element.text().unwrap_or_default(), expected);
        }
    }
}
