//! Scales that the document prints: bands of values and the predicate of each.

use rust_decimal::Decimal;
use selaras_domain::{Batas, Exact, Id, SkalaId};
use selaras_rules::parameter;

use super::Ledger;
use crate::finding::{Code, Level};
use crate::number::{Entry, parse, plain};
use crate::table::View;
use crate::words::{squash, words};

const HOLES: Code = Code(102);

/// A scale, highest band first.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// The table that prints it; `None` for one of the law.
    pub(super) block: Option<usize>,
    pub(super) name: String,
    pub(super) bands: Vec<Band>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    pub(super) low: Option<Bound>,
    pub(super) high: Option<Bound>,
    /// Every name of the band: "AA", "Sangat Memuaskan".
    pub(super) labels: Vec<String>,
    /// The first of them as printed.
    pub(super) label: String,
    printed: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bound {
    pub(super) value: Exact,
    /// Whether the bound itself belongs to the band; `None` where the print leaves it open.
    pub(super) is_included: Option<bool>,
}

/// Every scale in the tables of a document, then those of the law.
pub(super) fn scales(views: &[View]) -> Vec<Scale> {
    let mut found: Vec<Scale> =
        views.iter().filter(|it| !it.is_turned).filter_map(scale_of).collect();
    for id in ["skala/permendagri-86-2017", "skala/akip", "skala/ikm", "skala/merit"] {
        let Some(law) = parameter::find(id) else { continue };
        let (Some(version), Ok(skala)) = (law.versions().last(), SkalaId::new("s")) else {
            continue;
        };
        let Some(bands) = version.bands() else { continue };
        let mut bands: Vec<Band> = bands
            .pita(&skala)
            .into_iter()
            .map(|it| Band {
                low: it.batas_bawah.map(|bound: Decimal| Bound {
                    value: bound.into(),
                    is_included: Some(it.batas == Batas::Inklusif),
                }),
                high: None,
                labels: vec![squash(&it.predikat)],
                label: it.predikat,
                printed: it.tertulis.unwrap_or_default(),
            })
            .collect();
        bands.sort_by_key(|it| std::cmp::Reverse(it.low.as_ref().map(|it| it.value.clone())));
        let name = match id {
            "skala/akip" => "predikat AKIP menurut PermenPANRB 88/2021",
            "skala/ikm" => "mutu pelayanan menurut PermenPANRB 14/2017",
            "skala/merit" => "kategori sistem merit",
            _ => "skala Permendagri 86/2017",
        };
        found.push(Scale { block: None, name: name.to_owned(), bands });
    }
    found.extend(by_words());
    found
}

/// What the words say by themselves: "Tercapai" from 100 percent on, "Melampaui" above.
fn by_words() -> [Scale; 2] {
    let band = |low: Option<(i64, bool)>, labels: &[&str]| Band {
        low: low.map(|(value, is_included)| Bound {
            value: Exact::integer(value),
            is_included: Some(is_included),
        }),
        high: None,
        labels: labels.iter().map(|it| squash(it)).collect(),
        label: labels.first().map(|it| (*it).to_owned()).unwrap_or_default(),
        printed: String::new(),
    };
    let missed =
        ["Tidak Tercapai", "Belum Tercapai", "Tidak Mencapai Target", "Belum Mencapai Target"];
    let below = ["Di Bawah Target", "Tidak Tercapai", "Belum Tercapai"];
    let scale = |bands: Vec<Band>| Scale {
        block: None,
        name: "arti katanya (100% ke atas tercapai)".to_owned(),
        bands,
    };
    [
        scale(vec![
            band(Some((100, true)), &["Tercapai", "Mencapai Target", "Terpenuhi"]),
            band(None, &missed),
        ]),
        scale(vec![
            band(
                Some((100, false)),
                &["Melampaui Target", "Melampaui", "Melebihi Target", "Terlampaui"],
            ),
            band(Some((100, true)), &["Sesuai Target", "Tercapai", "Mencapai Target"]),
            band(None, &below),
        ]),
    ]
}

