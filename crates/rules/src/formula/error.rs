//! What can be wrong with a formula: said in Indonesian, with the place in its text.

use std::fmt;
use std::ops::Range;

use super::parse::{MAX_BYTES, MAX_DEPTH};
use super::tree::{Aggregate, Function};

/// One fault of a formula. Its `Display` says what is wrong and what to do;
/// [`FormulaError::pointed`] shows where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct FormulaError {
    kind: FormulaErrorKind,
    span: Range<usize>,
}

/// The kinds of fault. Texts in the fields are as the user wrote them, `meant` is a proposal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormulaErrorKind {
    #[error("rumus kosong: tulis misalnya `selesai / usulan * 100`")]
    Empty,
    /// `bytes` of the text or of its canonical form.
    #[error(
        "rumus terlalu panjang: {bytes} byte, paling banyak {MAX_BYTES}; sederhanakan rumusnya"
    )]
    TooLong { bytes: usize },
    #[error("rumus bersarang lebih dari {MAX_DEPTH} tingkat; kurangi kurung yang tidak perlu")]
    TooDeep,
    #[error("rumus berakhir terlalu awal: di sini diharapkan {expected}")]
    UnexpectedEnd { expected: Expected },
    #[error(
        "{} tidak dapat berada di sini: diharapkan {expected}{}", shown(.found), advice(.found)
    )]
    Unexpected { found: String, expected: Expected },
    #[error("kurung `(` ini tidak ditutup: tambahkan `)`")]
    UnclosedParenthesis,
    #[error("tanda kutip ini tidak ditutup pada baris yang sama: tambahkan `\"`")]
    UnclosedText,
    /// A comma between two digits: a decimal or two arguments, nobody can tell.
    #[error("{}", decimal_comma(.written))]
    DecimalComma { written: String },
    /// Points that a reader of Indonesian takes for separators of thousands.
    #[error("{}", thousands_point(.written))]
    ThousandsPoint { written: String },
    #[error("angka {} terlalu panjang: paling banyak 28 digit", shown(.written))]
    NumberTooLong { written: String },
    #[error(
        "{} bukan angka dan bukan nama: angka ditulis seperti `93.5`, nama diawali huruf",
        shown(.written)
    )]
    MalformedNumber { written: String },
    #[error("nama {} memakai huruf besar: tulis {}", shown(.written), shown(.meant))]
    NameWithCapitals { written: String, meant: String },
    #[error(
        "fungsi {} tidak dikenal{}", shown(.name),
        proposal(.meant, "fungsi yang ada: `jumlah`, `cacah`, `min`, `maks`, `rata`")
    )]
    UnknownFunction { name: String, meant: Option<String> },
    #[error("fungsi `{function}` diberi {found} argumen, padahal memerlukan {}", needed(.function))]
    WrongArity { function: &'static str, found: usize },
    /// `jumlah(a + b)`: the function reads a register, not values.
    #[error(
        "argumen pertama `{}` adalah nama satu register; variabel dijumlahkan dengan tanda `+`",
        .aggregate.word()
    )]
    NotARegister { aggregate: Aggregate },
    #[error(
        "argumen kedua `{0}` adalah keadaan di antara tanda kutip, \
         misalnya `{0}(layanan, \"tepat_waktu\")`", .aggregate.word()
    )]
    NotAState { aggregate: Aggregate },
    #[error(
        "variabel {} tidak dikenal{}", shown(.name),
        proposal(.meant, "perbaiki namanya, atau daftarkan sebagai variabel")
    )]
    UnknownVariable { name: String, meant: Option<String> },
    #[error("variabel {} belum bernilai: isi nilainya untuk periode ini", shown(.name))]
    AbsentVariable { name: String },
    #[error(
        "register {} tidak dikenal{}", shown(.name),
        proposal(.meant, "perbaiki namanya, atau daftarkan sebagai register")
    )]
    UnknownRegister { name: String, meant: Option<String> },
    #[error(
        "register {} tidak mengenal keadaan {}{}", shown(.register), shown(.state),
        proposal(.meant, "perbaiki keadaannya, atau daftarkan pada register itu")
    )]
    UnknownState { register: String, state: String, meant: Option<String> },
    #[error("register {} belum lengkap: isi catatannya untuk periode ini", shown(.name))]
    AbsentRegister { name: String },
    /// `divisor` is the canonical text of what was zero.
    #[error(
        "pembagi {} bernilai nol, sehingga hasilnya tidak ada: periksa nilai pembagi itu",
        shown(.divisor)
    )]
    DivisionByZero { divisor: String },
}

