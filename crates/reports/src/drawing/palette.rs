//! The colours of the drawings: named tokens, each with its value on light and on dark ground.
//!
//! A drawing writes the light value into its `fill` and `stroke` attributes, which is what paper and
//! DOCX show. Attributes yield to style sheets, so a page turns a drawing dark with [`dark_css`].

use std::fmt::Write as _;

use selaras_domain::dokumen::Tone;

/// Name of a colour by its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// The ground that a drawing stands on.
    Paper,
    /// Bands and quiet boxes.
    Raised,
    /// Hairlines: decoration only.
    Line,
    /// Borders of boxes, connectors.
    Edge,
    Ink,
    /// Secondary text.
    Soft,
    Accent,
    Good,
    Near,
    Bad,
    Over,
    None,
}

impl Token {
    pub const ALL: [Token; 12] = [
        Token::Paper,
        Token::Raised,
        Token::Line,
        Token::Edge,
        Token::Ink,
        Token::Soft,
        Token::Accent,
        Token::Good,
        Token::Near,
        Token::Bad,
        Token::Over,
        Token::None,
    ];

    /// On paper and on light pages.
    pub fn light(self) -> &'static str {
        match self {
            Token::Paper => "#FFFFFF",
            Token::Raised => "#EFEDE8",
            Token::Line => "#D6D2C9",
            Token::Edge => "#80868C",
            Token::Ink => "#1C2328",
            Token::Soft => "#545C63",
            Token::Accent => "#0F5C64",
            Token::Good => "#1F6F43",
            Token::Near => "#8A5A00",
            Token::Bad => "#A8261D",
            Token::Over => "#2A4F9E",
            Token::None => "#5A6169",
        }
    }

    /// On dark pages.
    pub fn dark(self) -> &'static str {
        match self {
            Token::Paper => "#1B2024",
            Token::Raised => "#242A2F",
            Token::Line => "#3A4249",
            Token::Edge => "#747D84",
            Token::Ink => "#E8E9E6",
            Token::Soft => "#A5ADB3",
            Token::Accent => "#6CC3C9",
            Token::Good => "#7CCB9C",
            Token::Near => "#E0B25C",
            Token::Bad => "#F0938A",
            Token::Over => "#9DB8F2",
            Token::None => "#A5ADB3",
        }
    }
}

impl From<Tone> for Token {
    fn from(tone: Tone) -> Token {
        match tone {
            Tone::Plain => Token::Ink,
            Tone::Good => Token::Good,
            Tone::Near => Token::Near,
            Tone::Bad => Token::Bad,
            Tone::Over => Token::Over,
            Tone::Faint => Token::None,
        }
    }
}

/// Rules that recolour the drawings under `scope` for dark ground: `.gambar [fill="#1C2328"]{…}`.
/// The page puts them into its own media query or theme selector.
pub fn dark_css(scope: &str) -> String {
    let mut css = String::new();
    for token in Token::ALL {
        let (light, dark) = (token.light(), token.dark());
        for property in ["fill", "stroke"] {
            writeln!(css, "{scope} [{property}=\"{light}\"]{{{property}:{dark}}}")
                .expect("writing to a String does not fail");
        }
    }
    css
}