/// Reads a table as a scale: in most rows one cell is an interval and another a short label.
fn scale_of(view: &View) -> Option<Scale> {
    let rows: Vec<usize> = view.data_rows().collect();
    if !(3..=10).contains(&rows.len()) || view.columns.len() < 2 {
        return None;
    }
    let width = view.columns.len();
    let intervals = |column: usize| {
        rows.iter().filter(|it| interval(&view.slot(**it, column).text).is_some()).count()
    };
    let column = (0..width).max_by_key(|it| intervals(*it))?;
    if intervals(column) < rows.len() || intervals(column) < 3 {
        return None;
    }
    let is_label = |column: usize| {
        rows.iter().all(|it| {
            let slot = view.slot(*it, column);
            matches!(slot.entry, Entry::Text)
                && words(&slot.text).len() <= 4
                && slot.text.chars().any(char::is_alphabetic)
                && interval(&slot.text).is_none()
        })
    };
    let labels: Vec<usize> = (0..width).filter(|it| *it != column && is_label(*it)).collect();
    let unique = |column: usize| {
        let mut all: Vec<String> =
            rows.iter().map(|it| squash(&view.slot(*it, column).text)).collect();
        all.sort();
        all.dedup();
        all.len() == rows.len()
    };
    let labels: Vec<usize> = labels.into_iter().filter(|it| unique(*it)).collect();
    if labels.is_empty() {
        return None;
    }
    let mut bands: Vec<Band> = rows
        .iter()
        .filter_map(|row| {
            let (low, high) = interval(&view.slot(*row, column).text)?;
            let label = view.slot(*row, *labels.first()?).text.clone();
            let labels = labels.iter().map(|it| squash(&view.slot(*row, *it).text)).collect();
            Some(Band { low, high, labels, label, printed: view.slot(*row, column).text.clone() })
        })
        .collect();
    let order = |it: &Band| it.low.as_ref().or(it.high.as_ref()).map(|it| it.value.clone());
    bands.sort_by_key(|it| (std::cmp::Reverse(it.low.is_some()), std::cmp::Reverse(order(it))));
    // Bands that lie in each other are no scale.
    let is_ordered = bands.windows(2).all(|it| match (&it[0].low, it[1].high.as_ref()) {
        (Some(low), Some(high)) => high.value <= &low.value + &Exact::integer(1),
        _ => true,
    });
    is_ordered.then(|| Scale { block: Some(view.block), name: view.name.clone(), bands })
}

/// "85% s.d 100%", "70 s.d < 85", "≥ 90", "76 ≤ 90", "> 80 – 90", "90 < AA ≤ 100".
fn interval(text: &str) -> Option<(Option<Bound>, Option<Bound>)> {
    let lower = text
        .to_lowercase()
        .replace("s.d.", " – ")
        .replace("s.d", " – ")
        .replace("s/d", " – ")
        .replace("sampai dengan", " – ");
    let lower = lower
        .replace(">=", "≥")
        .replace("=>", "≥")
        .replace("<=", "≤")
        .replace("=<", "≤")
        .replace("kurang dari", "<")
        .replace("lebih dari", ">")
        .replace("dibawah", "<")
        .replace("di bawah", "<")
        .replace("di atas", ">")
        .replace("diatas", ">")
        .replace("keatas", "")
        .replace("ke atas", "");
    let mut numbers: Vec<(Exact, String)> = Vec::new();
    let mut between = String::new();
    let mut digits = String::new();
    for it in lower.chars().chain([' ']) {
        let is_inner = !digits.is_empty() && matches!(it, '.' | ',');
        if it.is_ascii_digit() || is_inner {
            digits.push(it);
            continue;
        }
        if !digits.is_empty() {
            let Entry::Number(number) = parse(digits.trim_end_matches(['.', ','])) else {
                return None;
            };
            let reading = number
                .readings()
                .find(|it| it.value <= Exact::integer(1000))
                .unwrap_or(number.first())
                .value
                .clone();
            numbers.push((reading, std::mem::take(&mut between)));
            digits.clear();
        }
        between.push(it);
    }
    let letters = lower.chars().filter(|it| it.is_alphabetic()).count();
    if letters > 12 || numbers.is_empty() || numbers.len() > 2 {
        return None;
    }
    let has = |text: &str, signs: &[char]| text.contains(signs);
    let bound = |value: &Exact, is_included| Some(Bound { value: value.clone(), is_included });
    match numbers.as_slice() {
        [(value, before)] => {
            let after = between.as_str();
            if has(before, &['≥']) {
                Some((bound(value, Some(true)), None))
            } else if has(before, &['>']) {
                Some((bound(value, Some(false)), None))
            } else if has(before, &['≤']) {
                Some((None, bound(value, Some(true))))
            } else if has(before, &['<']) {
                Some((None, bound(value, Some(false))))
            } else if has(before, &['=']) {
                Some((bound(value, Some(true)), bound(value, Some(true))))
            } else if has(after, &['≤', '<']) {
                Some((bound(value, None), None))
            } else if has(after, &['≥', '>']) {
                Some((None, bound(value, None)))
            } else {
                None
            }
        }
        [(first, before), (second, middle)] => {
            let has_sign = has(middle, &['≤', '<', '>', '≥', '–', '-', '—', '−'])
                || has(before, &['≤', '<', '>', '≥']);
            if !has_sign || first == second {
                return None;
            }
            let (low, high) = if first < second { (first, second) } else { (second, first) };
            let low_sign = if has(before, &['>']) {
                Some(false)
            } else if has(before, &['≥']) {
                Some(true)
            } else {
                None
            };
            let high_sign =
                if has(middle, &['<']) && has(middle, &['–', '-']) { Some(false) } else { None };
            Some((bound(low, low_sign), bound(high, high_sign)))
        }
        _ => None,
    }
}

