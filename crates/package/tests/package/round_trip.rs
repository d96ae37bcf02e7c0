//! Whatever conforms to the published schema is read, and what is read is written and read again
//! with the same facts and the same bytes.
//!
//! The packages are invented from the schema in the manifest of the skeleton, as another program
//! would do it, and written as carelessly as spreadsheets write them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use selaras_domain::Berkas;
use selaras_package::{canonical_files, init, read_files};
use serde_json::Value;

use crate::support::{Contents, MANIFEST, listed, minimal, plain_manifest};

/// Where choices come from: a list of numbers, so that proptest can make a failing case small.
struct Tape<'t> {
    numbers: &'t [u16],
    position: usize,
}

impl Tape<'_> {
    /// A number below `limit`; zero when the tape has run out.
    fn below(&mut self, limit: usize) -> usize {
        let number = self.numbers.get(self.position).copied().unwrap_or_default();
        self.position += 1;
        usize::from(number) % limit.max(1)
    }

    fn pick<'v, T>(&mut self, values: &'v [T]) -> Option<&'v T> {
        if values.is_empty() { None } else { values.get(self.below(values.len())) }
    }

    /// True once in `n` times.
    fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }
}

type Row = BTreeMap<String, String>;

/// Rows of each table, in the order in which they were invented.
type Rows = BTreeMap<String, Vec<Row>>;

static SCHEMAS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(schemas);

/// The resources of the skeleton's manifest: every table, with its schema.
fn schemas() -> BTreeMap<String, Value> {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = folder.path().join("paket");
    init(&path).expect("the place can be written");
    let text = fs::read_to_string(path.join(MANIFEST)).expect("the skeleton has a manifest");
    let manifest: Value = serde_json::from_str(&text).expect("the manifest is JSON");
    let resources = manifest["resources"].as_array().cloned().unwrap_or_default();
    let name = |it: &Value| it["name"].as_str().unwrap_or_default().to_owned();
    resources.into_iter().map(|it| (name(&it), it["schema"].clone())).collect()
}