/// What could stand where something else was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Operand,
    Register,
    State,
    Operator,
    OperatorOrClose,
    OperatorCommaOrClose,
    CommaOrClose,
    Close,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Operand => "angka, nama, fungsi atau `(`",
            Expected::Register => "nama register",
            Expected::State => "keadaan di antara tanda kutip",
            Expected::Operator => "tanda `+`, `-`, `*` atau `/`",
            Expected::OperatorOrClose => "tanda hitung atau `)`",
            Expected::OperatorCommaOrClose => "tanda hitung, `,` atau `)`",
            Expected::CommaOrClose => "`,` atau `)`",
            Expected::Close => "`)`",
        })
    }
}

impl FormulaError {
    pub(super) fn new(kind: FormulaErrorKind, span: Range<usize>) -> FormulaError {
        FormulaError { kind, span }
    }

    pub fn kind(&self) -> &FormulaErrorKind {
        &self.kind
    }

    /// The faulty part of the text, in bytes; empty where something is missing.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The line of `text` with the fault, and a second line with carets under it:
    ///
    /// ```text
    /// selesai / usuln * 100
    ///           ^^^^^
    /// ```
    ///
    /// `text` is the one that was parsed. Of a long line only the surroundings are shown.
    pub fn pointed(&self, text: &str) -> String {
        const BEFORE: usize = 48;
        const AFTER: usize = 72;
        let start = text.floor_char_boundary(self.span.start);
        let end = text.floor_char_boundary(self.span.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |it| it + 1);
        let line = text[line_start..].split('\n').next().unwrap_or_default();
        let n_before = text[line_start..start].chars().count();
        let n_marked = text[start..end].split('\n').next().unwrap_or_default().chars().count();

        let n_skipped = n_before.saturating_sub(BEFORE);
        let mut shown: String = line.chars().skip(n_skipped).take(BEFORE + AFTER).collect();
        // One column for each character, or the carets point elsewhere.
        shown = shown.replace(char::is_control, " ").trim_end().to_owned();
        let head = if n_skipped > 0 { "…" } else { "" };
        let tail = if line.chars().count() > n_skipped + BEFORE + AFTER { "…" } else { "" };
        let indent = " ".repeat(head.chars().count() + n_before - n_skipped);
        let carets = "^".repeat(n_marked.clamp(1, AFTER));
        format!("{head}{shown}{tail}\n{indent}{carets}")
    }
}

impl FormulaErrorKind {
    /// A short stable name, for tables of cases and for programs.
    pub fn name(&self) -> &'static str {
        match self {
            FormulaErrorKind::Empty => "empty",
            FormulaErrorKind::TooLong { .. } => "too-long",
            FormulaErrorKind::TooDeep => "too-deep",
            FormulaErrorKind::UnexpectedEnd { .. } => "unexpected-end",
            FormulaErrorKind::Unexpected { .. } => "unexpected",
            FormulaErrorKind::UnclosedParenthesis => "unclosed-parenthesis",
            FormulaErrorKind::UnclosedText => "unclosed-text",
            FormulaErrorKind::DecimalComma { .. } => "decimal-comma",
            FormulaErrorKind::ThousandsPoint { .. } => "thousands-point",
            FormulaErrorKind::NumberTooLong { .. } => "number-too-long",
            FormulaErrorKind::MalformedNumber { .. } => "malformed-number",
            FormulaErrorKind::NameWithCapitals { .. } => "name-with-capitals",
            FormulaErrorKind::UnknownFunction { .. } => "unknown-function",
            FormulaErrorKind::WrongArity { .. } => "wrong-arity",
            FormulaErrorKind::NotARegister { .. } => "not-a-register",
            FormulaErrorKind::NotAState { .. } => "not-a-state",
            FormulaErrorKind::UnknownVariable { .. } => "unknown-variable",
            FormulaErrorKind::AbsentVariable { .. } => "absent-variable",
            FormulaErrorKind::UnknownRegister { .. } => "unknown-register",
            FormulaErrorKind::UnknownState { .. } => "unknown-state",
            FormulaErrorKind::AbsentRegister { .. } => "absent-register",
            FormulaErrorKind::DivisionByZero { .. } => "division-by-zero",
        }
    }
}

