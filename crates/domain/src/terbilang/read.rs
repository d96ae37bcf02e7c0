//! Reading numbers in words back, word by word, to check them against the figure beside them.

use rust_decimal::Decimal;

use super::{DIGITS, SCALES, nearest};

/// Enough for any number in words; a longer text is something else.
const LENGTH_MAX: usize = 1000;

/// The number that `words` say.
///
/// Capitals and the amount of space do not matter, and `rupiah` may follow. `satu ratus`,
/// `satu ribu` and `sejuta` are understood although [`write`](super::write) never writes them.
///
/// ```
/// use rust_decimal::dec;
/// use selaras_domain::terbilang;
///
/// assert_eq!(terbilang::read("Dua ratus  tujuh puluh sembilan"), Ok(dec!(279)));
/// assert_eq!(terbilang::read("nol koma enam delapan"), Ok(dec!(0.68)));
///
/// let error = terbilang::read("sepuluh milyar").unwrap_err();
/// assert_eq!(error.position, 8);
/// assert_eq!(error.to_string(), "Kata “milyar” tidak dikenal. Apakah maksudnya “miliar”?");
/// ```
///
/// # Errors
/// When a word is unknown or cannot stand where it stands, when the number ends too early, or when
/// it has more digits than a [`Decimal`] holds.
pub fn read(words: &str) -> Result<Decimal, ReadError> {
    Reader::new(words)?.number()
}

/// The whole rupiah that `words` say, with or without the word `rupiah`.
///
/// # Errors
/// As [`read`], and when there is a `koma` or the amount does not fit an `i64`.
pub fn read_rupiah(words: &str) -> Result<i64, ReadError> {
    let mut reader = Reader::new(words)?;
    let value = reader.number()?;
    if let Some(koma) = reader.tokens.iter().position(|it| it.word == Word::Koma) {
        reader.next = koma;
        return Err(reader.error(Problem::NotWhole));
    }
    i64::try_from(value.mantissa()).map_err(|_| reader.error_all(Problem::OutOfRange))
}

/// Why words are not taken for a number. Its `Display` is the sentence for their writer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct ReadError {
    /// The offending word, as written; empty where a word is missing.
    pub word: String,
    /// Where it begins: bytes from the start of the text.
    pub position: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with the offending word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no word of a number; `suggestion` is what was probably meant.
    UnknownWord { suggestion: Option<String> },
    /// It is a word of a number, in the wrong place: `puluh seratus`.
    UnexpectedWord,
    /// The number ends where a word must follow, or has no word at all.
    Incomplete,
    /// The text is longer than any number in words.
    TooLong,
    /// The number has more digits than Selaras computes with.
    OutOfRange,
    /// An amount of rupiah has decimals.
    NotWhole,
}

impl ReadError {
    fn sentence(&self) -> String {
        let word = &self.word;
        match &self.problem {
            Problem::UnknownWord { suggestion: Some(suggestion) } => {
                format!("Kata “{word}” tidak dikenal. Apakah maksudnya “{suggestion}”?")
            }
            Problem::UnknownWord { suggestion: None } => {
                format!("Kata “{word}” bukan kata bilangan. Hapus atau perbaiki kata itu.")
            }
            Problem::UnexpectedWord => {
                format!("Kata “{word}” tidak dapat berdiri di tempat ini. Periksa urutan katanya.")
            }
            Problem::Incomplete => "Bilangan ini belum selesai. Lengkapi kata-katanya.".to_owned(),
            Problem::TooLong => "Teks ini terlalu panjang untuk sebuah bilangan. Sisakan \
                                 bilangannya saja."
                .to_owned(),
            Problem::OutOfRange => "Bilangan ini melampaui angka terbesar yang dapat dihitung. \
                                    Periksa bilangannya."
                .to_owned(),
            Problem::NotWhole => {
                format!("Rupiah ditulis utuh. Hapus kata “{word}” dan angka sesudahnya.")
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Minus,
    /// Zero to nine.
    Digit(u8),
    /// `sepuluh` and `sebelas`.
    Ten(u8),
    Belas,
    Puluh,
    Ratus,
    Seratus,
    /// A power of thousand: `ribu` is 1.
    Scale(u32),
    /// The same with the one in it: `seribu`, `sejuta`.
    OneScale(u32),
    Koma,
    Rupiah,
}

/// The words that are neither digits nor scales.
const OTHER_WORDS: [(&str, Word); 11] = [
    ("minus", Word::Minus),
    ("sepuluh", Word::Ten(10)),
    ("sebelas", Word::Ten(11)),
    ("belas", Word::Belas),
    ("puluh", Word::Puluh),
    ("ratus", Word::Ratus),
    ("seratus", Word::Seratus),
    ("seribu", Word::OneScale(1)),
    ("sejuta", Word::OneScale(2)),
    ("koma", Word::Koma),
    ("rupiah", Word::Rupiah),
];

impl Word {
    fn all() -> impl Iterator<Item = (&'static str, Word)> {
        let digits = DIGITS.into_iter().zip((0..).map(Word::Digit));
        let scales = SCALES.into_iter().zip((1..).map(Word::Scale));
        digits.chain(scales).chain(OTHER_WORDS)
    }

    fn parse(word: &str) -> Result<Word, Problem> {
        let lower = word.to_lowercase();
        if let Some((_, known)) = Word::all().find(|(name, _)| *name == lower) {
            return Ok(known);
        }
        let names = || Word::all().map(|(name, _)| name);
        let joined = || {
            let (first, second) = names().find_map(|it| Some((it, lower.strip_prefix(it)?)))?;
            names().find(|it| *it == second).map(|it| format!("{first} {it}"))
        };
        let suggestion = joined().or_else(|| nearest(&lower, names()).map(str::to_owned));
        Err(Problem::UnknownWord { suggestion })
    }
}

struct Token<'a> {
    text: &'a str,
    position: usize,
    word: Word,
}

/// A recursive descent over the words; `next` is the one to be looked at.
struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    next: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Result<Reader<'a>, ReadError> {
        if text.len() > LENGTH_MAX {
            return Err(ReadError { word: String::new(), position: 0, problem: Problem::TooLong });
        }
        let mut tokens = Vec::new();
        for part in text.split_whitespace() {
            let position = part.as_ptr().addr() - text.as_ptr().addr();
            let word = Word::parse(part).map_err(|problem| ReadError {
                word: part.to_owned(),
                position,
                problem,
            })?;
            tokens.push(Token { text: part, position, word });
        }
        Ok(Reader { text, tokens, next: 0 })
    }

