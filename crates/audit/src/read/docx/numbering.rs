//! numbering.xml: the numbers that Word generates in front of paragraphs.

use std::collections::HashMap;

use selaras_domain::tanggal;

use crate::read::ReadError;
use crate::read::xml::{Item, Xml};

const LEVELS: usize = 9;

#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<i64, List>,
    patterns: HashMap<i64, Vec<Level>>,
    /// Where each pattern has counted to.
    counters: HashMap<i64, [Option<i64>; LEVELS]>,
    /// Lists that restart have done so once.
    restarted: HashMap<(i64, usize), bool>,
}

#[derive(Debug, Default)]
struct List {
    pattern: i64,
    /// Levels that begin again in this list, and at what.
    starts: HashMap<usize, i64>,
}

#[derive(Clone, Debug)]
struct Level {
    format: String,
    text: String,
    start: i64,
}

impl Default for Level {
    fn default() -> Level {
        Level { format: "decimal".to_owned(), text: String::new(), start: 1 }
    }
}

pub(super) fn read(xml: &mut Xml<'_>) -> Result<Numbering, ReadError> {
    let mut numbering = Numbering::default();
    let mut pattern: Option<(i64, Vec<Level>)> = None;
    let mut list: Option<(i64, List)> = None;
    let mut level = 0_usize;
    loop {
        match xml.next()? {
            Item::Eof => return Ok(numbering),
            Item::End(name) => match name.as_str() {
                "abstractNum" => numbering.patterns.extend(pattern.take()),
                "num" => numbering.lists.extend(list.take()),
                _ => {}
            },
            Item::Start(tag) => {
                let at = |name: &str| {
                    tag.number(name)
                        .and_then(|it| usize::try_from(it).ok())
                        .filter(|it| *it < LEVELS)
                };
                match tag.name.as_str() {
                    "abstractNum" => {
                        pattern = tag
                            .number("abstractNumId")
                            .map(|it| (it, vec![Level::default(); LEVELS]))
                    }
                    "num" => list = tag.number("numId").map(|it| (it, List::default())),
                    "abstractNumId" => {
                        if let (Some((_, list)), Some(it)) = (&mut list, tag.number("val")) {
                            list.pattern = it;
                        }
                    }
                    "lvlOverride" | "lvl" => level = at("ilvl").unwrap_or(0),
                    "startOverride" => {
                        if let (Some((_, list)), Some(it)) = (&mut list, tag.number("val")) {
                            list.starts.insert(level, it);
                        }
                    }
                    "numFmt" | "lvlText" | "start" => {
                        let Some((_, levels)) = &mut pattern else { continue };
                        let Some(it) = levels.get_mut(level) else { continue };
                        let value = tag.get("val").unwrap_or_default();
                        match tag.name.as_str() {
                            "numFmt" => value.clone_into(&mut it.format),
                            "lvlText" => value.clone_into(&mut it.text),
                            _ => it.start = value.parse().unwrap_or(1),
                        }
                    }
                    _ => {}
                }
            }
            Item::Text(_) => {}
        }
    }
}

impl Numbering {
    /// Counts one paragraph of a list and gives its marker; `None` for bullets and unknown lists.
    pub(super) fn next(&mut self, list: i64, level: u8) -> Option<String> {
        let level = usize::from(level).min(LEVELS - 1);
        let found = self.lists.get(&list)?;
        let levels = self.patterns.get(&found.pattern)?;
        let counters = self.counters.entry(found.pattern).or_default();
        let restart = found.starts.get(&level).copied();
        let is_first = !self.restarted.get(&(list, level)).copied().unwrap_or(false);
        self.restarted.insert((list, level), true);
        counters[level] = match (restart, counters[level]) {
            (Some(start), _) if is_first => Some(start),
            (_, Some(last)) => Some(last.saturating_add(1)),
            (_, None) => Some(levels[level].start),
        };
        for deeper in counters.iter_mut().skip(level + 1) {
            *deeper = None;
        }
        let own = &levels[level];
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut text = own.text.clone();
        for (index, it) in levels.iter().enumerate().take(level + 1) {
            let value = *counters[index].get_or_insert(it.start);
            text = text.replace(&format!("%{}", index + 1), &format(&it.format, value));
        }
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }
}

fn format(format: &str, value: i64) -> String {
    match format {
        "upperRoman" => roman(value),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperLetter" => letter(value).to_uppercase(),
        "lowerLetter" => letter(value),
        "decimalZero" => format!("{value:02}"),
        _ => value.to_string(),
    }
}

fn letter(value: i64) -> String {
    let index = u8::try_from((value - 1).rem_euclid(26)).unwrap_or(0);
    let times = usize::try_from((value - 1) / 26 + 1).unwrap_or(1).min(4);
    char::from(b'a' + index).to_string().repeat(times)
}

fn roman(value: i64) -> String {
    let written = u16::try_from(value).ok().and_then(tanggal::roman);
    written.unwrap_or_else(|| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_word_does() {
        assert_eq!(roman(2014), "MMXIV");
        assert_eq!(letter(27), "aa");
        let level = |format: &str, text: &str| Level {
            format: format.to_owned(),
            text: text.to_owned(),
            start: 1,
        };
        let mut numbering = Numbering::default();
        numbering.patterns.insert(
            7,
            vec![
                level("upperRoman", "BAB %1"),
                level("decimal", "%1.%2"),
                Level::default(),
                Level::default(),
                Level::default(),
                Level::default(),
                Level::default(),
                Level::default(),
                Level::default(),
            ],
        );
        numbering.lists.insert(1, List { pattern: 7, ..List::default() });
        let mut next = |level| numbering.next(1, level).unwrap();
        assert_eq!(
            [next(0), next(1), next(1), next(0), next(1)],
            ["BAB I", "I.1", "I.2", "BAB II", "II.1"]
        );
    }
}
