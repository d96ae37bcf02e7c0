//! Percentages beside the numbers that they are of: `realisasi Rp X dari pagu Rp Y atau Z%`,
//! `6 dari 7 kasus (85,7%)`, `118% dibagi 95,85%`.

use selaras_domain::{Exact, RoundingMode};

use super::text::{Quantity, Sentence, Unit};
use super::witness::{Witness, whole};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// A percentage that no division of the amounts before it gives.
const OF_AMOUNTS: u16 = 325;
/// A percentage or a ratio that no division of the counts or values named with it gives.
const OF_COUNTS: u16 = 326;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for (index, sentence) in prose.sentences.iter().enumerate() {
        if !sentence.is_prose() {
            continue;
        }
        let before = index.checked_sub(1).map(|it| &prose.sentences[it]);
        let before = before.filter(|it| it.block == sentence.block);
        alone(sentence, before, &prose.witness, ledger);
        if sentence.quantities.len() < 3 {
            continue;
        }
        amounts(sentence, &prose.witness, ledger);
        if let Some(at) = sentence.tokens.iter().position(|it| it.is("dibagi")) {
            divided(sentence, at, ledger);
        } else {
            out_of(sentence, ledger);
            more_of_one(sentence, ledger);
        }
    }
}

/// Words that say that a percentage is of something that is spent or received.
const SPENT: [&str; 12] = [
    "realisasi",
    "terealisasi",
    "terserap",
    "penyerapan",
    "serapan",
    "direalisasikan",
    "realisasinya",
    "digunakan",
    "dibelanjakan",
    "terealisir",
    "dicairkan",
    "menyerap",
];

/// Words after which a percentage is of a change or a remainder, which has rules of its own.
const OTHERWISE: [&str; 22] = [
    "meningkat",
    "menurun",
    "naik",
    "turun",
    "kenaikan",
    "penurunan",
    "peningkatan",
    "bertambah",
    "berkurang",
    "sisa",
    "sisanya",
    "efisiensi",
    "selisih",
    "tumbuh",
    "pertumbuhan",
    "target",
    "kontribusi",
    "penghematan",
    "silpa",
    "dibanding",
    "dibandingkan",
    "rata-rata",
];

/// Each percentage with the two amounts before it.
fn amounts(sentence: &Sentence<'_>, witness: &Witness, ledger: &mut Ledger<'_>) {
    let mut from = 0;
    for (index, percent) in sentence.quantities.iter().enumerate() {
        if percent.unit != Unit::Percent {
            continue;
        }
        let before = &sentence.quantities[from..index];
        from = index + 1;
        // Only two amounts and nothing else: with a third, which of them are meant is a guess.
        let mut money: Vec<&Quantity<'_>> =
            before.iter().filter(|it| it.unit == Unit::Rupiah).collect();
        if money.len() == 1 {
            money.extend(out_of_amount(sentence, index));
        }
        let [one, other] = money[..] else { continue };
        if other.first > percent.first {
            ledger.checked();
            if !quotients(one, other).any(|(low, high)| percent.shows(&low, &high)) {
                wrong_quotient(sentence, (one, other, percent), ledger);
            }
            continue;
        }
        let start = before[0].first;
        let between = &sentence.tokens[start..percent.first];
        let context = &sentence.tokens[..percent.first];
        let is_share = sentence.is_after_any(other.first, 4, &["dari"]) && other.first > one.last;
        let is_near = n_outside(&sentence.tokens[other.last..percent.first]) <= 14;
        if !is_near
            || percent.is_rough
            || one.is_rough
            || other.is_rough
            || between.iter().any(|it| it.is_any(&OTHERWISE) && !it.is("target"))
            || !(is_share || context.iter().any(|it| it.is_any(&SPENT)))
        {
            continue;
        }
        ledger.checked();
        // A percentage of the remainder would be said with «sisa»; try it all the same.
        if quotients(one, other).any(|(low, high)| percent.shows(&low, &high))
            || rests(one, other).any(|it| percent.shows(&it, &it))
        {
            continue;
        }
        // Parts of a sum stand beside each other without being divided.
        let is_said = percent.is_bracketed
            || sentence.is_after_any(percent.first, 4, &["atau", "mencapai", "capaian", "sebesar"]);
        if !is_said {
            continue;
        }
        match odd(one, other, percent, witness) {
            Some((odd, known, right)) => odd_amount(sentence, (odd, known, percent), right, ledger),
            None => wrong_share(OF_AMOUNTS, sentence, (one, other, percent), ledger),
        }
    }
}

