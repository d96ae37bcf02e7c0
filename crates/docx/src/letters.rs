//! How wide text is in Calibri, the type of the tables, so that columns get their widths here.
//!
//! Advance widths in units of 1/2048 em, of Carlito, which has the very widths of Calibri. What is
//! not in the tables counts as a full em, which is never less than it needs.

use crate::paper::Twips;

/// Weight of the type that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Type is measured in half points, as Word does.
pub(crate) type HalfPoints = u32;

const UNITS_PER_EM: u32 = 2048;

/// From the space to `~`.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114,
    1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941,
    998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019,
    625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714, 801, 686, 1076, 925, 1464,
    887, 927, 809, 644, 943, 644, 1020,
];

/// From the space to `~`.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    463, 667, 898, 1020, 1038, 1493, 1443, 478, 638, 638, 1020, 1020, 528, 627, 547, 880, 1038, 1038,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565, 565, 1020, 1020, 1020, 949, 1840, 1241, 1148,
    1084, 1291, 999, 940, 1305, 1292, 546, 678, 1120, 866, 1790, 1349, 1385, 1090, 1405, 1153, 968,
    1014, 1337, 1211, 1856, 1128, 1064, 979, 665, 880, 665, 1020, 1020, 615, 1011, 1099, 857, 1099,
    1031, 648, 971, 1099, 503, 523, 983, 503, 1666, 1099, 1101, 1099, 1099, 728, 817, 710, 1099, 969,
    1526, 941, 970, 814, 704, 973, 704, 1020,
];

fn advance(letter: char, weight: Weight) -> u32 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    match letter {
        ' '..='~' => u32::from(table[letter as usize - 0x20]),
        '\u{00A0}' => u32::from(table[0]),
        '\u{200B}' | '\u{00AD}' => 0,
        '·' | '‘' | '’' => 548,
        '–' | '−' | '×' | '÷' | '•' | '≤' | '≥' | 'é' => 1031,
        '“' | '”' => 891,
        _ => UNITS_PER_EM,
    }
}

/// Width of a run of text, rounded up.
pub(crate) fn width(text: &str, weight: Weight, size: HalfPoints) -> Twips {
    let units: u64 = text.chars().map(|c| u64::from(advance(c, weight))).sum();
    // Half a point is ten twips.
    let twips = (units * u64::from(size) * 10).div_ceil(u64::from(UNITS_PER_EM));
    Twips::try_from(twips).unwrap_or(Twips::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_share_one_width_and_bold_is_wider() {
        assert_eq!(width("1111", Weight::Regular, 19), width("8888", Weight::Bold, 19));
        assert!(width("Sasaran", Weight::Bold, 19) > width("Sasaran", Weight::Regular, 19));
    }

    #[test]
    fn width_follows_the_font() {
        // A digit of Calibri is 1038 of 2048 units: 0.507 em, of ten points 5.07 points.
        assert_eq!(width("0", Weight::Regular, 20), 102);
    }
}
