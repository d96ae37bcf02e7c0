//! A stream of XML: local names, attributes, text. Entities other than the five of XML are refused, so none can grow.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ReadError;
use super::limit::DEPTH;

/// What comes next.
#[derive(Debug)]
pub(crate) enum Item {
    Start(Tag),
    /// The local name of what ends.
    End(String),
    Text(String),
    Eof,
}

/// A start tag; an empty element is a start with its end following.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of the attribute with a local name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.parse().ok()
    }

    /// Whether a switch like `<w:b/>` is on.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.get("val"), Some("0" | "false" | "none" | "off"))
    }
}

pub(crate) struct Xml<'a> {
    kind: &'static str,
    part: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
    pending_end: Option<String>,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(kind: &'static str, part: &'a str, bytes: &'a [u8]) -> Xml<'a> {
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().check_end_names = true;
        Xml { kind, part, reader, depth: 0, pending_end: None }
    }

    pub(crate) fn next(&mut self) -> Result<Item, ReadError> {
        if let Some(name) = self.pending_end.take() {
            return Ok(Item::End(name));
        }
        loop {
            let event = self.reader.read_event().map_err(|why| self.broken(&why.to_string()))?;
            match event {
                Event::Start(it) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(ReadError::TooLarge {
                            kind: self.kind,
                            what: "susunan bertingkat",
                            limit: DEPTH.to_string(),
                        });
                    }
                    return Ok(Item::Start(self.tag(&it)?));
                }
                Event::Empty(it) => {
                    let tag = self.tag(&it)?;
                    self.pending_end = Some(tag.name.clone());
                    return Ok(Item::Start(tag));
                }
                Event::End(it) => {
                    self.depth = self.depth.saturating_sub(1);
                    let name = it.local_name().as_ref().to_owned();
                    return Ok(Item::End(name));
                }
                Event::Text(it) => return Ok(Item::Text(it.xml10_content().into_owned())),
                Event::CData(it) => return Ok(Item::Text(it.xml10_content().into_owned())),
                Event::GeneralRef(it) => {
                    let known = it.resolve_char_ref().ok().flatten();
                    let known = known.or_else(|| match it.as_ref() {
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "amp" => Some('&'),
                        "apos" => Some('\''),
                        "quot" => Some('"'),
                        _ => None,
                    });
                    return match known {
                        Some(it) => Ok(Item::Text(it.to_string())),
                        None => Err(self.broken("memakai entitas yang tidak dikenal")),
                    };
                }
                Event::DocType(_) => {
                    return Err(self.broken("memuat DOCTYPE, yang tidak lazim pada dokumen kantor"));
                }
                Event::Eof if self.depth > 0 => return Err(self.broken("berakhir sebelum selesai")),
                Event::Eof => return Ok(Item::Eof),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Passes over everything up to the end of the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let mut open = 1_usize;
        while open > 0 {
            match self.next()? {
                Item::Start(_) => open += 1,
                Item::End(_) => open -= 1,
                Item::Text(_) => {}
                Item::Eof => return Ok(()),
            }
        }
        Ok(())
    }

    /// All text up to the end of the element that has just begun.
    pub(crate) fn text(&mut self) -> Result<String, ReadError> {
        let mut open = 1_usize;
        let mut text = String::new();
        while open > 0 {
            match self.next()? {
                Item::Start(_) => open += 1,
                Item::End(_) => open -= 1,
                Item::Text(it) => text.push_str(&it),
                Item::Eof => break,
            }
        }
        Ok(text)
    }

    fn tag(&self, it: &BytesStart<'_>) -> Result<Tag, ReadError> {
        let name = it.local_name().as_ref().to_owned();
        let mut attributes = Vec::new();
        for attribute in it.attributes().with_checks(false) {
            let attribute = attribute.map_err(|why| self.broken(&why.to_string()))?;
            let key = attribute.key.local_name().as_ref().to_owned();
            let value = attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .map_err(|why| self.broken(&why.to_string()))?;
            attributes.push((key, value.into_owned()));
        }
        Ok(Tag { name, attributes })
    }

    fn broken(&self, why: &str) -> ReadError {
        ReadError::Broken { kind: self.kind, detail: format!("bagian {} {why}", self.part) }
    }
}
