//! What a column states, from the words above it.

use crate::words::{squash, words};

/// A column and its meaning.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    /// Its head from the top down, each merged cell once.
    pub(crate) path: Vec<String>,
    pub(crate) role: Role,
    pub(crate) money: Money,
    pub(crate) year: Option<u16>,
    /// 1 to 4.
    pub(crate) quarter: Option<u8>,
    /// "s.d. TW II", "kumulatif".
    pub(crate) is_cumulative: bool,
    /// The end of a plan, not the year itself.
    pub(crate) is_horizon: bool,
    /// Its head says that the values are percentages.
    pub(crate) is_percent: bool,
    pub(crate) phase: Option<Phase>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Running number or kode.
    Number,
    /// What the row is about.
    Label,
    Unit,
    /// Target or pagu.
    Target,
    /// Realisasi of kinerja or of money.
    Realisasi,
    /// Capaian, tingkat kemajuan, penyerapan: realisasi beside target.
    Capaian,
    /// A bare "%": of what, the neighbours say.
    Ratio,
    /// Sisa, selisih, bertambah/berkurang.
    Difference,
    /// A total of other columns.
    Sum,
    Average,
    Bobot,
    Nilai,
    Predikat,
    Efisiensi,
    /// Remarks, persons, sources.
    Note,
    /// Any other column.
    #[default]
    Other,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Money {
    Yes,
    No,
    #[default]
    Unknown,
}

/// Phases of one budget year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Phase {
    Before,
    After,
}

impl Column {
    pub(crate) fn new(path: Vec<String>) -> Column {
        let mut column = Column { role: role(&path), money: money(&path), ..Column::default() };
        for text in path.iter().rev() {
            column.year = column.year.or_else(|| year(text));
            column.quarter = column.quarter.or_else(|| quarter(text));
        }
        let all = path.join(" ").to_lowercase();
        column.is_cumulative =
            ["s.d", "s/d", "sd tw", "sampai dengan", "kumulatif"].iter().any(|it| all.contains(it));
        let all = squash(&all);
        column.is_horizon = [
            "akhirrenstra",
            "akhirrpjmd",
            "akhirperiode",
            "jangkamenengah",
            "targetrenstra",
            "targetrpjmd",
            "akhirtahunrenstra",
            "targetakhir",
        ]
        .iter()
        .any(|it| all.contains(it));
        let leaf = path.last().map(String::as_str).unwrap_or_default();
        column.is_percent = !is_bound(leaf)
            && (leaf.contains('%')
                || squash(leaf).contains("persen")
                || squash(leaf).contains("prosen"));
        column.phase = phase(&all);
        column.path = path;
        column
    }

    /// Whether any row of its head says that the values are percentages.
    pub(crate) fn says_percent(&self) -> bool {
        let says = |it: &String| {
            let squashed = squash(it);
            !is_bound(it)
                && (it.contains('%')
                    || squashed.starts_with("persen")
                    || squashed.starts_with("prosen"))
        };
        self.path.iter().any(says)
    }

    /// As a person would name it.
    pub(crate) fn heading(&self) -> String {
        self.path.join(" › ")
    }

    /// Whether one speaks of money and the other does not.
    pub(crate) fn is_other_measure(&self, other: &Column) -> bool {
        matches!((self.money, other.money), (Money::Yes, Money::No) | (Money::No, Money::Yes))
    }
}

fn role(path: &[String]) -> Role {
    for (index, text) in path.iter().enumerate().rev() {
        if let Some(found) = role_of(text) {
            if found == Role::Ratio && index > 0 {
                // "%" below "Capaian" is the capaian; below "Realisasi" it is a share of something.
                let above = path[..index].iter().rev().find_map(|it| role_of(it));
                return match above {
                    Some(it @ (Role::Capaian | Role::Efisiensi | Role::Difference)) => it,
                    _ => Role::Ratio,
                };
            }
            // Below "Jumlah Indikator" stand its parts; below a bare "Jumlah", totals.
            if found == Role::Sum && index + 1 < path.len() && words(text).len() > 1 {
                return Role::Other;
            }
            return found;
        }
    }
    Role::Other
}

/// "> 100%", "76-90%": a bound of what is counted below it, no unit.
fn is_bound(head: &str) -> bool {
    head.trim_start().starts_with(|it: char| it.is_ascii_digit() || "<>=≥≤".contains(it))
}

