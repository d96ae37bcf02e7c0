//! The tree of urusan, program, kegiatan and subkegiatan of an office.

use selaras_domain::{Jenjang, KodeNomenklatur, ProgramKegiatan};

use super::{Maker, id};
use crate::profile::{Jalur, KegiatanPlan, ProgramPlan, SubPlan, jalur, penunjang, urusan};

/// A row of the tree, with what is planned for it.
pub(super) struct Row {
    pub(super) row: ProgramKegiatan,
    pub(super) plan: Plan,
}

/// What a row is for.
#[derive(Clone, Copy)]
pub(super) enum Plan {
    Whole,
    Program { indikator: &'static str, jalur: Jalur },
    Kegiatan { hasil: &'static str },
    Subkegiatan { sub: &'static SubPlan, is_penunjang: bool, is_gaji: bool },
}

impl Row {
    pub(super) fn id(&self) -> &str {
        selaras_domain::Id::as_str(&self.row.id)
    }

    /// Whether a row is this one or stands below it; the ids are made so.
    pub(super) fn holds(&self, other: &Row) -> bool {
        let (own, other) = (self.id(), other.id());
        own == "total"
            || own == other
            || other.strip_prefix(own).is_some_and(|it| it.starts_with('.'))
    }
}

/// All rows, in the order of the plan.
pub(super) fn rows(maker: &Maker) -> Vec<Row> {
    let mut tree = Tree { maker, rows: Vec::new(), numbers: [0; 3] };
    tree.push("total", None, Jenjang::Total, "Jumlah", None, Plan::Whole);
    let first = maker.profile.program[0].kode;
    let mut urusan_before = "";
    for (index, program) in maker.profile.program.iter().enumerate() {
        let kode = &program.kode[..4];
        if kode != urusan_before {
            tree.push(kode, None, Jenjang::Urusan, urusan(kode), None, Plan::Whole);
            urusan_before = kode;
        }
        if index == 0 {
            tree.add_penunjang(&first[..4]);
        }
        tree.add_program(program);
    }
    tree.rows
}

struct Tree<'m> {
    maker: &'m Maker,
    rows: Vec<Row>,
    /// Printed numbers of the program, kegiatan and subkegiatan at hand.
    numbers: [u16; 3],
}

impl Tree<'_> {
    fn add_penunjang(&mut self, urusan: &str) {
        let kode = format!("{urusan}.01");
        let keeper = self.maker.profile.bentuk.penatausaha();
        let plan = Plan::Program {
            indikator: penunjang::INDIKATOR,
            jalur: jalur(rust_decimal::dec!(88), rust_decimal::dec!(98)),
        };
        self.push(&kode, Some(urusan), Jenjang::Program, penunjang::NAMA, Some(keeper), plan);
        for it in &penunjang::KEGIATAN {
            self.add_kegiatan(&kode, it, keeper, true);
        }
    }

    fn add_program(&mut self, it: &'static ProgramPlan) {
        let leader = self.maker.kepala_unit(it.bidang);
        let plan = Plan::Program { indikator: it.indikator, jalur: it.jalur };
        let urusan = &it.kode[..4];
        self.push(it.kode, Some(urusan), Jenjang::Program, it.nama, Some(&leader), plan);
        for kegiatan in it.kegiatan {
            self.add_kegiatan(it.kode, kegiatan, &leader, false);
        }
    }

    fn add_kegiatan(
        &mut self,
        program: &str,
        it: &'static KegiatanPlan,
        leader: &str,
        is_penunjang: bool,
    ) {
        let kode = format!("{program}.{}", it.kode);
        let plan = Plan::Kegiatan { hasil: it.hasil };
        self.push(&kode, Some(program), Jenjang::Kegiatan, it.nama, Some(leader), plan);
        for sub in it.subkegiatan {
            let own = format!("{kode}.{:04}", sub.kode);
            let is_gaji = is_penunjang && (it.kode, sub.kode) == penunjang::GAJI;
            let plan = Plan::Subkegiatan { sub, is_penunjang, is_gaji };
            self.push(&own, Some(&kode), Jenjang::Subkegiatan, sub.nama, Some(leader), plan);
        }
    }

    fn push(
        &mut self,
        kode: &str,
        induk: Option<&str>,
        jenjang: Jenjang,
        nama: &str,
        leader: Option<&str>,
        plan: Plan,
    ) {
        let profile = self.maker.profile;
        let is_leaf = jenjang == Jenjang::Subkegiatan;
        let group = match plan {
            Plan::Whole => None,
            Plan::Subkegiatan { is_penunjang: true, .. } => {
                Some(format!("Pegawai {}", profile.nama))
            }
            _ => Some("Warga Kota Contoh".to_owned()),
        };
        let row = ProgramKegiatan {
            id: id(kode),
            induk: induk.map(id),
            jenjang,
            nomor: self.number(jenjang),
            kode: KodeNomenklatur::parse(kode),
            nama: nama.to_owned(),
            lokasi: is_leaf.then(|| "Kota Contoh".to_owned()),
            kelompok_sasaran: group,
            penanggung_jawab: leader.map(str::to_owned),
            asal: self.maker.asal_at(&format!("renja-{}", self.maker.tahun), "Tabel 3"),
        };
        self.rows.push(Row { row, plan });
    }

    /// `2.1.3`: counts on at its level and begins anew below it.
    fn number(&mut self, jenjang: Jenjang) -> Option<String> {
        let level = match jenjang {
            Jenjang::Program => 0,
            Jenjang::Kegiatan => 1,
            Jenjang::Subkegiatan => 2,
            Jenjang::Total | Jenjang::Unsur | Jenjang::Urusan => return None,
        };
        self.numbers[level] += 1;
        self.numbers[level + 1..].fill(0);
        let parts: Vec<String> = self.numbers[..=level].iter().map(u16::to_string).collect();
        Some(parts.join("."))
    }
}
