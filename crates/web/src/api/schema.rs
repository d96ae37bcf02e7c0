//! What the objects of the API are, each with an example.

use selaras_domain::{Code, StatusAksi};
use selaras_package::{Column, Kind, Presence, Table};
use selaras_store::fact_tables;
use serde_json::{Map, Value, json};

use super::reply::WHOLE;
use crate::page::komentar::LONGEST;

/// A field of an object, and what it may hold.
struct Field(&'static str, Value, Value);

fn text(name: &'static str, example: &str) -> Field {
    Field(name, json!({ "type": "string" }), example.into())
}

fn number(name: &'static str, example: i64) -> Field {
    Field(name, json!({ "type": "integer" }), example.into())
}

fn flag(name: &'static str, example: bool) -> Field {
    Field(name, json!({ "type": "boolean" }), example.into())
}

/// A text, or nothing.
fn maybe(name: &'static str, example: impl Into<Value>) -> Field {
    Field(name, json!({ "type": ["string", "null"] }), example.into())
}

fn field(name: &'static str, schema: Value, example: Value) -> Field {
    Field(name, schema, example)
}

/// An object that is answered: all of its fields are there.
fn answered(fields: Vec<Field>) -> Value {
    let names: Vec<&str> = fields.iter().map(|it| it.0).collect();
    object(fields, &names)
}

/// An object that is sent: no other fields, and only some must be there.
fn sent(fields: Vec<Field>, needed: &[&str]) -> Value {
    let mut schema = object(fields, needed);
    schema["additionalProperties"] = false.into();
    schema
}

fn object(fields: Vec<Field>, needed: &[&str]) -> Value {
    let (mut properties, mut example) = (Map::new(), Map::new());
    for Field(name, schema, value) in fields {
        properties.insert(name.to_owned(), schema);
        example.insert(name.to_owned(), value);
    }
    json!({
        "type": "object", "required": needed, "properties": properties, "examples": [example],
    })
}

/// An object whose names are not known beforehand.
fn map_of(kind: Value) -> Value {
    json!({ "type": "object", "additionalProperties": { "type": kind } })
}

const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const TIME: &str = "2024-02-01T03:00:00Z";

fn figure() -> Vec<Field> {
    vec![
        text("id", "indikator/iku-1/2023/capaian"),
        text("label", "Capaian iku-1 tahun 2023"),
        text("satuan", "%"),
        maybe("nilai", "118.0"),
        maybe("teks", Value::Null),
        text("keadaan", "dihitung"),
        flag("terverifikasi", true),
        maybe("catatan", Value::Null),
        maybe("predikat", "Sangat Tinggi"),
    ]
}

fn trail() -> Field {
    let example = json!({
        "aturan": "capaian/pos@1", "dasar": ["Permenpan-RB 53/2014"],
        "rumus": "realisasi ÷ target × 100", "hitungan": "99,1 ÷ 84 × 100",
        "masukan": [{
            "nama": "realisasi", "nilai": "99,1", "angka": "indikator/iku-1/2023/realisasi",
            "sumber": null,
        }],
    });
    field("jejak", json!({ "type": "object" }), example)
}

fn cell_of_sheet() -> Vec<Field> {
    vec![
        text("sel", "r:iku-1:2023:tw1"),
        text("tabel", "realisasi"),
        field(
            "kunci",
            map_of("string".into()),
            json!({ "indikator": "iku-1", "tahun": "2023", "periode": "tw1" }),
        ),
        maybe("nilai", "91.5"),
        flag("terverifikasi", false),
        flag("dapat_diubah", true),
    ]
}

/// A value for a cell.
fn cell() -> Value {
    json!({ "type": ["string", "integer", "null"], "minimum": -WHOLE, "maximum": WHOLE })
}

/// The status of an action, and what was seen of it.
fn monev(status: Value) -> Vec<Field> {
    vec![
        field("status", status, "berjalan".into()),
        maybe("tanggal", "2023-04-05"),
        maybe("pelaksana", "Bidang Mutasi"),
        maybe("temuan", "Usulan terkumpul."),
        maybe("kendala", Value::Null),
        maybe("tindak_lanjut", Value::Null),
    ]
}

fn reason() -> Field {
    let schema = json!({ "type": "string", "pattern": "\\S" });
    field("alasan", schema, "Lampirkan berita acara.".into())
}

pub(super) fn schemas() -> Value {
    let integer = || json!("integer");
    let cells = || map_of(json!(["string", "null"]));
    let status: Vec<&str> = StatusAksi::ALL.iter().map(|(_, code)| *code).collect();
    let mut all = json!({
        "Objek": { "type": "object" },
        "Masalah": answered(vec![
            text("type", "about:blank"), text("title", "Perlu token"), number("status", 401),
            text("detail", "Kirim token yang masih berlaku: `Authorization: Bearer slr_…`."),
        ]),
        "BerkasRingkas": answered(vec![text("perangkat", "BKPSDM"), number("tahun", 2023)]),
        "Berkas": answered(vec![
            text("perangkat", "BKPSDM"), number("tahun", 2023),
            text("nama", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
            number("versi", 12),
            field("tabel", map_of(integer()), json!({ "indikator": 12, "target": 96 })),
        ]),
        "Angka": answered(figure()),
        "AngkaBerjejak": answered(figure().into_iter().chain([trail()]).collect()),
        "Baris": answered(vec![
            number("baris", 1), number("versi", 1),
            field("isi", cells(), json!({ "indikator": "iku-1", "uraian": "Anggaran terlambat" })),
        ]),
        "BarisBaru": sent(
            vec![
                field(
                    "isi",
                    json!({
                        "type": "object", "additionalProperties": cell(),
                        "description": "Kolom dan selnya, menurut tabelnya (lihat skema Tabel_…).",
                    }),
                    json!({ "uraian": "Anggaran baru tersedia pada triwulan II" }),
                ),
                maybe("alasan", "diperjelas"),
            ],
            &["isi"],
        ),
        "Isian": answered(cell_of_sheet()),
        "IsianTersimpan": answered(vec![field(
            "isian",
            json!({ "type": "array", "items": { "$ref": "#/components/schemas/Isian" } }),
            json!([example_of(&answered(cell_of_sheet()))]),
        )]),
        "IsianBaru": sent(
            vec![field(
                "isian",
                json!({ "type": "array", "items": sent(
                    vec![
                        text("sel", "r:iku-1:2023:tw1"),
                        field("nilai", cell(), "91.5".into()),
                        field("lama", cell(), Value::Null),
                    ],
                    &["sel", "nilai", "lama"],
                ) }),
                json!([{ "sel": "r:ikt-1:2023:tw1", "nilai": "91.5", "lama": null }]),
            )],
            &["isian"],
        ),
        "Monev": answered(
            monev(json!({ "type": ["string", "null"] }))
                .into_iter()
                .chain([text("aksi", "Menyusun SOP"), number("versi", 1)])
                .collect(),
        ),
        "MonevBaru": sent(monev(json!({ "type": "string", "enum": status })), &["status"]),
        "Pengukuran": answered(vec![
            text("triwulan", "tw1"), text("status", "draf"), number("versi", 0),
            maybe("pesan", Value::Null), maybe("pengaju", Value::Null),
            maybe("batas", "2023-04-10"), maybe("dibuka_sampai", Value::Null),
            flag("dapat_diubah", true),
        ]),
        "Langkah": sent(vec![maybe("alasan", Value::Null)], &[]),
        "LangkahBeralasan": sent(vec![reason()], &["alasan"]),
        "BukaKunci": sent(
            vec![
                reason(),
                field("sampai", json!({ "type": "string", "format": "date" }), "2099-12-31".into()),
            ],
            &["alasan", "sampai"],
        ),
        "Bukti": answered(vec![
            number("id", 1), maybe("indikator", "iku-1"), maybe("triwulan", "tw1"),
            maybe("perjanjian", Value::Null), maybe("tabel", Value::Null),
            maybe("kunci", Value::Null), text("nama", "berita-acara.pdf"),
            maybe("halaman", "12–14"), maybe("keterangan", Value::Null),
            text("jenis", "application/pdf"), number("ukuran", 20480), text("sha256", HASH),
            text("pengunggah", "perencana"), text("waktu", TIME),
        ]),
        "Narasi": answered(vec![
            text("id", "latar-belakang"), number("versi", 1),
            text("teks", "Capaian tahun ini {capaian iku-1 2023} persen."),
        ]),
        "NarasiBaru": sent(
            vec![text("teks", "Capaian tahun ini {capaian iku-1 2023} persen.")],
            &["teks"],
        ),
        "RiwayatNarasi": answered(vec![
            number("nomor", 120), text("waktu", TIME), text("oleh", "perencana"),
            maybe("lama", "Teks lama."), maybe("baru", "Teks baru."),
        ]),
        "Komentar": answered(vec![
            number("id", 1), text("objek", "narasi/latar-belakang"),
            text("isi", "Sebutkan dasar hukumnya."), text("penulis", "Verifikator"),
            text("waktu", TIME), maybe("selesai_oleh", Value::Null),
            maybe("selesai_waktu", Value::Null),
        ]),
        "KomentarBaru": sent(
            vec![
                field(
                    "objek",
                    json!({ "type": "string", "pattern": "^[^/]+/[^/]+$" }),
                    "narasi/latar-belakang".into(),
                ),
                field(
                    "isi",
                    json!({ "type": "string", "pattern": "\\S", "maxLength": LONGEST }),
                    "Sebutkan dasar hukumnya.".into(),
                ),
            ],
            &["objek", "isi"],
        ),
        "KomentarSelesai": sent(vec![flag("selesai", true)], &["selesai"]),
        "Temuan": answered(vec![
            text("kode", "UKR001"), text("tingkat", "wajib"), text("tentang", "indikator iku-1"),
            text("objek", "indikator/iku-1"), text("tabel", "indikator"), text("baris", "iku-1"),
            maybe("kolom", Value::Null), text("pesan", "Realisasi tidak sama dengan rumusnya."),
            text("perbaikan", "Periksa variabelnya."), maybe("dasar", Value::Null),
            field(
                "dikesampingkan",
                json!({ "type": ["object", "null"] }),
                json!({ "oleh": "Kepala", "alasan": "pembulatan", "tanggal": "2024-02-01" }),
            ),
        ]),
        "Pengecualian": answered(vec![
            number("baris", 1), number("versi", 1), text("kode", "UKR001"),
            text("objek", "indikator/iku-1"), text("alasan", "Pembulatan."),
            text("oleh", "Kepala (Kepala perangkat daerah)"), text("tanggal", "2024-02-01"),
        ]),
        "PengecualianBaru": sent(
            vec![text("kode", "UKR001"), text("objek", "indikator/iku-1"), reason()],
            &["kode", "objek", "alasan"],
        ),
        "DokumenSah": answered(vec![
            text("jenis", "lkjip"), number("nomor", 1), text("sha256", HASH),
            number("ukuran", 812_345), text("waktu", TIME), text("penanda_tangan", "kepala"),
            text("fakta", "sha256:…"), text("aturan", "Selaras 0.1.0, aturan 5f2c91a0b3d4"),
            field("jejak", json!({ "type": "object" }), json!({ "nomor": 120, "hash": HASH })),
        ]),
        "Katalog": answered(vec![
            number("mulai", 2025), text("dasar", "Kepmendagri 900.1.15.5-3406 Tahun 2024"),
            number("baris", 6021),
        ]),
        "Nomenklatur": answered(vec![
            text("kode", "5.03.02.2.01.0003"), text("nama", "Pengelolaan data kepegawaian"),
            maybe("jenjang", "subkegiatan"), maybe("kinerja", Value::Null),
            maybe("indikator", "Jumlah dokumen"), maybe("satuan", "dokumen"),
        ]),
        "CatatanJejak": answered(vec![
            number("nomor", 120), text("waktu", TIME), text("pelaku", "perencana"),
            text("asal", "10.1.2.3"), text("tindakan", "ubah"),
            text("objek", "berkas/BKPSDM/2023/realisasi/7/nilai"), maybe("lama", "90"),
            maybe("baru", "91.5"), maybe("alasan", Value::Null), text("hash", HASH),
        ]),
    });
    for table in fact_tables() {
        all[format!("Tabel_{}", table.name)] = table_schema(table);
    }
    all
}

fn example_of(schema: &Value) -> Value {
    schema["examples"][0].clone()
}

/// An object of a schema, as it may be.
pub(crate) fn example(schema: &str) -> Value {
    example_of(&schemas()[schema])
}

/// What the cells of a table may be, from the package's own declarations.
fn table_schema(table: &Table) -> Value {
    let column = |it: &Column| {
        let mut schema = json!({ "type": ["string", "null"], "description": it.about });
        if let Kind::Word(words) = &it.kind {
            let words = words.iter().map(|it| Value::from(*it));
            schema["enum"] = words.chain([Value::Null]).collect();
        }
        (it.name.to_owned(), schema)
    };
    let is_required = |it: &&Column| it.presence == Presence::Required;
    let required: Vec<&str> = table.columns.iter().filter(is_required).map(|it| it.name).collect();
    json!({
        "type": "object", "description": table.about, "required": required,
        "properties": table.columns.iter().map(column).collect::<Map<_, _>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::operation::{Gives, Takes};
    use super::super::operations;
    use super::schemas;

    #[test]
    fn every_object_that_an_operation_names_is_described_with_an_example() {
        let all = schemas();
        for it in operations() {
            let taken = match it.takes {
                Takes::Json(name) => Some(name),
                _ => None,
            };
            let given = match it.gives {
                Gives::One(name) | Gives::List(name) => Some(name),
                _ => None,
            };
            for name in [taken, given].into_iter().flatten().filter(|it| *it != "Objek") {
                let example = all[name]["examples"][0].as_object();
                let example = example.unwrap_or_else(|| panic!("{name} has no example"));
                assert!(!example.is_empty(), "{name}");
            }
        }
    }
}