fn role_of(text: &str) -> Option<Role> {
    let words = words(text);
    let squashed = squash(text);
    let has = |it: &str| squashed.contains(it);
    let any = |list: &[&str]| list.iter().any(|it| squashed.contains(it));
    if squashed.is_empty() {
        return None;
    }
    if matches!(
        squashed.as_str(),
        "no" | "nomor" | "nourut" | "nomorurut" | "kode" | "koderekening" | "kodrek" | "norekening"
    ) || squashed.starts_with("kode")
    {
        return Some(Role::Number);
    }
    if matches!(
        squashed.as_str(),
        "%" | "persen"
            | "persentase"
            | "prosentase"
            | "persen%"
            | "persentase%"
            | "prosentase%"
            | "rasio"
            | "rasio%"
    ) || [
        "proporsi",
        "porsi",
        "kontribusi",
        "%terhadaptotal",
        "persentaseterhadaptotal",
        "persenterhadaptotal",
    ]
    .iter()
    .any(|it| squashed.starts_with(it))
    {
        return Some(Role::Ratio);
    }
    // "Jumlah Indikator", "Jumlah Rekomendasi": counts, whatever is counted.
    if words.first().is_some_and(|it| it == "jumlah" || it == "banyaknya")
        && any(&["indikator", "sasaran", "iku", "rekomendasi", "temuan", "kategori", "unit"])
        && !any(&["anggaran", "target", "realisasi"])
    {
        return Some(Role::Sum);
    }
    if any(&["predikat", "kategori", "kriteria", "atribut", "interpretasi"]) {
        return Some(Role::Predikat);
    }
    if any(&[
        "sumberdana",
        "sumberdata",
        "penanggungjawab",
        "keterangan",
        "catatan",
        "faktor",
        "tindaklanjut",
        "rekomendasi",
        "formula",
        "rumus",
        "definisi",
    ]) || squashed == "ket"
        || squashed.starts_with("lokasi")
    {
        return Some(Role::Note);
    }
    match squashed.as_str() {
        "t" => return Some(Role::Target),
        "r" | "real" => return Some(Role::Realisasi),
        "c" | "cap" | "%c" => return Some(Role::Capaian),
        _ => {}
    }
    // "L+P", "L + P".
    if squashed == "lp" && text.contains('+') {
        return Some(Role::Sum);
    }
    if squashed == "satuan" || squashed == "unit" {
        return Some(Role::Unit);
    }
    if has("efisien") {
        return Some(Role::Efisiensi);
    }
    if any(&[
        "sisa",
        "selisih",
        "lebihkurang",
        "lebih/kurang",
        "bertambah",
        "berkurang",
        "deviasi",
        "kenaikan",
        "penurunan",
        "peningkatan",
        "pertumbuhan",
        "naik/turun",
        "naikturun",
    ]) && !has("persentasepen")
    {
        return Some(Role::Difference);
    }
    let is_change =
        ["perubahanrealisasi", "perubahancapaian", "perubahankinerja", "perubahannilai"];
    if is_change.iter().any(|it| squashed.starts_with(it)) {
        return Some(Role::Difference);
    }
    if any(&["penyerapan", "serapan", "dayaserap"]) {
        return Some(Role::Capaian);
    }
    // The word that comes first rules the phrase: "capaian target" is a capaian, "target capaian" a target.
    let first = [
        ("target", Role::Target),
        ("rencana", Role::Target),
        ("realisasi", Role::Realisasi),
        ("capaian", Role::Capaian),
        ("kemajuan", Role::Capaian),
        ("progres", Role::Capaian),
    ]
    .into_iter()
    .filter_map(|(word, role)| squashed.find(word).map(|at| (at, role)))
    .min_by_key(|it| it.0);
    let percent_first = squashed.starts_with('%')
        || squashed.starts_with("persen")
        || squashed.starts_with("prosen");
    if let Some((_, role)) = first {
        let is_label = any(&["indikator", "sasaranstrategis", "uraian"])
            && !matches!(role, Role::Target)
            && squashed.len() > 40;
        return Some(match role {
            _ if is_label => Role::Label,
            Role::Target if has("realisasi") => Role::Capaian,
            Role::Realisasi if percent_first => Role::Capaian,
            Role::Realisasi if any(&["terhadaptarget", "terhadappagu", "terhadapanggaran"]) => {
                Role::Capaian
            }
            _ => role,
        });
    }
    if any(&["pagu", "anggaran", "alokasi", "kebutuhandana", "plafon"]) {
        return Some(if percent_first { Role::Capaian } else { Role::Target });
    }
    if words.iter().any(|it| it == "dpa" || it == "dppa" || it == "apbd" || it == "apbdp") {
        return Some(Role::Target);
    }
    if has("bobot") {
        return Some(Role::Bobot);
    }
    if any(&[
        "sasaran",
        "indikator",
        "program",
        "kegiatan",
        "uraian",
        "jenis",
        "komponen",
        "unsur",
        "tujuan",
        "aspek",
        "urusan",
        "nama",
        "perangkatdaerah",
        "misi",
        "bidang",
        "pernyataan",
        "jabatan",
        "golongan",
        "pendidikan",
    ]) {
        return Some(Role::Label);
    }
    if has("ratarata") {
        return Some(Role::Average);
    }
    if any(&["nilai", "skor", "score"]) {
        return Some(Role::Nilai);
    }
    if matches!(
        squashed.as_str(),
        "jumlah"
            | "total"
            | "jml"
            | "jumlahtotal"
            | "jumlahseluruh"
            | "jumlahrp"
            | "totalrp"
            | "jumlahorang"
    ) || squashed.starts_with("jumlah")
        || squashed.starts_with("total")
    {
        return Some(Role::Sum);
    }
    None
}

