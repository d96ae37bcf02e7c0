//! A perjanjian kinerja in its legal form, statement and attachment: by itself, as its parties sign it,
//! or as an annex. PermenPANRB 53/2014 Lampiran I: Anak Lampiran I/1-6 for one signer, I/2-6 for two
//! parties, I/5-6 for the attachment.

use jiff::civil::Date;
use selaras_domain::dokumen::{
    Align, Block, Cell, Dokumen, Inline, Orientation, PageNumbers, Rank, RowKind, Section,
    Signature, TableSize, text,
};
use selaras_domain::{
    Berkas, Hasil, Id, Indikator, Jenjang, Pagu, Pejabat, PerjanjianKinerja, Pokok,
    StatusPerjanjian, Target,
};

use super::remarks::{Certainty, ILLEGIBLE, Remarks, certainty};
use super::{cells, signature, tree};
use crate::context::{Context, PartError};
use crate::error::ReportError;
use crate::lkjip::{Options, konsep};
use crate::table::{NO, TableBuilder, centred, number, words};

/// `lampiran-pk PK-ID`.
pub(super) fn part(ctx: &Context<'_>, args: &[&str]) -> Result<Vec<Block>, PartError> {
    let agreement = Agreement::new(ctx, find(ctx, args)?)?;
    let mut blocks = agreement.statement(Rank::Minor);
    blocks.push(Block::PageBreak);
    blocks.extend(agreement.attachment(Rank::Minor, agreement.remark()));
    Ok(blocks)
}

/// The agreement as the document that its parties sign.
///
/// # Errors
///
/// A party that the facts do not know.
pub fn perjanjian_kinerja(
    berkas: &Berkas,
    hasil: &Hasil,
    pk: &PerjanjianKinerja,
    options: &Options,
) -> Result<Dokumen, ReportError> {
    let tanggal = options.tanggal.or(signed_on(pk)).or(berkas.perangkat_daerah.tanggal_data);
    let ctx = Context { berkas, hasil, tanggal };
    let agreement = Agreement::new(&ctx, pk).map_err(|error| {
        let row = berkas.perjanjian_kinerja.iter().position(|it| it.id == pk.id);
        // The head is line 1.
        let line = row.map_or(1, |it| it + 2);
        ReportError { file: "perjanjian_kinerja.csv".to_owned(), line, message: error.0 }
    })?;
    let section = |kepala: String, blocks| Section {
        page_numbers: PageNumbers::Arabic,
        orientation: Orientation::Portrait,
        kepala,
        blocks,
    };
    let judul = berkas.find_dokumen(&pk.dokumen).map(|it| it.judul.clone());
    let (office, tahun) = (ctx.office(), pk.tahun.to_string());
    Ok(Dokumen {
        sampul: None,
        judul: judul.unwrap_or_else(|| agreement.title()),
        penerbit: ctx.office_in_full(),
        kepala_halaman: office.clone(),
        konsep: options.konsep.then(|| konsep(tanggal, "belum ditandatangani")),
        tanggal: tanggal.or_else(|| Some(pk.tahun.last_day())),
        kata_kunci: ["perjanjian kinerja", "SAKIP", &office, &tahun].map(str::to_owned).to_vec(),
        sections: vec![
            section(agreement.title(), agreement.statement(Rank::Bab)),
            section(
                format!("Lampiran {}", agreement.title()),
                // It is to be signed: that nobody has yet is for a draft to say.
                agreement.attachment(Rank::Lampiran, None),
            ),
        ],
    })
}

/// The day on which an agreement was signed.
fn signed_on(pk: &PerjanjianKinerja) -> Option<Date> {
    match pk.status {
        StatusPerjanjian::Ditandatangani { tanggal } => Some(tanggal),
        StatusPerjanjian::Draf | StatusPerjanjian::Diajukan => None,
    }
}