/// The name that was probably meant: the nearest by edit distance, if it is near at all.
pub(super) fn closest(written: &str, names: &[&str]) -> Option<String> {
    let n_chars = written.chars().count();
    let farthest = (n_chars / 3).max(1);
    names
        .iter()
        // The difference in length is a lower bound that costs nothing.
        .filter(|name| name.chars().count().abs_diff(n_chars) <= farthest)
        .map(|name| (strsim::osa_distance(written, name), *name))
        .filter(|(distance, _)| *distance <= farthest)
        .min()
        .map(|(_, name)| name.to_owned())
}

/// The function that was probably meant; the words of spreadsheets are known.
pub(super) fn closest_function(written: &str) -> Option<String> {
    let meant = match written {
        "sum" | "total" => "jumlah",
        "count" | "hitung" | "banyak" => "cacah",
        "max" | "maksimum" | "maksimal" => "maks",
        "minimum" | "minimal" => "min",
        "average" | "avg" | "mean" | "rerata" | "rata_rata" => "rata",
        _ => return closest(written, &Function::ALL.map(Function::word)),
    };
    Some(meant.to_owned())
}

/// A user's text between backticks, short enough for a message.
fn shown(text: &str) -> String {
    const MAX_CHARS: usize = 40;
    let plain = text.replace(char::is_control, " ");
    if plain.chars().count() <= MAX_CHARS {
        format!("`{plain}`")
    } else {
        format!("`{}…`", plain.chars().take(MAX_CHARS).collect::<String>())
    }
}

fn proposal(meant: &Option<String>, otherwise: &str) -> String {
    match meant {
        Some(name) => format!("; maksud Anda {}?", shown(name)),
        None => format!("; {otherwise}"),
    }
}

/// What to write in the place of signs that people take from elsewhere.
fn advice(found: &str) -> &'static str {
    match found {
        "%" => "; kalikan dengan 100, tanpa tanda persen",
        "x" | "X" | "×" | "·" | "•" | "∙" => "; tanda kali adalah `*`",
        ":" | "÷" => "; tanda bagi adalah `/`",
        "−" | "–" | "—" => "; tanda kurang adalah `-`",
        "^" => "; pangkat tidak ada",
        "=" => "; tulis hanya sisi kanan persamaan",
        "[" | "]" | "{" | "}" => "; kurung ditulis `(` dan `)`",
        ";" => "; argumen dipisahkan dengan koma",
        "," => "; koma hanya memisahkan argumen fungsi, dan tanda desimal adalah titik",
        "“" | "”" | "‘" | "’" | "'" => "; tanda kutip adalah `\"`",
        "\"" => "; teks hanya untuk keadaan register: `cacah(layanan, \"tepat_waktu\")`",
        "." => "; angka desimal ditulis dengan nol di depan: `0.5`",
        "\u{200b}" | "\u{200c}" | "\u{200d}" | "\u{feff}" => "; hapus huruf tak terlihat di sini",
        _ => "",
    }
}

fn decimal_comma(written: &str) -> String {
    let spaced = written.replace(',', ", ");
    if written.matches(',').count() > 1 {
        return format!(
            "koma di antara angka pada {}: argumen dipisahkan dengan koma dan spasi ({}), dan \
             tanda desimal adalah titik",
            shown(written),
            shown(&spaced)
        );
    }
    let decimal = written.replace('.', "").replace(',', ".");
    format!(
        "koma pada {}: tanda desimal dalam rumus adalah titik, tulis {}; dua argumen ditulis {}",
        shown(written),
        shown(&decimal),
        shown(&spaced)
    )
}

fn thousands_point(written: &str) -> String {
    let integer = written.replace('.', "");
    let advice = format!(
        "{} tampak sebagai ribuan, padahal titik dalam rumus adalah tanda desimal: tulis {}",
        shown(written),
        shown(&integer)
    );
    if written.matches('.').count() > 1 {
        return advice;
    }
    let decimal = written.trim_end_matches('0').trim_end_matches('.');
    format!("{advice} atau, bila bukan ribuan, {}", shown(decimal))
}

fn needed(function: &str) -> &'static str {
    match function {
        "jumlah" | "cacah" => "satu register dan, bila perlu, satu keadaan",
        _ => "sekurang-kurangnya dua",
    }
}
