//! How wide text is in Noto Sans, so that lines can be broken without loading a font.
//!
//! Advance widths in units of 1/2048 em, copied from the font; a test compares them with it. Kerning
//! is left out: it mostly pulls letters together, so the sum errs on the wide side. A letter that is
//! not in the tables counts as the widest of the font.

/// Weight of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// Height of capitals and figures, in thousandths of the type size.
pub(super) const CAP_HEIGHT: i32 = 714;

const UNITS_PER_EM: i64 = 2048;

/// From the space to `~`.
#[rustfmt::skip]
const REGULAR_ASCII: [u16; 95] = [
    532, 551, 836, 1323, 1171, 1702, 1499, 461, 614, 614, 1128, 1171, 549, 659,
    549, 762, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 549, 549,
    1171, 1171, 1171, 889, 1841, 1309, 1331, 1294, 1495, 1139, 1063, 1491, 1518, 694,
    559, 1268, 1073, 1858, 1556, 1599, 1239, 1599, 1274, 1124, 1139, 1497, 1229, 1905,
    1200, 1159, 1171, 674, 762, 674, 1171, 909, 1188, 1149, 1260, 983, 1260, 1155,
    705, 1260, 1266, 528, 528, 1094, 528, 1915, 1266, 1239, 1260, 1260, 846, 981,
    739, 1266, 1040, 1610, 1083, 1044, 963, 778, 1128, 778, 1171,
];

/// From the space to `~`.
#[rustfmt::skip]
const BOLD_ASCII: [u16; 95] = [
    532, 586, 967, 1323, 1171, 1845, 1536, 545, 694, 694, 1116, 1171, 584, 659,
    584, 846, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 1171, 584, 584,
    1171, 1171, 1171, 977, 1837, 1413, 1376, 1305, 1516, 1147, 1124, 1483, 1567, 797,
    678, 1360, 1157, 1931, 1665, 1630, 1286, 1630, 1352, 1128, 1186, 1548, 1331, 1980,
    1366, 1278, 1186, 678, 846, 678, 1171, 842, 1243, 1237, 1296, 1053, 1296, 1210,
    793, 1296, 1346, 625, 625, 1270, 625, 2011, 1346, 1268, 1296, 1296, 930, 1018,
    889, 1346, 1165, 1753, 1184, 1165, 999, 807, 1128, 807, 1171,
];

/// From U+00A0 to `ÿ`.
#[rustfmt::skip]
const REGULAR_LATIN: [u16; 96] = [
    532, 551, 1171, 1171, 1171, 1171, 1128, 1051, 1188, 1704, 731, 1042, 1171, 659,
    1704, 1024, 877, 1171, 717, 717, 1188, 1276, 1341, 549, 461, 717, 770, 1042,
    1618, 1618, 1618, 889, 1309, 1309, 1309, 1309, 1309, 1309, 1804, 1294, 1139, 1139,
    1139, 1139, 694, 694, 694, 694, 1495, 1556, 1599, 1599, 1599, 1599, 1599, 1171,
    1599, 1497, 1497, 1497, 1497, 1159, 1239, 1292, 1149, 1149, 1149, 1149, 1149, 1149,
    1769, 983, 1155, 1155, 1155, 1155, 528, 528, 528, 528, 1239, 1266, 1239, 1239,
    1239, 1239, 1239, 1171, 1239, 1266, 1266, 1266, 1266, 1044, 1260, 1044,
];

/// From U+00A0 to `ÿ`.
#[rustfmt::skip]
const BOLD_LATIN: [u16; 96] = [
    532, 586, 1171, 1171, 1171, 1171, 1128, 995, 1243, 1704, 784, 1260, 1171, 659,
    1704, 1024, 877, 1171, 776, 776, 1243, 1352, 1341, 584, 420, 776, 795, 1260,
    1804, 1804, 1804, 977, 1413, 1413, 1413, 1413, 1413, 1413, 1950, 1305, 1147, 1147,
    1147, 1147, 797, 797, 797, 797, 1516, 1665, 1630, 1630, 1630, 1630, 1630, 1171,
    1630, 1548, 1548, 1548, 1548, 1278, 1286, 1456, 1237, 1237, 1237, 1237, 1237, 1237,
    1878, 1053, 1210, 1210, 1210, 1210, 625, 625, 625, 625, 1268, 1346, 1268, 1268,
    1268, 1268, 1268, 1171, 1268, 1346, 1346, 1346, 1346, 1165, 1296, 1165,
];

/// Signs outside Latin-1: regular, bold.
const SIGNS: [(char, u16, u16); 12] = [
    ('–', 1024, 1024),
    ('—', 2048, 2048),
    ('‘', 358, 444),
    ('’', 358, 444),
    ('“', 735, 911),
    ('”', 735, 911),
    ('•', 770, 770),
    ('…', 1620, 1751),
    ('→', 2048, 2048),
    ('−', 1171, 1171),
    ('≤', 1171, 1171),
    ('≥', 1171, 1171),
];

const WIDEST_REGULAR: u16 = 2742;
const WIDEST_BOLD: u16 = 2994;

fn advance(letter: char, weight: Weight) -> u16 {
    let (ascii, latin, widest) = match weight {
        Weight::Regular => (&REGULAR_ASCII, &REGULAR_LATIN, WIDEST_REGULAR),
        Weight::Bold => (&BOLD_ASCII, &BOLD_LATIN, WIDEST_BOLD),
    };
    let code = letter as usize;
    match code {
        0x20..=0x7E => ascii[code - 0x20],
        0xA0..=0xFF => latin[code - 0xA0],
        _ => SIGNS.iter().find(|it| it.0 == letter).map_or(widest, |it| match weight {
            Weight::Regular => it.1,
            Weight::Bold => it.2,
        }),
    }
}

/// Width of `text` set at `size`, in the unit of `size`, rounded up.
pub fn text_width(text: &str, size: i32, weight: Weight) -> i32 {
    let units: i64 = text.chars().map(|it| i64::from(advance(it, weight))).sum();
    let scaled = units * i64::from(size);
    i32::try_from((scaled + UNITS_PER_EM - 1) / UNITS_PER_EM).unwrap_or(i32::MAX)
}