/// The agreement that is asked for; without a name the only one of the year.
fn find<'a>(ctx: &Context<'a>, args: &[&str]) -> Result<&'a PerjanjianKinerja, PartError> {
    let all = &ctx.berkas.perjanjian_kinerja;
    let known: Vec<&str> = all.iter().map(|it| it.id.as_str()).collect();
    let choice = match known.as_slice() {
        [] => "Data belum memuat perjanjian kinerja: isi perjanjian_kinerja.csv.".to_owned(),
        _ => format!("Pilih salah satu: {}.", known.join(", ")),
    };
    match args.first() {
        Some(id) => all
            .iter()
            .find(|it| it.id.as_str() == *id)
            .ok_or_else(|| PartError(format!("Perjanjian kinerja «{id}» tidak ada. {choice}"))),
        None => match all.as_slice() {
            [one] => Ok(one),
            _ => Err(PartError(format!(
                "Bagian «lampiran-pk» memerlukan nama perjanjian kinerja. {choice}"
            ))),
        },
    }
}

struct Agreement<'c, 'a> {
    ctx: &'c Context<'a>,
    pk: &'a PerjanjianKinerja,
    pertama: &'a Pejabat,
    kedua: Option<&'a Pejabat>,
}

impl<'c, 'a> Agreement<'c, 'a> {
    fn new(
        ctx: &'c Context<'a>,
        pk: &'a PerjanjianKinerja,
    ) -> Result<Agreement<'c, 'a>, PartError> {
        let pejabat = |id| {
            let sentence =
                || PartError(format!("Pejabat «{id}» pada perjanjian «{}» tidak ada.", pk.id));
            ctx.berkas.find_pejabat(id).ok_or_else(sentence)
        };
        let pertama = pejabat(&pk.pihak_pertama)?;
        let kedua = pk.pihak_kedua.as_ref().map(pejabat).transpose()?;
        Ok(Agreement { ctx, pk, pertama, kedua })
    }

    fn title(&self) -> String {
        let change = if self.pk.mengubah.is_some() { "Perubahan " } else { "" };
        format!("{change}Perjanjian Kinerja Tahun {}", self.pk.tahun)
    }

    fn label(&self, suffix: &str) -> String {
        format!("lampiran-pk-{}{suffix}", self.pk.id)
    }

    fn statement(&self, rank: Rank) -> Vec<Block> {
        let mut blocks = vec![
            Block::heading(rank, &self.title().to_uppercase(), &self.label("-pernyataan")),
            Block::Paragraph(vec![Inline::Strong(text(self.ctx.office_in_full()))]),
        ];
        // The words of the form are those of the regulation; they are not ours to better.
        match self.kedua {
            None => {
                blocks.push(paragraph(
                    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan \
                     akuntabel serta berorientasi pada hasil, yang bertanda tangan di bawah ini:",
                ));
                blocks.push(who(self.pertama));
                blocks.push(paragraph(
                    "berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran \
                     perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti \
                     yang telah ditetapkan dalam dokumen perencanaan.",
                ));
                blocks.push(paragraph(
                    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi \
                     tanggung jawab kami.",
                ));
            }
            Some(kedua) => {
                blocks.push(paragraph(
                    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan \
                     akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah \
                     ini:",
                ));
                blocks.push(who(self.pertama));
                blocks.push(paragraph("selanjutnya disebut pihak pertama"));
                blocks.push(who(kedua));
                blocks.push(paragraph(
                    "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
                ));
                blocks.push(paragraph(
                    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai \
                     lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah \
                     seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan \
                     kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
                ));
                blocks.push(paragraph(
                    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan \
                     evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan \
                     yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
                ));
            }
        }
        blocks.push(Block::Signatures(self.signatures()));
        blocks
    }

    /// Left Pihak Kedua, right Pihak Pertama; a head who signs alone is no party.
    fn signatures(&self) -> Vec<Signature> {
        let pertama = Signature {
            tempat_tanggal: Some(signature::place(&self.pk.tempat, signed_on(self.pk))),
            peran: self.kedua.map(|_| "Pihak Pertama,".to_owned()),
            ..signature::of(self.pertama)
        };
        let kedua = self
            .kedua
            .map(|it| Signature { peran: Some("Pihak Kedua,".to_owned()), ..signature::of(it) });
        kedua.into_iter().chain([pertama]).collect()
    }