/// «Rp67,09 miliar atau 104,02% dari target sebesar Rp64,50 miliar»: the whole behind its share.
fn out_of_amount<'q, 'a>(sentence: &'q Sentence<'a>, percent: usize) -> Option<&'q Quantity<'a>> {
    let share = &sentence.quantities[percent];
    let next = sentence.quantities.get(percent + 1).filter(|it| it.unit == Unit::Rupiah)?;
    let between = &sentence.tokens[share.last + 1..next.first];
    let is_of = between.len() <= 8
        && between.first().is_some_and(|it| it.is_any(&["dari", "terhadap"]))
        && !between.iter().any(|it| it.is_any(&OTHERWISE) && !it.is("target"));
    let is_said = sentence.is_after_any(share.first, 3, &["atau"]) || share.is_bracketed;
    let is_change = sentence.tokens[..share.first].iter().any(|it| {
        it.is_any(&OTHERWISE) && !it.is_any(&["target", "rata-rata", "dibanding", "dibandingkan"])
    });
    (is_of && is_said && !is_change && !share.is_rough && !next.is_rough).then_some(next)
}

/// How many tokens stand outside parentheses: a terbilang keeps nothing apart.
fn n_outside(tokens: &[super::text::Token<'_>]) -> usize {
    let mut depth = 0_usize;
    let mut count = 0;
    for it in tokens {
        match it.text {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}

/// Which of two amounts the tables do not know, where they know the other, and what they print in its place.
fn odd<'q, 'a>(
    one: &'q Quantity<'a>,
    other: &'q Quantity<'a>,
    percent: &Quantity<'_>,
    witness: &Witness,
) -> Option<(&'q Quantity<'a>, &'q Quantity<'a>, i64)> {
    let (a, b) = (whole(one)?, whole(other)?);
    let (odd, known) = match (witness.knows(a), witness.knows(b)) {
        (false, true) => ((one, a), (other, b)),
        (true, false) => ((other, b), (one, a)),
        _ => return None,
    };
    let right = witness.instead(known.1, odd.1, percent)?;
    Some((odd.0, known.0, right))
}

fn odd_amount(
    sentence: &Sentence<'_>,
    (odd, known, percent): (&Quantity<'_>, &Quantity<'_>, &Quantity<'_>),
    right: i64,
    ledger: &mut Ledger<'_>,
) {
    let right = format!("Rp{}", selaras_domain::angka::format(right));
    let message = format!(
        "{} tidak menghasilkan {} bersama {}. Di samping {} laporan ini mencetak {right}, yang cocok.",
        odd.text, percent.text, known.text, known.text
    );
    let (printed, expected) = (Some(odd.text.to_owned()), Some(right));
    let (code, level) = (OF_AMOUNTS, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// «terealisasi sebesar Rp X atau 96,60%», where the sentence does not say of what: the tables do.
fn alone(
    sentence: &Sentence<'_>,
    before: Option<&Sentence<'_>>,
    witness: &Witness,
    ledger: &mut Ledger<'_>,
) {
    for (index, percent) in sentence.quantities.iter().enumerate() {
        if percent.unit != Unit::Percent || percent.is_rough || index == 0 {
            continue;
        }
        let of = &sentence.quantities[index - 1];
        let (Some(amount), false) = (whole(of), of.is_rough) else { continue };
        let is_money = of.unit == Unit::Rupiah;
        let between = &sentence.tokens[of.last + 1..percent.first];
        let is_said = n_outside(between) <= 5
            && (percent.is_bracketed && between.len() <= 4
                || between.iter().any(|it| it.is("atau")));
        let from = of.first.saturating_sub(8);
        let is_other = sentence.tokens[from..percent.first].iter().any(|it| it.is_any(&OTHERWISE));
        if !is_said
            || is_other
            || is_of_elsewhere(sentence, percent)
            || (!is_money && amount < LEAST_COUNT)
        {
            continue;
        }
        // What other amounts of the paragraph explain has its own rule.
        let near =
            sentence.quantities.iter().chain(before.into_iter().flat_map(|it| &it.quantities));
        let is_explained = near
            .filter(|it| it.unit == of.unit && !std::ptr::eq(*it, of))
            .any(|it| quotients(of, it).any(|(low, high)| percent.shows(&low, &high)));
        if is_explained {
            continue;
        }
        let n_money = sentence.quantities[..index].iter().filter(|it| it.unit == of.unit).count();
        if n_money == 2 && is_money {
            continue;
        }
        let Some(is_kept) = witness.has_share(amount, percent) else { continue };
        ledger.checked();
        if is_kept {
            continue;
        }
        let expected =
            witness.share(amount).map(|it| format!("{}%", it.trim_end_matches(['%', ' '])));
        let beside = expected.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
        let message = format!(
            "{} bukan persentase yang dicetak tabel di samping {}{beside}, dan bukan pula bagiannya dari angka lain pada baris atau kolom itu.",
            percent.text, of.text
        );
        let code = if is_money { OF_AMOUNTS } else { OF_COUNTS };
        let level = if is_money { Level::Error } else { Level::Warning };
        let printed = Some(percent.text.to_owned());
        ledger.sentence(sentence, Remark { code, level, printed, expected, message });
    }
}

/// «12,4% dari APBD Kabupaten»: of a whole that no table of the report need have.
fn is_of_elsewhere(sentence: &Sentence<'_>, percent: &Quantity<'_>) -> bool {
    const WHOLES: [&str; 10] = [
        "pagu", "anggaran", "target", "total", "alokasi", "dpa", "dppa", "dipa", "jumlah",
        "seluruh",
    ];
    const ELSEWHERE: [&str; 8] =
        ["apbd", "apbn", "kabupaten", "kota", "provinsi", "nasional", "pdrb", "daerah"];
    let behind = &sentence.tokens[percent.last + 1..];
    let behind = &behind[..behind.len().min(7)];
    let at = behind.iter().take(2).position(|it| it.is_any(&["dari", "terhadap"]));
    at.is_some_and(|at| {
        let whole = &behind[at + 1..];
        whole.iter().any(|it| it.is_any(&ELSEWHERE)) || !whole.iter().any(|it| it.is_any(&WHOLES))
    })
}

/// Counts below this stand in tables by chance.
const LEAST_COUNT: i64 = 400;

/// `A dibagi B`: one of the numbers of the sentence is the quotient.
fn divided(sentence: &Sentence<'_>, at: usize, ledger: &mut Ledger<'_>) {
    let usable = |it: &&Quantity<'_>| it.unit != Unit::Points && !it.is_rough;
    let before = sentence.quantities.iter().rfind(|it| it.last < at && usable(it));
    let after = sentence.quantities.iter().find(|it| it.first > at && usable(it));
    let (Some(one), Some(other)) = (before, after) else { return };
    // Both operands must belong to the division: of one kind, or both counts.
    if one.unit != other.unit || at - one.last > 20 || other.first - at > 24 {
        return;
    }
    let results: Vec<&Quantity<'_>> = sentence
        .quantities
        .iter()
        .filter(|it| it.first != one.first && it.first != other.first && usable(it))
        .filter(|it| it.unit == Unit::Percent || one.unit != Unit::Plain)
        .collect();
    // A result is announced: «sehingga capaian 85,8%», «adalah 0,92 berasal dari perhitungan».
    let is_announced =
        sentence.has_any(&["sehingga", "perhitungan", "hasil", "hasilnya", "diperoleh"]);
    if results.is_empty() || !is_announced {
        return;
    }
    ledger.checked();
    let is_explained = results.iter().any(|result| {
        quotients(one, other).any(|(low, high)| {
            let by_hundred = (&low * &hundredth(), &high * &hundredth());
            result.shows(&low, &high) || result.shows(&by_hundred.0, &by_hundred.1)
        })
    });
    if is_explained {
        return;
    }
    // Of one result it is certain; of several, one may come from elsewhere.
    let [result] = results[..] else { return several(sentence, one, other, ledger) };
    let Some(share) = share(one, other) else { return };
    let (places, percent) = (result.places(), result.unit == Unit::Percent);
    let value = if percent { share } else { &share * &hundredth() };
    let Some(right) = written(&value, places) else { return };
    let sign = if percent { "%" } else { "" };
    let message =
        format!("{} dibagi {} adalah {right}{sign}, bukan {}.", one.text, other.text, result.text);
    let printed = Some(result.text.to_owned());
    let expected = Some(format!("{right}{sign}"));
    let (code, level) = (OF_COUNTS, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// No percentage of the sentence is the quotient: said without accusing one of them.
fn several(
    sentence: &Sentence<'_>,
    one: &Quantity<'_>,
    other: &Quantity<'_>,
    ledger: &mut Ledger<'_>,
) {
    let Some(right) = share(one, other).and_then(|it| written(&it, 2)) else { return };
    let message = format!(
        "{} dibagi {} adalah {right}%; tidak ada persentase dalam kalimat ini yang sesuai.",
        one.text, other.text
    );
    let printed = Some(format!("{} dibagi {}", one.text, other.text));
    let expected = Some(format!("{right}%"));
    let (code, level) = (OF_COUNTS, Level::Warning);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// `6 dari 7 kasus (85,7%)`, `sebanyak 6 kasus dengan jumlah … 7 kasus sehingga realisasi 85,7%`.
fn out_of(sentence: &Sentence<'_>, ledger: &mut Ledger<'_>) {
    let tokens = &sentence.tokens;
    for index in 2..sentence.quantities.len() {
        let [one, other, percent] = &sentence.quantities[index - 2..=index] else { continue };
        let are_counts = one.count().is_some() && other.count().is_some();
        if !are_counts || percent.unit != Unit::Percent {
            continue;
        }
        let between = &tokens[one.last + 1..other.first];
        let behind = &tokens[other.last + 1..percent.first];
        let same_unit = tokens.get(one.last + 1).is_some_and(|it| {
            it.is_word() && tokens.get(other.last + 1).is_some_and(|next| next.is(&it.folded))
        });
        // «6 dari 7 kasus», «6 kasus dengan jumlah kasus … 7 kasus sehingga realisasi».
        // «Dari 1.250 responden, 1.094 responden (87,5%)».
        let is_part_of = between.len() <= if same_unit { 10 } else { 6 }
            && (between.iter().any(|it| it.is("dari"))
                || sentence.is_after_any(one.first, 1, &["dari"]))
            && !between.iter().any(|it| it.is_any(&["terdiri", "lebih", "kurang"]));
        let concludes = behind.iter().any(|it| it.is_any(&["sehingga", "maka"]))
            && behind.iter().any(|it| {
                it.is_any(&["realisasi", "persentase", "capaian", "partisipasi", "rasio"])
            });
        let is_result = percent.is_bracketed
            || behind.len() <= 5 && behind.iter().any(|it| it.is_any(&["atau", "="]))
            || concludes;
        let is_breakdown = sentence.is_after_any(one.first, 3, &["terdiri", "rincian", "meliputi"]);
        let is_claim = (is_part_of || (concludes && same_unit)) && !is_breakdown;
        if !is_claim
            || !is_result
            || behind.len() > 10
            || [one, other, percent].iter().any(|it| it.is_rough)
            || behind.iter().chain(between).any(|it| it.is_any(&OTHERWISE))
        {
            continue;
        }
        ledger.checked();
        // What is said right behind the counts is theirs; of what a clause concludes, any may be.
        let is_direct = percent.is_bracketed || !concludes;
        let is_explained = sentence.quantities.iter().any(|it| {
            it.unit == Unit::Percent
                && (!is_direct || std::ptr::eq(it, percent))
                && (quotients(one, other).any(|(low, high)| it.shows(&low, &high))
                    || rests(one, other).any(|rest| it.shows(&rest, &rest)))
        });
        if is_explained {
            continue;
        }
        wrong_share(OF_COUNTS, sentence, (one, other, percent), ledger);
    }
}

/// «Dari 81 indikator, 54 indikator (66,67%) …, 19 indikator (23,46%) …»: more shares of the same whole.
fn more_of_one(sentence: &Sentence<'_>, ledger: &mut Ledger<'_>) {
    let [whole, rest @ ..] = &sentence.quantities[..] else { return };
    let begins = whole.first <= 3 && sentence.is_after_any(whole.first, 3, &["dari"]);
    let Some(all) = whole.count().filter(|it| *it > 1 && begins && !whole.is_rough) else { return };
    let pairs: Vec<(&Quantity<'_>, &Quantity<'_>)> = rest
        .windows(2)
        .filter(|it| it[1].unit == Unit::Percent && it[1].is_bracketed)
        .filter(|it| it[1].first - it[0].last <= 4)
        .filter(|it| it[0].count().is_some_and(|count| count <= all) && !it[1].is_rough)
        .map(|it| (&it[0], &it[1]))
        .collect();
    let is_kept = |(part, percent): &(&Quantity<'_>, &Quantity<'_>)| {
        quotients(part, whole).any(|(low, high)| percent.shows(&low, &high))
    };
    // One right share says that this is what the percentages are of.
    if pairs.len() < 2 || !pairs.iter().any(is_kept) {
        return;
    }
    for (part, percent) in pairs.iter().skip(1) {
        ledger.checked();
        if !is_kept(&(part, percent)) {
            wrong_share(OF_COUNTS, sentence, (part, whole, percent), ledger);
        }
    }
}

/// Says which share of each other two quantities are, where it is not the printed one.
fn wrong_share(
    code: u16,
    sentence: &Sentence<'_>,
    (one, other, percent): (&Quantity<'_>, &Quantity<'_>, &Quantity<'_>),
    ledger: &mut Ledger<'_>,
) {
    let Some(right) = smaller_share(one, other, percent) else { return };
    let message = format!(
        "{} dari {} adalah {right}%, bukan {}.",
        lesser(one, other).text,
        greater(one, other).text,
        percent.text
    );
    let printed = Some(percent.text.to_owned());
    let expected = Some(format!("{right}%"));
    ledger.sentence(sentence, Remark { code, level: Level::Error, printed, expected, message });
}

/// Says what percentage one amount is of the other, which the sentence names as the whole.
fn wrong_quotient(
    sentence: &Sentence<'_>,
    (one, whole, percent): (&Quantity<'_>, &Quantity<'_>, &Quantity<'_>),
    ledger: &mut Ledger<'_>,
) {
    let Some(right) = share(one, whole).and_then(|it| written(&it, percent.places())) else {
        return;
    };
    let message =
        format!("{} dari {} adalah {right}%, bukan {}.", one.text, whole.text, percent.text);
    let (printed, expected) = (Some(percent.text.to_owned()), Some(format!("{right}%")));
    let (code, level) = (OF_AMOUNTS, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// In percent, either divided by the other, as a range where they are rounded themselves.
fn quotients<'q>(
    one: &'q Quantity<'_>,
    other: &'q Quantity<'_>,
) -> impl Iterator<Item = (Exact, Exact)> + use<'q> {
    let pairs = one.readings.iter().flat_map(|a| other.readings.iter().map(move |b| (a, b)));
    let is_exact = |it: &Quantity<'_>| {
        it.unit == Unit::Plain && it.count().is_some() || it.unit == Unit::Rupiah && !it.is_scaled
    };
    let exact = is_exact(one) && is_exact(other);
    pairs.flat_map(move |(a, b)| {
        let range = |it: &super::text::Reading| {
            if exact { (it.value.clone(), it.value.clone()) } else { it.range() }
        };
        let ((a_low, a_high), (b_low, b_high)) = (range(a), range(b));
        let divide = |low: &Exact, high: &Exact, by_low: &Exact, by_high: &Exact| {
            let hundred = Exact::integer(100);
            let low = (low * &hundred).checked_div(by_high)?;
            let high = (high * &hundred).checked_div(by_low)?;
            Some((low, high))
        };
        let one = divide(&a_low, &a_high, &b_low, &b_high);
        let other = divide(&b_low, &b_high, &a_low, &a_high);
        one.into_iter().chain(other)
    })
}

/// In percent, what is left of the greater when the lesser is taken from it.
fn rests(one: &Quantity<'_>, other: &Quantity<'_>) -> impl Iterator<Item = Exact> + use<> {
    let (lesser, greater) = (lesser(one, other), greater(one, other));
    let rest = &greater.readings[0].value + &-&lesser.readings[0].value;
    (&rest * &Exact::integer(100)).checked_div(&greater.readings[0].value).into_iter()
}

/// The first in percent of the second.
fn share(one: &Quantity<'_>, other: &Quantity<'_>) -> Option<Exact> {
    (&one.readings[0].value * &Exact::integer(100)).checked_div(&other.readings[0].value)
}

/// The lesser in percent of the greater, as exactly as `like` is printed.
fn smaller_share(one: &Quantity<'_>, other: &Quantity<'_>, like: &Quantity<'_>) -> Option<String> {
    written(&share(lesser(one, other), greater(one, other))?, like.places())
}

fn written(value: &Exact, places: u32) -> Option<String> {
    value.round(places, RoundingMode::HalfUp).map(selaras_domain::angka::format)
}

fn lesser<'q, 'a>(one: &'q Quantity<'a>, other: &'q Quantity<'a>) -> &'q Quantity<'a> {
    if one.readings[0].value <= other.readings[0].value { one } else { other }
}

fn greater<'q, 'a>(one: &'q Quantity<'a>, other: &'q Quantity<'a>) -> &'q Quantity<'a> {
    if one.readings[0].value <= other.readings[0].value { other } else { one }
}

fn hundredth() -> Exact {
    Exact::ratio(1, 100).unwrap_or_else(Exact::zero)
}