fn money(path: &[String]) -> Money {
    for text in path.iter().rev() {
        let (squashed, words) = (squash(text), words(text));
        let has_money = ["anggaran", "pagu", "keuangan", "belanja", "alokasi", "serapan", "biaya"]
            .iter()
            .any(|it| squashed.contains(it))
            || (squashed.contains("dana") && !squashed.contains("sumber"))
            || words.iter().any(|it| it == "rp" || it == "rupiah" || it == "dpa" || it == "dppa");
        let has_kinerja =
            squashed.contains("kinerja") || words.iter().any(|it| it == "k" || it == "fisik");
        match (has_money, has_kinerja) {
            (true, false) => return Money::Yes,
            (false, true) => return Money::No,
            _ => {}
        }
    }
    Money::Unknown
}

/// The one year that a head names; `None` for a span of years.
fn year(text: &str) -> Option<u16> {
    let mut years = words(text)
        .into_iter()
        .filter_map(|it| it.parse::<u16>().ok())
        .filter(|it| (1990..=2099).contains(it));
    let first = years.next()?;
    years.all(|it| it == first).then_some(first)
}

/// The quarter that a head names: "TW I", "Triwulan 2", "Tri Wulan III", "s.d. TW.IV".
fn quarter(text: &str) -> Option<u8> {
    let words = words(text);
    let of = |it: &str| match it {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    };
    for (index, word) in words.iter().enumerate() {
        if matches!(word.as_str(), "tw" | "triwulan" | "wulan" | "twl" | "kuartal") {
            return words.get(index + 1).and_then(|it| of(it));
        }
        if let Some(rest) = word.strip_prefix("triwulan").or_else(|| word.strip_prefix("tw"))
            && let Some(found) = of(rest)
        {
            return Some(found);
        }
    }
    // A bare Roman number below "Triwulan" or "Realisasi Triwulan".
    (words.len() == 1 && text.trim().starts_with(['I', 'V'])).then(|| of(&words[0])).flatten()
}

fn phase(squashed: &str) -> Option<Phase> {
    let any = |list: &[&str]| list.iter().any(|it| squashed.contains(it));
    if any(&["sebelumperubahan", "murni", "semula", "induk"]) {
        Some(Phase::Before)
    } else if any(&["setelahperubahan", "sesudahperubahan", "menjadi", "perubahan", "dppa"]) {
        Some(Phase::After)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_wordings_of_the_field() {
        let cases = include_str!("../../tests/columns.txt");
        for line in cases.lines().filter(|it| !it.starts_with('#') && !it.is_empty()) {
            let (path, expected) = line.split_once(" => ").unwrap();
            let column = Column::new(path.split(" > ").map(str::to_owned).collect());
            let mut said = format!("{:?}", column.role);
            if column.money == Money::Yes {
                said += " uang";
            }
            if let Some(year) = column.year {
                said += &format!(" {year}");
            }
            if let Some(quarter) = column.quarter {
                said += &format!(" tw{quarter}");
            }
            assert_eq!(said, expected, "{path}");
        }
    }
}