    fn attachment(&self, rank: Rank, remark: Option<&str>) -> Vec<Block> {
        let title = format!("Lampiran {}", self.title()).to_uppercase();
        let mut blocks = vec![
            Block::heading(rank, &title, &self.label("-lampiran")),
            self.indikator(),
            self.program(),
        ];
        blocks.extend(remark.map(|it| Block::Note(text(it))));
        blocks.push(Block::Signatures(self.signatures()));
        blocks
    }

    /// What a report says of an agreement that nobody has signed.
    fn remark(&self) -> Option<&'static str> {
        match self.pk.status {
            StatusPerjanjian::Ditandatangani { .. } => None,
            StatusPerjanjian::Draf => Some("Perjanjian ini masih draf dan belum ditandatangani."),
            StatusPerjanjian::Diajukan => {
                Some("Perjanjian ini sudah diajukan dan belum ditandatangani.")
            }
        }
    }

    /// The targets that this very document states, in the order of the indicators.
    fn targets(&self) -> Vec<(&Indikator, &Target)> {
        let berkas = self.ctx.berkas;
        let rank = |it: &Indikator| match it.pokok {
            Pokok::Tujuan(_) => 0,
            Pokok::Sasaran(_) => 1,
            Pokok::Baris(_) => 2,
        };
        let mut all: Vec<(&Indikator, &Target)> = berkas
            .indikator
            .iter()
            .filter_map(|indikator| {
                let target = self.ctx.target_in(&indikator.id, self.pk.tahun, &self.pk.dokumen)?;
                Some((indikator, target))
            })
            .collect();
        all.sort_by_key(|(indikator, _)| rank(indikator));
        all
    }

    fn indikator(&self) -> Block {
        let targets = self.targets();
        if targets.is_empty() {
            return paragraph("Target indikator menurut perjanjian ini belum tercatat pada data.");
        }
        let has = |pokok: fn(&Pokok) -> bool| targets.iter().any(|(it, _)| pokok(&it.pokok));
        let subject = match (
            has(|it| matches!(it, Pokok::Tujuan(_))),
            has(|it| matches!(it, Pokok::Sasaran(_))),
            has(|it| matches!(it, Pokok::Baris(_))),
        ) {
            (true, _, false) => "Tujuan/Sasaran Strategis",
            (false, true, false) => "Sasaran Strategis",
            (false, false, true) => "Sasaran Program/Kegiatan",
            _ => "Tujuan/Sasaran",
        };
        let places = cells::places(targets.iter().filter_map(|(_, it)| it.nilai.as_ref()));
        let target_head = format!("Target {}", self.pk.tahun);
        let mut builder = TableBuilder::new(self.label("-indikator"), "")
            .columns(&[NO, words(4), words(5), centred(), number()])
            .head_row(["No", subject, "Indikator Kinerja", "Satuan", &target_head])
            .column_numbers();
        let mut remarks = Remarks::default();
        let mut rest = targets.as_slice();
        let mut nomor = 0;
        while let Some((first, _)) = rest.first() {
            let n = rest.iter().take_while(|(it, _)| it.pokok == first.pokok).count();
            let height = u16::try_from(n).expect("a sasaran has few indicators");
            nomor += 1;
            for (place, (indikator, target)) in rest[..n].iter().enumerate() {
                let mut row = match place {
                    0 => vec![
                        Cell::text(format!("{nomor}")).spanning(1, height),
                        Cell::text(self.subject(&first.pokok)).spanning(1, height),
                    ],
                    _ => Vec::new(),
                };
                row.push(Cell::text(indikator.nama.as_str()));
                row.push(Cell::text(indikator.satuan.as_str()));
                row.push(target_cell(indikator, target, places, &mut remarks));
                builder.push(RowKind::Body, row);
            }
            rest = &rest[n..];
        }
        remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
    }

    fn subject(&self, pokok: &Pokok) -> String {
        let berkas = self.ctx.berkas;
        let found = match pokok {
            Pokok::Tujuan(id) => berkas.tujuan.iter().find(|it| it.id == *id).map(|it| &it.uraian),
            Pokok::Sasaran(id) => {
                berkas.sasaran.iter().find(|it| it.id == *id).map(|it| &it.uraian)
            }
            Pokok::Baris(id) => berkas.find_baris(id).map(|it| &it.nama),
        };
        found.cloned().unwrap_or_default()
    }

    /// The programs and their money; the sources of money where the agreement names them.
    fn program(&self) -> Block {
        let berkas = self.ctx.berkas;
        let tahun = self.pk.tahun;
        let stated = |it: &&Pagu| it.dokumen == self.pk.dokumen && it.tahun == tahun;
        let is_stated = |id: &_| berkas.pagu.iter().filter(stated).any(|it| it.baris == *id);
        let rows: Vec<_> =
            tree::mentioned(berkas, is_stated).into_iter().filter(|it| is_stated(&it.id)).collect();
        if rows.is_empty() {
            return paragraph("Anggaran program menurut perjanjian ini belum tercatat pada data.");
        }
        let sources = |id: &_| -> Vec<String> {
            let all = berkas.sumber_dana.iter();
            all.filter(|it| it.dokumen == self.pk.dokumen && it.baris == *id)
                .map(|it| it.nama.clone())
                .collect()
        };
        let has_sources = rows.iter().any(|it| !sources(&it.id).is_empty());
        let mut columns = vec![NO, words(1), number()];
        let mut head = vec!["No", "Program", "Anggaran (Rp)"];
        if rows.iter().any(|it| it.jenjang != Jenjang::Program) {
            head[1] = "Program/Kegiatan";
        }
        if has_sources {
            columns.push(words(1));
            head.push("Keterangan");
        }
        let mut builder = TableBuilder::new(self.label("-program"), "")
            .columns(&columns)
            .head_row(head)
            .column_numbers()
            .size(TableSize::Normal);
        let mut remarks = Remarks::default();
        let pagu =
            |key: &str| self.ctx.of_anggaran(key, tahun, &format!("pagu/{}", self.pk.dokumen));
        let top = rows.iter().map(|it| tree::indent(it.jenjang)).min().unwrap_or(0);
        for (row, nomor) in rows.iter().zip(1..) {
            let figure = pagu(row.id.as_str());
            let mut amount = cells::figure(figure);
            if !cells::is_known(figure) {
                amount.content.push(remarks.mark(&format!("pagu {}: {ILLEGIBLE}", row.nama)));
            }
            let indent = tree::indent(row.jenjang) - top;
            let mut cells =
                vec![Cell::text(format!("{nomor}")), Cell::text(row.nama.as_str()), amount];
            cells[1] = cells[1].clone().indented(indent);
            if has_sources {
                cells.push(Cell::text(sources(&row.id).join("; ")));
            }
            builder.push(RowKind::Body, cells);
        }
        let mut total = vec![
            Cell::text("Jumlah").spanning(2, 1).aligned(Align::Left),
            cells::figure(pagu("total")),
        ];
        if has_sources {
            total.push(Cell::empty());
        }
        let builder = builder.total(total);
        remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
    }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(text(words))
}

fn who(pejabat: &Pejabat) -> Block {
    Block::Facts(vec![
        ("Nama".to_owned(), text(pejabat.nama.as_str())),
        ("Jabatan".to_owned(), text(signature::jabatan(pejabat))),
    ])
}

fn target_cell(indikator: &Indikator, target: &Target, places: u32, remarks: &mut Remarks) -> Cell {
    let catatan = target.asal.catatan.as_deref();
    let shown = target.nilai.as_ref().map(|it| cells::target_text(it, places));
    let reason = match &target.nilai {
        Some(_) => catatan.filter(|it| certainty(it) != Certainty::Plain),
        None => Some(catatan.unwrap_or(ILLEGIBLE)),
    };
    let mut cell = Cell::text(shown.unwrap_or_else(|| selaras_rules::NONE.to_owned()));
    if let Some(reason) = reason {
        cell.content.push(remarks.mark(&format!("target {}: {reason}", indikator.nama)));
    }
    cell
}