impl Scale {
    /// The bands that a printed value may belong to. More than one where the print leaves a bound open or has a hole.
    pub(super) fn bands_of(&self, value: &Exact) -> Vec<&Band> {
        let is_in = |band: &&Band| {
            let above = band.low.as_ref().is_none_or(|it| {
                *value > it.value || (*value == it.value && it.is_included != Some(false))
            });
            let below = band.high.as_ref().is_none_or(|it| {
                *value < it.value || (*value == it.value && it.is_included != Some(false))
            });
            above && below
        };
        let mut found: Vec<&Band> = self.bands.iter().filter(is_in).collect();
        if self.block.is_none() {
            // Bands of the law have lower bounds only: the highest that is reached.
            found.truncate(1);
            return found;
        }
        if found.is_empty() {
            let above = self
                .bands
                .iter()
                .rev()
                .find(|it| it.low.as_ref().is_some_and(|it| it.value >= *value));
            let below =
                self.bands.iter().find(|it| it.high.as_ref().is_some_and(|it| it.value <= *value));
            found.extend(above);
            found.extend(below);
        }
        found
    }

    /// Whether a value lies between or outside all bands.
    pub(super) fn is_outside(&self, value: &Exact) -> bool {
        self.block.is_some()
            && !self.bands.iter().any(|band| {
                band.low.as_ref().is_none_or(|it| it.value <= *value)
                    && band.high.as_ref().is_none_or(|it| it.value >= *value)
            })
    }

    pub(super) fn knows(&self, label: &str) -> bool {
        let label = squash(label);
        !label.is_empty() && self.bands.iter().any(|it| it.labels.contains(&label))
    }

    /// The bands as printed, for a message.
    pub(super) fn band_text(band: &Band) -> String {
        let label = &band.label;
        if band.printed.is_empty() {
            let low = band.low.as_ref().map_or_else(|| "0".to_owned(), |it| plain(&it.value, 2));
            return format!("{label} (mulai {low})");
        }
        band.printed.clone()
    }
}

/// Says where a printed scale leaves holes that values with decimals fall into.
pub(super) fn check(view: &View, scales: &[Scale], ledger: &mut Ledger) {
    let Some(scale) = scales.iter().find(|it| it.block == Some(view.block)) else { return };
    let mut holes = Vec::new();
    for pair in scale.bands.windows(2) {
        if let (Some(low), Some(high)) = (&pair[0].low, &pair[1].high)
            && high.value < low.value
        {
            holes.push(format!("{}–{}", plain(&high.value, 2), plain(&low.value, 2)));
        }
    }
    // Two decimals are enough for scores; a hole of a hundredth is none.
    let is_wide = scale.bands.windows(2).any(|pair| match (&pair[0].low, &pair[1].high) {
        (Some(low), Some(high)) => {
            &low.value - &high.value > Exact::ratio(11, 100).unwrap_or_else(Exact::zero)
        }
        _ => false,
    });
    if !holes.is_empty() && is_wide {
        let message = format!(
            "Skala bercelah: nilai di antara {} tidak mempunyai predikat.",
            holes.join(", ")
        );
        ledger.about_tables.push((HOLES, Level::Info, view.block, view.name.clone(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_bands_as_printed() {
        let cases = [
            ("85% s.d 100%", "85..100"),
            ("70% s.d < 85%", "70..<85"),
            ("< 55%", "..<55"),
            ("≥ 90", "=90.."),
            ("76 ≤ 90", "76..90"),
            ("> 80 – 90", ">80..90"),
            ("91 % ≤ 100 %", "91..100"),
            ("≤ 50 %", "..=50"),
            ("= 100%", "=100..=100"),
            ("Sangat Tinggi", "-"),
            ("100", "-"),
        ];
        for (text, expected) in cases {
            let said = match interval(text) {
                None => "-".to_owned(),
                Some((low, high)) => {
                    let low = low.map(|it| {
                        let sign = match it.is_included {
                            Some(true) => "=",
                            Some(false) => ">",
                            None => "",
                        };
                        format!("{sign}{}", it.value)
                    });
                    let high = high.map(|it| {
                        let sign = match it.is_included {
                            Some(true) => "=",
                            Some(false) => "<",
                            None => "",
                        };
                        format!("{sign}{}", it.value)
                    });
                    format!("{}..{}", low.unwrap_or_default(), high.unwrap_or_default())
                }
            };
            assert_eq!(said, expected, "{text}");
        }
    }
}