    fn number(&mut self) -> Result<Decimal, ReadError> {
        let is_negative = self.eat(Word::Minus);
        let mut mantissa = self.whole()?;
        let mut scale = 0;
        if self.eat(Word::Koma) {
            while let Some(Word::Digit(digit)) = self.peek(0) {
                let longer = mantissa.checked_mul(10).and_then(|it| it.checked_add(digit.into()));
                mantissa = longer.ok_or_else(|| self.error_all(Problem::OutOfRange))?;
                scale += 1;
                self.next += 1;
            }
            if scale == 0 {
                return Err(self.error_here());
            }
        }
        self.eat(Word::Rupiah);
        if self.next < self.tokens.len() {
            return Err(self.error_here());
        }
        let signed = if is_negative { -mantissa } else { mantissa };
        Decimal::try_from_i128_with_scale(signed, scale)
            .map_err(|_| self.error_all(Problem::OutOfRange))
    }

    /// `nol`, or groups of up to 999 with falling scales. The largest scale keeps it below 10³⁰.
    fn whole(&mut self) -> Result<i128, ReadError> {
        if self.eat(Word::Digit(0)) {
            return Ok(0);
        }
        let start = self.next;
        let mut total = 0;
        let mut scale_limit = u32::MAX;
        while scale_limit > 0 {
            let (group, scale) = if let Some(Word::OneScale(scale)) = self.peek(0) {
                (1, scale)
            } else if let Some(group) = self.group() {
                match self.peek(0) {
                    Some(Word::Scale(scale)) => (group, scale),
                    _ => {
                        total += group;
                        break;
                    }
                }
            } else {
                break;
            };
            if scale >= scale_limit {
                return Err(self.error_here());
            }
            total += group * 1000_i128.pow(scale);
            scale_limit = scale;
            self.next += 1;
        }
        if self.next == start { Err(self.error_here()) } else { Ok(total) }
    }

    /// 1 to 999.
    fn group(&mut self) -> Option<i128> {
        let hundreds = match (self.peek(0), self.peek(1)) {
            (Some(Word::Seratus), _) => self.take(1, 100),
            (Some(Word::Digit(digit @ 1..)), Some(Word::Ratus)) => {
                self.take(2, 100 * i128::from(digit))
            }
            _ => 0,
        };
        let rest = match (self.peek(0), self.peek(1)) {
            (Some(Word::Ten(value)), _) => self.take(1, value.into()),
            (Some(Word::Digit(digit @ 2..)), Some(Word::Belas)) => {
                self.take(2, 10 + i128::from(digit))
            }
            (Some(Word::Digit(digit @ 2..)), Some(Word::Puluh)) => {
                let tens = self.take(2, 10 * i128::from(digit));
                match self.peek(0) {
                    Some(Word::Digit(digit @ 1..)) => self.take(1, tens + i128::from(digit)),
                    _ => tens,
                }
            }
            (Some(Word::Digit(digit @ 1..)), _) => self.take(1, digit.into()),
            _ => 0,
        };
        Some(hundreds + rest).filter(|it| *it > 0)
    }

    fn peek(&self, ahead: usize) -> Option<Word> {
        self.tokens.get(self.next + ahead).map(|it| it.word)
    }

    fn take(&mut self, n_words: usize, value: i128) -> i128 {
        self.next += n_words;
        value
    }

    fn eat(&mut self, word: Word) -> bool {
        let is_next = self.peek(0) == Some(word);
        self.next += usize::from(is_next);
        is_next
    }

    /// The next word cannot stand here, or is missing.
    fn error_here(&self) -> ReadError {
        let is_end = self.next >= self.tokens.len();
        self.error(if is_end { Problem::Incomplete } else { Problem::UnexpectedWord })
    }

    fn error(&self, problem: Problem) -> ReadError {
        let (word, position) = match self.tokens.get(self.next) {
            Some(token) => (token.text.to_owned(), token.position),
            None => (String::new(), self.text.len()),
        };
        ReadError { word, position, problem }
    }

    /// The number as a whole is at fault.
    fn error_all(&self, problem: Problem) -> ReadError {
        let position = self.tokens.first().map_or(0, |it| it.position);
        ReadError { word: self.text.trim().to_owned(), position, problem }
    }
}
