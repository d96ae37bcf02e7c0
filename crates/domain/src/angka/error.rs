//! Why a text is not taken for a number, said to the person who typed it.

/// Why a text is not taken for a number. Its `Display` is the sentence for the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct ParseError {
    /// The offending part, as typed; only the beginning of it when it is [`Problem::TooLong`].
    pub text: String,
    /// Where the offending part begins: bytes from the start of the field.
    pub position: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with the offending part of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no digit at all.
    Empty,
    /// It is longer than any number.
    TooLong,
    /// It is written in another notation; `readings` are the ways to write what it may mean.
    Ambiguous { readings: Vec<String> },
    /// It is not part of a number.
    UnexpectedCharacter,
    /// Points, commas and digits stand in an order that no notation has, as in `12.34.567`.
    Malformed,
    /// It is a second sign, as in `(−5)`.
    SecondSign,
    /// It is a parenthesis without its partner.
    Unbalanced,
    /// It has more digits than Selaras computes with.
    OutOfRange,
    /// It is an amount of rupiah with sen.
    NotWhole,
}

impl ParseError {
    fn sentence(&self) -> String {
        let text = &self.text;
        match &self.problem {
            Problem::Empty => "Tidak ada angka di sini. Isi angkanya, atau kosongkan bila datanya \
                               memang tidak ada."
                .to_owned(),
            Problem::TooLong => format!(
                "Isian yang diawali {text} terlalu panjang untuk sebuah angka. Periksa isian ini."
            ),
            Problem::Ambiguous { readings } => {
                let choice = readings.join(" atau ");
                format!("Apakah {text} berarti {choice}? Tulis {choice}.")
            }
            Problem::UnexpectedCharacter => {
                format!("{text} bukan bagian dari angka. Hapus {text} atau perbaiki angkanya.")
            }
            Problem::Malformed => format!(
                "{text} bukan susunan angka yang dikenal: titik, koma, atau spasi ada di tempat \
                 yang keliru. Periksa angkanya, lalu perbaiki."
            ),
            Problem::SecondSign => {
                format!("Tanda {text} berlebih: angka ini sudah bertanda. Tulis satu tanda saja.")
            }
            Problem::Unbalanced => {
                format!(
                    "Tanda kurung {text} tidak berpasangan. Tulis nilai negatif seperti −1.430."
                )
            }
            Problem::OutOfRange => {
                format!("{text} melampaui angka terbesar yang dapat dihitung. Periksa angkanya.")
            }
            Problem::NotWhole => {
                format!("{text} bukan rupiah utuh. Tulis jumlahnya tanpa sen, misalnya 1.430.")
            }
        }
    }
}
