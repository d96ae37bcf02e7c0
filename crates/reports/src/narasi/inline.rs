//! Puts the meaning of each call in the place where it stood.

use selaras_domain::dokumen::{Inline, Inlines};

use super::braces::{Scanned, Stretch, stretches};
use super::references;
use super::{Rujukan, Wanted};
use crate::context::Context;
use crate::error::ReportError;

pub(super) struct Expansion<'e, 'a> {
    pub(super) context: &'e Context<'a>,
    pub(super) scanned: &'e Scanned,
    pub(super) file: String,
    pub(super) rujukan: &'e mut Rujukan,
    pub(super) errors: &'e mut Vec<ReportError>,
}

impl Expansion<'_, '_> {
    pub(super) fn fail(&mut self, line: usize, message: String) {
        self.errors.push(ReportError { file: self.file.clone(), line, message });
    }

    /// Replaces the placeholders in `raw`.
    pub(super) fn expand(&mut self, raw: Inlines) -> Inlines {
        let mut expanded = Vec::new();
        for it in raw {
            match it {
                Inline::Text(text) => {
                    for stretch in stretches(&text) {
                        match stretch {
                            Stretch::Text(text) => push_text(&mut expanded, text),
                            Stretch::Call(call) => expanded.extend(self.call(call)),
                        }
                    }
                }
                Inline::Strong(inner) => expanded.push(Inline::Strong(self.expand(inner))),
                Inline::Emphasis(inner) => expanded.push(Inline::Emphasis(self.expand(inner))),
                other => expanded.push(other),
            }
        }
        expanded
    }

    /// The call that `raw` consists of, when it is one of parts: `{isi …}`.
    pub(super) fn isi(&self, raw: &[Inline]) -> Option<Wanted> {
        let [Inline::Text(text)] = raw else { return None };
        let [Stretch::Call(call)] = stretches(text)[..] else { return None };
        let wanted = self.wanted(call);
        (wanted.words.first().is_some_and(|it| it == "isi")).then_some(wanted)
    }

    fn wanted(&self, call: usize) -> Wanted {
        let call = &self.scanned.calls[call];
        Wanted { words: call.words.clone(), file: self.file.clone(), line: call.line }
    }

    fn call(&mut self, call: usize) -> Inlines {
        let wanted = self.wanted(call);
        let words: Vec<&str> = wanted.words.iter().map(String::as_str).collect();
        let line = wanted.line;
        match words[..] {
            [] => self.fail(line, "rujukan kosong. Isi, atau tulis «\\{\\}».".to_owned()),
            ["isi", ..] => self.fail(
                line,
                "«isi» harus berdiri sendiri sebagai satu paragraf. Beri baris kosong di atas dan \
                 di bawahnya."
                    .to_owned(),
            ),
            ["rujuk"] => self.fail(line, "«rujuk» memerlukan nama bagian.".to_owned()),
            ["rujuk", ..] => {
                let wanted = Wanted { words: wanted.words[1..].to_vec(), ..wanted };
                return vec![self.rujukan.push(wanted)];
            }
            [name, ref args @ ..] => match references::resolve(self.context, name, args) {
                Ok(inlines) => return inlines,
                Err(message) => self.fail(line, message),
            },
        }
        Vec::new()
    }
}

/// Adds letters to the text before them, if there is one.
pub(super) fn push_text(inlines: &mut Inlines, text: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(before)) => before.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}
