//! styles.xml: what a style is called, and what it brings with it.

use std::collections::HashMap;

use crate::read::ReadError;
use crate::read::xml::{Item, Xml};
use crate::words::squash;

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbering: Option<(i64, Option<u8>)>,
    bold: Option<bool>,
    indent: Option<i64>,
}

/// What a style makes of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    pub(super) heading: Option<u8>,
    pub(super) is_caption: bool,
    pub(super) is_entry: bool,
    /// List and level.
    pub(super) numbering: Option<(i64, u8)>,
    pub(super) is_bold: bool,
    pub(super) indent: i64,
}

pub(super) fn read(xml: &mut Xml<'_>) -> Result<Styles, ReadError> {
    let mut styles = Styles::default();
    let mut current: Option<(String, Style)> = None;
    loop {
        match xml.next()? {
            Item::Eof => return Ok(styles),
            Item::End(name) if name == "style" => {
                if let Some((id, style)) = current.take() {
                    styles.by_id.insert(id, style);
                }
            }
            Item::Start(tag) => match (tag.name.as_str(), &mut current) {
                ("style", _) => {
                    current = tag.get("styleId").map(|it| (it.to_owned(), Style::default()))
                }
                ("name", Some((_, style))) => {
                    style.name = tag.get("val").unwrap_or_default().to_owned()
                }
                ("basedOn", Some((_, style))) => style.based_on = tag.get("val").map(str::to_owned),
                ("outlineLvl", Some((_, style))) => {
                    style.outline = tag.number("val").and_then(|it| u8::try_from(it).ok())
                }
                ("numId", Some((_, style))) => {
                    let level = style.numbering.and_then(|it| it.1);
                    style.numbering = tag.number("val").map(|it| (it, level));
                }
                ("ilvl", Some((_, style))) => {
                    let list = style.numbering.map_or(0, |it| it.0);
                    style.numbering =
                        Some((list, tag.number("val").and_then(|it| u8::try_from(it).ok())));
                }
                ("b", Some((_, style))) => style.bold = Some(tag.is_on()),
                ("ind", Some((_, style))) => {
                    style.indent = tag.number("left").or(tag.number("start"))
                }
                _ => {}
            },
            _ => {}
        }
    }
}

impl Styles {
    /// What a style means, with what it inherits.
    pub(super) fn meaning(&self, id: &str) -> Meaning {
        let mut meaning = Meaning::default();
        let (mut outline, mut numbering, mut level, mut bold, mut indent) =
            (None, None, None, None, None);
        let mut next = Some(id);
        // Styles may name each other in a circle.
        for _ in 0..16 {
            let Some(id) = next else { break };
            let Some(style) = self.by_id.get(id) else { break };
            let name = if style.name.is_empty() { squash(id) } else { squash(&style.name) };
            outline = outline
                .or(heading_level(&name))
                .or(style.outline.filter(|it| *it < 9).map(|it| it + 1));
            meaning.is_caption |=
                name == "caption" || name == "keterangan" || name.starts_with("caption");
            meaning.is_entry |= (name.starts_with("toc") && name != "tocheading")
                || name == "tableoffigures"
                || name == "tabelgambar"
                || name == "daftargambar";
            if let Some((list, at)) = style.numbering {
                numbering = numbering.or(Some(list).filter(|it| *it != 0));
                level = level.or(at);
            }
            bold = bold.or(style.bold);
            indent = indent.or(style.indent);
            next = style.based_on.as_deref();
        }
        meaning.heading = if meaning.is_entry || meaning.is_caption { None } else { outline };
        let level = level.or_else(|| outline.map(|it| it - 1)).unwrap_or(0);
        meaning.numbering = numbering.map(|it| (it, level));
        meaning.is_bold = bold.unwrap_or(false);
        meaning.indent = indent.unwrap_or(0);
        meaning
    }
}

/// "heading 1", "Judul 1".
fn heading_level(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("judul"))?;
    let level: u8 = rest.get(..1)?.parse().ok()?;
    (rest.len() == 1 && (1..=9).contains(&level)).then_some(level)
}
