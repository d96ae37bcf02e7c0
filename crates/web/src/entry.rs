//! Forms as they are shown: fresh, or as they came back, with what was typed and what is wrong with it.

use maud::{Markup, html};

use crate::ask::{Ask, Fields};
use crate::widget::{self, count};

/// What is wrong with a form: the names of its fields, each with why. Without a name it is about the whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Errors(Vec<(String, String)>);

impl From<Vec<(String, String)>> for Errors {
    fn from(list: Vec<(String, String)>) -> Errors {
        Errors(list)
    }
}

impl Errors {
    pub(crate) fn one(field: &str, why: impl Into<String>) -> Errors {
        let mut errors = Errors::default();
        errors.add(field, why);
        errors
    }

    pub(crate) fn add(&mut self, field: &str, why: impl Into<String>) {
        self.0.push((field.to_owned(), why.into()));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it, a line each.
    pub(crate) fn words(&self) -> String {
        self.0.iter().map(|(_, why)| why.as_str()).collect::<Vec<_>>().join("\n")
    }

    fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(it, _)| it == field).map(|(_, why)| why.as_str())
    }
}

/// Why a text is not taken, where it has more letters than fit.
pub(crate) fn too_long(words: &str, text: &str, most: usize) -> Option<String> {
    let n = text.chars().count();
    let why = || {
        let (n, most) = (count(n), count(most));
        format!("{words}: {n} huruf; persingkat menjadi paling banyak {most}.")
    };
    (n > most).then(why)
}

/// A form on a page.
pub(crate) struct Entry<'a> {
    /// What was sent and what is wrong with it, where this is the form that came back.
    back: Option<(&'a Fields, &'a Errors)>,
    /// Tells its fields from those of other forms on the page.
    mark: String,
}

/// What the markup of a field says of it.
pub(crate) struct Field<'e> {
    pub(crate) id: String,
    pub(crate) name: &'e str,
    pub(crate) value: &'e str,
    pub(crate) invalid: Option<&'static str>,
    /// Where the reason stands.
    pub(crate) described: Option<String>,
}

impl Field<'_> {
    pub(crate) fn input(&self, kind: &str, is_required: bool) -> Markup {
        html! {
            input id=(self.id) type=(kind) name=(self.name) value=(self.value) required[is_required]
                aria-invalid=[self.invalid] aria-describedby=[&self.described];
        }
    }

    pub(crate) fn area(&self, rows: u8, is_required: bool) -> Markup {
        html! {
            textarea id=(self.id) name=(self.name) rows=(rows) required[is_required] aria-invalid=[self.invalid]
                aria-describedby=[&self.described] { (self.value) }
        }
    }

    /// One of several codes, each with its words.
    pub(crate) fn select<C: AsRef<str>, W: maud::Render>(
        &self,
        choices: impl IntoIterator<Item = (C, W)>,
    ) -> Markup {
        html! {
            select id=(self.id) name=(self.name) aria-invalid=[self.invalid] aria-describedby=[&self.described] {
                @for (code, words) in choices {
                    option value=(code.as_ref()) selected[code.as_ref() == self.value] { (words) }
                }
            }
        }
    }
}

impl<'a> Entry<'a> {
    /// A form that came back with errors where `is_back`, and a fresh one otherwise.
    pub(crate) fn new(ask: &'a Ask<'_>, errors: &'a Errors, is_back: bool) -> Entry<'a> {
        Entry {
            back: (is_back && !errors.is_empty()).then_some((&ask.form, errors)),
            mark: String::new(),
        }
    }

    /// With a mark in the ids of its fields.
    pub(crate) fn marked(self, mark: impl std::fmt::Display) -> Entry<'a> {
        Entry { mark: format!("{mark}-"), ..self }
    }

    pub(crate) fn is_back(&self) -> bool {
        self.back.is_some()
    }

    /// What stands in a field: what was typed there, or what it begins with.
    pub(crate) fn value<'v>(&'v self, name: &str, begins: &'v str) -> &'v str {
        match self.back {
            Some((sent, _)) => sent.raw(name).unwrap_or_default(),
            None => begins,
        }
    }

    fn why(&self, name: &str) -> Option<&str> {
        self.back.and_then(|(_, errors)| errors.of(name))
    }

    /// A field under its label, with the reason below it where it was refused.
    pub(crate) fn field(
        &self,
        name: &str,
        label: impl maud::Render,
        begins: &str,
        input: impl FnOnce(&Field<'_>) -> Markup,
    ) -> Markup {
        let why = self.why(name);
        let place = format!("{}{name}", self.mark);
        let field = Field {
            id: format!("f-{place}"),
            name,
            value: self.value(name, begins),
            invalid: why.map(|_| "true"),
            described: why.map(|_| format!("g-{place}")),
        };
        html! {
            div.bidang {
                label for=(field.id) { (label) }
                (input(&field))
                @if let Some(why) = why { p.bantuan id=[field.described.as_ref()] { span.galat-bidang { (why) } } }
            }
        }
    }

    /// All that is wrong, above the form.
    pub(crate) fn summary(&self) -> Markup {
        let Some((_, errors)) = self.back else { return html! {} };
        let place = |(field, why): &(String, String)| match field.as_str() {
            "" => (String::new(), why.clone()),
            field => (format!("{}{field}", self.mark), why.clone()),
        };
        widget::errors(&errors.0.iter().map(place).collect::<Vec<_>>())
    }
}
