//! Text of a document as a string of Typst code, so that no letter of it is ever markup.

/// Appends `text` as a string literal with its quotes.
///
/// Control characters, which no font draws and no report means, become spaces.
pub(crate) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if is_control(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Separators of lines and paragraphs, byte order marks and the like would be drawn or break
/// the line where the tree does not say so.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(c as u32 & 0xFFFE, 0xFFFE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use typst::syntax::{ast, parse_code};

    use super::*;

    /// What Typst understands of the literal, which must be all there is.
    fn read(literal: &str) -> Option<String> {
        let root = parse_code(literal);
        if !root.errors_and_warnings().0.is_empty() {
            return None;
        }
        let code = root.cast::<ast::Code>()?;
        let mut expressions = code.exprs();
        match (expressions.next()?, expressions.next()) {
            (ast::Expr::Str(string), None) => Some(string.get().to_string()),
            _ => None,
        }
    }

    proptest! {
        #[test]
        fn arbitrary_text_comes_back_as_itself(text in any::<String>()) {
            let mut literal = String::new();
            push_string(&mut literal, &text);
            let expected: String =
                text.chars().map(|c| if is_control(c) { ' ' } else { c }).collect();
            prop_assert_eq!(read(&literal), Some(expected));
        }

        #[test]
        fn markup_and_code_stay_text(text in r##"[\\"#$*_`<>@=\[\](){}~/-]{0,40}"##) {
            let mut literal = String::new();
            push_string(&mut literal, &text);
            prop_assert_eq!(read(&literal), Some(text));
        }
    }
}
