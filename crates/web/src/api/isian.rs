//! What is entered quarter by quarter: the cells of the sheets, and the monev of the actions. Whoever
//! may measure on screen may do it here, and nothing else.

use std::collections::BTreeMap;

use selaras_domain::Code;
use selaras_store::{Put, StoreError};
use serde_json::{Map, Value, json};

use super::operation::{Gives, Part, Takes, change, get, of_berkas};
use super::reply::{
    cell, listed, meant_version, object_of, one, sent_cell, sent_object, tag_of_value,
};
use crate::ask::{Answer, Ask, Fault};
use crate::context::Context;
use crate::page::pengukuran::{self, quarter_of};
use crate::page::rencana_aksi::{Action, MONEV};
use crate::permission::Permission::{Measure, ReadOffice};
use crate::sheet::{CellKey, Kept};

pub(super) const PART: Part = Part {
    title: "Isian",
    operations: &[
        get(
            of_berkas!("/isian"),
            (ReadOffice, list),
            ("listIsian", "Sel lembar pengukuran: yang diisi setiap triwulan dan tahun."),
            Gives::List("Isian"),
        ),
        change(
            "PATCH",
            of_berkas!("/isian"),
            (Measure, save),
            (
                "changeIsian",
                "Mengisi sel: semuanya, atau tidak satu pun. `lama` adalah nilai yang dibaca; bila \
                 sudah lain, tidak ada yang disimpan.",
            ),
            Takes::Json("IsianBaru"),
            Gives::One("IsianTersimpan"),
        ),
        get(
            of_berkas!("/rencana-aksi/{indikator}/{periode}/{nomor}/monev"),
            (ReadOffice, show_monev),
            ("showMonev", "Monev sebuah aksi."),
            Gives::One("Monev"),
        ),
        change(
            "PUT",
            of_berkas!("/rencana-aksi/{indikator}/{periode}/{nomor}/monev"),
            (Measure, write_monev),
            ("writeMonev", "Menyimpan monev sebuah aksi; yang tidak disebut menjadi kosong."),
            Takes::Json("MonevBaru"),
            Gives::One("Monev"),
        )
        .with_if_match(),
    ],
};

/// The cells of the sheets, and whether each can be changed today.
struct Cells {
    keys: Vec<CellKey>,
    kept: Kept,
    is_open: [bool; 4],
}

impl Cells {
    fn of(ask: &Ask<'_>, context: &Context) -> Result<Cells, Fault> {
        let (keys, kept) = pengukuran::entered(ask, context)?;
        let day = ask.day();
        let is_open = ask.store().pengajuan(&context.berkas)?.map(|it| it.is_open_on(day));
        Ok(Cells { keys, kept, is_open })
    }

    fn value(&self, key: &CellKey) -> Value {
        let (kept, is_verified) = self.kept.get(key);
        let cells: Map<String, Value> =
            key.key().map(|(name, cell)| (name.to_owned(), cell.into())).collect();
        let periode = selaras_domain::Periode::from_code(key.part("periode"));
        let quarter = periode.map(|it| usize::from(crate::context::nomor(quarter_of(it)) - 1));
        json!({
            "sel": key.name(), "tabel": key.kind.tabel, "kunci": cells, "nilai": cell(kept),
            "terverifikasi": is_verified && !kept.is_empty(),
            "dapat_diubah": quarter.is_some_and(|it| self.is_open[it]),
        })
    }
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let cells = Cells::of(ask, &context)?;
    listed(ask, cells.keys.iter().collect(), |it| cells.value(it))
}

fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut object = sent_object(ask, &["isian"])?;
    let Some(Value::Array(sent)) = object.remove("isian") else {
        return Err(Fault::Bad("`isian` harus sebuah larik.".to_owned()));
    };
    let cells = Cells::of(ask, &context)?;
    let known: BTreeMap<&str, &CellKey> = cells.keys.iter().map(|it| (it.name(), it)).collect();
    let (mut rows, mut names) = (Vec::<Put>::new(), Vec::new());
    for it in sent {
        let it = object_of(it, "Tiap anggota `isian`", &["sel", "nilai", "lama"])?;
        let needed = |name: &str| {
            it.get(name).ok_or_else(|| Fault::Bad(format!("`{name}` harus disebut pada tiap sel.")))
        };
        let name = needed("sel")?;
        let name = name.as_str().ok_or_else(|| Fault::Bad("`sel` harus teks.".to_owned()))?;
        let (now, seen) =
            (sent_cell("nilai", needed("nilai")?)?, sent_cell("lama", needed("lama")?)?);
        let key = known.get(name).ok_or_else(|| {
            Fault::Facts(format!("Tidak ada sel «{name}»; lihat daftarnya pada `/isian`."))
        })?;
        if names.contains(&key.name()) {
            return Err(Fault::Facts(format!("Sel «{name}» disebut lebih dari sekali.")));
        }
        names.push(key.name());
        if now != seen {
            rows.push(key.put(seen, now));
        }
    }
    match ask.store().put(&ask.pelaku(), &context.berkas, rows) {
        // One cell alone says by itself what is wrong with it, and what is there now.
        Err(StoreError::Rows(mut faults)) if faults.len() == 1 => {
            return Err(faults.remove(0).1.into());
        }
        done => done.map(drop)?,
    }
    let fresh = Cells::of(ask, &context)?;
    let saved = fresh.keys.iter().filter(|it| names.contains(&it.name()));
    Ok(one(&json!({ "isian": saved.map(|it| fresh.value(it)).collect::<Vec<_>>() })))
}

fn monev_value(action: &Action) -> Value {
    let fields = MONEV.map(|name| (name.to_owned(), cell(action.kept(name))));
    let mut value = Value::Object(fields.into_iter().collect());
    value["aksi"] = action.row.aksi.as_str().into();
    value["versi"] = action.versi().into();
    value
}

fn show_monev(ask: &Ask<'_>) -> Answer {
    let action = Action::of(ask, &Context::of(ask)?)?;
    Ok(one(&monev_value(&action)))
}

fn write_monev(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let action = Action::of(ask, &context)?;
    let versi = meant_version(ask, &tag_of_value(&monev_value(&action)), action.versi())?;
    if versi != action.versi() {
        let what = format!("berkas/{}/monev_aksi", context.berkas.key);
        return Err(Fault::Store(StoreError::Conflict { what, versi, found: None }));
    }
    let object = sent_object(ask, &MONEV)?;
    let cells = MONEV.map(|name| {
        let value = object.get(name).unwrap_or(&Value::Null);
        Ok((name.to_owned(), sent_cell(name, value)?))
    });
    let cells = cells.into_iter().collect::<Result<Vec<_>, Fault>>()?;
    action.save(ask, &context, &cells)?;
    show_monev(ask)
}