fn fields(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let fields = schema["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    fields.iter().map(|it| (it["name"].as_str().unwrap_or_default(), it))
}

/// Columns and the table they refer to, with its columns.
fn references(schema: &Value) -> Vec<(Vec<&str>, &str, Vec<&str>)> {
    let keys = schema["foreignKeys"].as_array().map(Vec::as_slice).unwrap_or_default();
    keys.iter()
        .map(|key| {
            let target = key["reference"]["resource"].as_str().unwrap_or_default();
            (texts(&key["fields"]), target, texts(&key["reference"]["fields"]))
        })
        .collect()
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Tables in an order in which each comes after those that it refers to.
fn in_order(schemas: &BTreeMap<String, Value>) -> Vec<&str> {
    let mut order: Vec<&str> = Vec::new();
    while order.len() < schemas.len() {
        let n_before = order.len();
        for (name, schema) in schemas {
            let mut targets = references(schema).into_iter().map(|(_, target, _)| target);
            let is_ready = targets.all(|it| it.is_empty() || order.contains(&it));
            if is_ready && !order.contains(&name.as_str()) {
                order.push(name);
            }
        }
        // Documents and their source document may name each other across tables.
        assert!(order.len() > n_before, "tables refer to each other in a circle");
    }
    order
}

const WORDS: [&str; 12] = [
    "Layanan",
    "tepat waktu",
    "93,5",
    "\"kutip\"",
    "a;b",
    "é–«»",
    "baris\nkedua",
    "#",
    "=1+1",
    "{capaian}",
    "\u{1f3db}",
    "'",
];

fn text(tape: &mut Tape<'_>) -> String {
    let n_words = 1 + tape.below(3);
    let words: Vec<&str> = (0..n_words).map(|_| WORDS[tape.below(WORDS.len())]).collect();
    words.join(" ")
}

/// A value that the field allows.
fn value(tape: &mut Tape<'_>, name: &str, field: &Value, index: usize) -> String {
    let constraints = &field["constraints"];
    let min = constraints["minimum"].as_i64().unwrap_or_default();
    let max = constraints["maximum"].as_i64().unwrap_or(999_999_999_999);
    let between = |tape: &mut Tape<'_>| {
        let range = usize::try_from(max - min + 1).expect("ranges are not reversed");
        min + i64::try_from(tape.below(65_536) * tape.below(7) % range).expect("ranges are small")
    };
    if let Some(words) = constraints["enum"].as_array() {
        let word = tape.pick(words).and_then(Value::as_str);
        return word.unwrap_or_default().to_owned();
    }
    match field["type"].as_str() {
        // Numbers of rows are parts of keys.
        Some("integer") if name == "nomor" => (index + 1).to_string(),
        Some("integer" | "year") => between(tape).to_string(),
        Some("number") if constraints["maximum"].is_number() => {
            if max > min {
                between(tape).to_string()
            } else {
                min.to_string()
            }
        }
        Some("number") => {
            let sign = if tape.once_in(4) { "-" } else { "" };
            let fraction = ["", ".5", ".50", ".025"][tape.below(4)];
            format!("{sign}{}{fraction}", 1 + tape.below(50_000))
        }
        Some("date") => {
            format!("20{:02}-{:02}-{:02}", tape.below(99), 1 + tape.below(12), 1 + tape.below(28))
        }
        _ => match constraints["pattern"].as_str() {
            Some(pattern) if pattern.starts_with("[a-z0-9]") => format!("x{index}"),
            Some(_) => ["5", "5.03", "5.03.02.2.01.12"][tape.below(3)].to_owned(),
            None => text(tape),
        },
    }
}

/// A row that the schema of its table allows, or `None` where it would need a row that is not
/// there.
fn row(tape: &mut Tape<'_>, schema: &Value, rows: &Rows, own: &[Row]) -> Option<Row> {
    let mut row = Row::new();
    for (name, field) in fields(schema) {
        let is_required = field["constraints"]["required"] == true;
        let is_filled = is_required || tape.once_in(2);
        let cell = if is_filled { value(tape, name, field, own.len()) } else { String::new() };
        row.insert(name.to_owned(), cell);
    }
    for (columns, target, target_columns) in references(schema) {
        // Only rows above, so that trees have no circles.
        let targets = if target.is_empty() { own } else { rows.get(target)?.as_slice() };
        let picked = tape.pick(targets);
        for (column, target_column) in columns.iter().zip(target_columns) {
            let (_, field) = fields(schema).find(|(name, _)| name == column)?;
            let is_required = field["constraints"]["required"] == true;
            let cell = match picked {
                Some(picked) if is_required || !row[*column].is_empty() => {
                    picked[target_column].clone()
                }
                _ if is_required => return None,
                _ => String::new(),
            };
            row.insert((*column).to_owned(), cell);
        }
    }
    Some(row)
}

/// What the schema cannot say, and the package demands.
fn mend(table: &str, row: &mut Row, tape: &mut Tape<'_>, rows: &Rows, own: &[Row]) -> Option<()> {
    let set = |row: &mut Row, name: &str, text: &str| {
        row.insert(name.to_owned(), text.to_owned());
    };
    let sort = |row: &mut Row, low: &str, high: &str| {
        let number = |text: &str| text.replace('-', "").parse::<u128>().unwrap_or_default();
        if number(&row[low]) > number(&row[high]) && !row[high].is_empty() {
            let cell = row[low].clone();
            row.insert(low.to_owned(), row[high].clone());
            row.insert(high.to_owned(), cell);
        }
    };
    match table {
        "indikator" | "crosscutting" => {
            let filled = ["tujuan", "sasaran", "baris"].into_iter().find(|it| !row[*it].is_empty());
            let filled = filled?;
            for name in ["tujuan", "sasaran", "baris"].into_iter().filter(|it| *it != filled) {
                set(row, name, "");
            }
            if table == "crosscutting" {
                set(row, ["mitra", "unit_kerja"][tape.below(2)], "");
                return Some(());
            }
            set(row, "formula", ["", "2 * 50", "1 / 3"][tape.below(3)]);
            set(row, "batas_bawah", "");
        }
        "kebijakan_indikator" => set(row, "batas_bawah", ""),
        "skala" => set(row, "parameter", ["", "skala/akip"][tape.below(2)]),
        "program_kegiatan" => {
            let above = match own.len() {
                0 => "",
                index => own[index - 1]["jenjang"].as_str(),
            };
            let (jenjang, induk) = match above {
                "" => ("total", ""),
                "total" => ("program", "total"),
                "program" => ("kegiatan", own[own.len() - 1]["id"].as_str()),
                "kegiatan" => ("subkegiatan", own[own.len() - 1]["id"].as_str()),
                _ => ("unsur", ""),
            };
            set(row, "jenjang", jenjang);
            set(row, "induk", induk);
            if jenjang == "total" {
                set(row, "id", "total");
            }
            if above == "unsur" {
                return None;
            }
        }
        "unit_kerja" if own.is_empty() => {
            set(row, "jenis", "kepala");
            set(row, "induk", "");
        }
        "unit_kerja" => {
            set(row, "jenis", ["sekretariat", "bidang", "uptd"][tape.below(3)]);
            let parent = own[tape.below(own.len())]["id"].clone();
            set(row, "induk", &parent);
        }
        "dokumen" => sort(row, "tahun", "sampai"),
        "pejabat" => sort(row, "mulai", "sampai"),
        "pita" => {
            // One band after another, each with a bound above the one before it.
            let skala = rows["skala"].iter().find(|it| it["id"] == row["skala"])?;
            if !skala["parameter"].is_empty() {
                return None;
            }
            let bound = if own.iter().any(|it| it["skala"] == row["skala"]) {
                format!("{}.5", own.len())
            } else {
                String::new()
            };
            set(row, "batas_bawah", &bound);
        }
        "target" | "realisasi" => match tape.below(4) {
            0 => {
                set(row, "nilai", "");
                set(row, "predikat", "");
            }
            1 => set(row, "nilai", ""),
            _ => {
                set(row, "nilai", "1.50");
                set(row, "predikat", "");
            }
        },
        "perjanjian_kinerja" => {
            let signed = row["status"] == "ditandatangani";
            set(row, "tanggal", if signed { "2023-01-16" } else { "" });
        }
        "register" => {
            let settings = [
                ("layanan", "periode_menurut", "selesai"),
                ("disiplin", "bawaan", "dihitung"),
                ("diklat", "jp_minimal", "20"),
            ];
            for (jenis, name, cell) in settings {
                if row["jenis"] == jenis && row[name].is_empty() {
                    set(row, name, cell);
                }
            }
        }
        "catatan_register" | "jenis_layanan" | "populasi_jabatan" | "jabatan"
        | "kasus_disiplin" | "peserta_diklat" => {
            let jenis = match table {
                "catatan_register" => "lainnya",
                "jenis_layanan" => "layanan",
                "kasus_disiplin" => "disiplin",
                "peserta_diklat" => "diklat",
                _ => "jabatan",
            };
            let register = rows["register"].iter().find(|it| it["jenis"] == jenis)?;
            set(row, "register", &register["id"]);
        }
        "kasus_layanan" => {
            let layanan = tape.pick(&rows["jenis_layanan"])?;
            set(row, "register", &layanan["register"]);
            set(row, "layanan", &layanan["id"]);
        }
        "bagian" => {
            let narasi = ["", "", "pendahuluan"][tape.below(3)];
            set(row, "narasi", narasi);
        }
        _ => {}
    }
    let pairs = [
        ("jabatan", "mulai", "sampai"),
        ("pemangku_jabatan", "mulai", "sampai"),
        ("peserta_diklat", "mulai", "selesai"),
        ("kasus_disiplin", "dilaporkan", "selesai"),
        ("kasus_layanan", "diterima", "selesai"),
    ];
    for (_, from, to) in pairs.iter().filter(|it| it.0 == table) {
        sort(row, from, to);
        // The days between them are as early as they can be.
        for name in ["diperiksa", "dikembalikan", "dilengkapi", "diteruskan", "kembali"] {
            if row.get(name).is_some_and(|it| !it.is_empty()) {
                let first = row[*from].clone();
                set(row, name, &first);
            }
        }
    }
    if row.get("alasan").is_some() && row.contains_key("register") {
        // A reason is one of the same register.
        let is_own = |it: &&Row| it["register"] == row["register"] && it["id"] == row["alasan"];
        if rows["alasan_register"].iter().find(is_own).is_none() {
            set(row, "alasan", "");
        }
    }
    if table == "target" {
        let upper = if row["nilai"].is_empty() { "" } else { ["", "1.5", "7"][tape.below(3)] };
        set(row, "nilai_atas", upper);
    }
    if ["target", "realisasi"].contains(&table) && !row["predikat"].is_empty() {
        // Predicates of a scale are chosen from it; these indikator have none.
        let indikator = rows["indikator"].iter().find(|it| it["id"] == row["indikator"])?;
        if !indikator["skala_nilai"].is_empty() {
            set(row, "predikat", "");
        }
    }
    Some(())
}

/// Tables that conform to the schema, and to what the package demands beyond it.
fn tables(tape: &mut Tape<'_>, schemas: &BTreeMap<String, Value>) -> Rows {
    let mut rows = Rows::new();
    for table in in_order(schemas) {
        let schema = &schemas[table];
        let key = texts(&schema["primaryKey"]);
        let mut own: Vec<Row> = Vec::new();
        let mut keys = BTreeSet::new();
        for _ in 0..tape.below(5) {
            let Some(mut row) = row(tape, schema, &rows, &own) else { continue };
            if mend(table, &mut row, tape, &rows, &own).is_none() {
                continue;
            }
            let own_key: Vec<String> = key.iter().map(|it| row[*it].clone()).collect();
            if key.is_empty() || keys.insert(own_key) {
                own.push(row);
            }
        }
        rows.insert(table.to_owned(), own);
    }
    complete(tape, &mut rows, schemas);
    rows
}

/// What other rows make necessary: bands of scales, ways to measure, targets of the year.
fn complete(tape: &mut Tape<'_>, rows: &mut Rows, schemas: &BTreeMap<String, Value>) {
    let with_bands: BTreeSet<String> = rows["pita"].iter().map(|it| it["skala"].clone()).collect();
    for skala in rows.get_mut("skala").into_iter().flatten() {
        if !with_bands.contains(&skala["id"]) {
            skala.insert("parameter".to_owned(), "skala/akip".to_owned());
        }
    }
    let declared: BTreeSet<String> =
        rows["kebijakan_indikator"].iter().map(|it| it["jenis"].clone()).collect();
    let targeted: BTreeSet<String> = rows["target"]
        .iter()
        .filter(|it| it["tahun"] == "2023" && it["periode"] == "tahun" && it["jenis"] == "target")
        .map(|it| it["indikator"].clone())
        .collect();
    let (declared, mut missing) = (declared, BTreeSet::new());
    for indikator in rows.get_mut("indikator").into_iter().flatten() {
        if indikator["jenis"] == "iku" && !targeted.contains(&indikator["id"]) {
            indikator.insert("jenis".to_owned(), "program".to_owned());
        }
        if !declared.contains(&indikator["jenis"]) {
            missing.insert(indikator["jenis"].clone());
        }
    }
    for jenis in missing {
        let schema = &schemas["kebijakan_indikator"];
        let mut row = row(tape, schema, rows, &[]).expect("only skala and dokumen are referred to");
        row.insert("jenis".to_owned(), jenis);
        row.insert("batas_bawah".to_owned(), String::new());
        rows.entry("kebijakan_indikator".to_owned()).or_default().push(row);
    }
}

/// The text of a table as a spreadsheet might write it: columns in another order, needless quotes,
/// blanks around cells, other line ends, empty rows.
fn careless(tape: &mut Tape<'_>, schema: &Value, rows: &[Row]) -> String {
    let mut columns: Vec<&str> = fields(schema).map(|(name, _)| name).collect();
    if tape.once_in(3) {
        let middle = tape.below(columns.len());
        columns.rotate_left(middle);
    }
    let line_end = ["\n", "\r\n"][tape.below(2)];
    let mut text = if tape.once_in(4) { "\u{feff}".to_owned() } else { String::new() };
    text += &(columns.join(",") + line_end);
    for row in rows {
        let cells: Vec<String> = columns
            .iter()
            .map(|column| {
                let cell = &row[*column];
                let blank = if tape.once_in(8) { " " } else { "" };
                if cell.contains([',', '"', '\n']) || tape.once_in(5) {
                    format!("\"{blank}{}{blank}\"", cell.replace('"', "\"\""))
                } else {
                    format!("{blank}{cell}{blank}")
                }
            })
            .collect();
        text += &(cells.join(",") + line_end);
        if tape.once_in(9) {
            text += &(",".repeat(columns.len() - 1) + line_end);
        }
    }
    text
}

fn package(tape: &mut Tape<'_>, schemas: &BTreeMap<String, Value>) -> Contents {
    let rows = tables(tape, schemas);
    let mut files = Contents::new();
    for (table, rows) in &rows {
        if !rows.is_empty() || tape.once_in(2) {
            let text = careless(tape, &schemas[table], rows);
            files.insert(format!("{table}.csv"), text.into_bytes());
        }
    }
    let settings = String::from_utf8(minimal()["paket.toml"].clone()).expect("it is UTF-8");
    let settings: Vec<&str> = settings
        .lines()
        .filter(|it| !it.starts_with("sumber") && !it.starts_with("skala"))
        .collect();
    files.insert("paket.toml".to_owned(), settings.join("\r\n").into_bytes());
    let narasi = format!("{}\r\n\r\n{}", text(tape), text(tape));
    files.insert("narasi/pendahuluan.md".to_owned(), narasi.into_bytes());
    files.insert(MANIFEST.to_owned(), plain_manifest(&files));
    files
}

fn read(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Berkas {
    let files = files.into_iter().map(|(path, bytes)| (path, std::io::Cursor::new(bytes)));
    read_files(files).unwrap_or_else(|errors| panic!("{}", listed(&errors)))
}

fn written(berkas: &Berkas) -> BTreeMap<String, String> {
    canonical_files(berkas).unwrap_or_else(|errors| panic!("{}", listed(&errors)))
}

fn bytes(files: &BTreeMap<String, String>) -> Contents {
    files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        // Each case is a whole package.
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_conforms_to_the_schema_is_read_and_keeps_its_facts_and_bytes(
        numbers in prop::collection::vec(any::<u16>(), 0..3_000)
    ) {
        let files = package(&mut Tape { numbers: &numbers, position: 0 }, &SCHEMAS);
        let berkas = read(files);
        let first = written(&berkas);
        let again = read(bytes(&first));
        prop_assert_eq!(&again, &berkas);
        prop_assert_eq!(written(&again), first);
    }

    #[test]
    fn texts_that_no_file_could_hold_are_written_in_their_canonical_form(
        uraian in "[ \ra\n\u{a0}\u{feff}\"]{0,8}b[ \ra\n]{0,8}", teks in "[\u{feff}\ra\n]{0,12}"
    ) {
        let mut berkas = read(minimal());
        berkas.visi[0].uraian = uraian;
        berkas.perangkat_daerah.tugas = berkas.visi[0].uraian.clone();
        berkas.narasi[0].teks = teks;
        let first = written(&berkas);
        prop_assert_eq!(written(&read(bytes(&first))), first);
    }
}
