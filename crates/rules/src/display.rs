//! A figure as people read it.

use rust_decimal::Decimal;
use selaras_domain::{Figure, angka};

/// What stands where a figure has no value.
pub const NONE: &str = "–";

/// How the note of a capaian begins that its floor or cap has changed: `dibatasi paling tinggi 150%`.
pub const LIMITED: &str = "dibatasi paling";

/// The figure with its unit at its declared precision: `85,8%`, `Rp10.070.867.140`, `118,0%`.
/// Units other than percent and rupiah stand in the head of a column and are not repeated.
pub fn display(figure: &Figure) -> String {
    shown(figure, angka::format)
}

/// The figure for a sentence, without needless zeros: `118%`.
pub fn display_trimmed(figure: &Figure) -> String {
    shown(figure, angka::format_trimmed)
}

fn shown(figure: &Figure, format: fn(Decimal) -> String) -> String {
    match (figure.value, &figure.teks) {
        (Some(value), _) => match figure.satuan.as_str() {
            "%" => format!("{}%", format(value)),
            // Rupiah are whole; a sum that does not fit is far beyond any budget.
            "rupiah" => match i64::try_from(value) {
                Ok(rupiah) => angka::format_rupiah(rupiah),
                Err(_) => format!("Rp{}", format(value)),
            },
            _ => format(value),
        },
        (None, Some(text)) => text.clone(),
        (None, None) => NONE.to_owned(),
    }
}
