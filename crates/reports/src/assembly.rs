//! Puts a report together: walks the rows of `bagian.csv`, reads the narrative of each, makes its
//! parts, and gives pages, numbers and labels to what comes out.

use selaras_domain::dokumen::{
    Block, Drawing, Orientation, PageNumbers, Rank, Section, Table, TableSize,
};
use selaras_domain::{Bagian, JenisLaporan, TingkatBagian};

use crate::call::{check_usage, take_args, unknown};
use crate::context::Context;
use crate::error::{ReportError, suggestion};
use crate::lkjip;
use crate::narasi::{self, Piece, Rujukan, Wanted};
use crate::numbering::{Chapter, Numbering};

/// A report in the making.
pub(crate) struct Assembly<'c, 'a> {
    context: &'c Context<'a>,
    sections: Vec<Section>,
    numbering: Numbering,
    rujukan: Rujukan,
    /// For each place in `rujukan` the chapter that it is in.
    rujukan_chapters: Vec<Chapter>,
    errors: Vec<ReportError>,
    /// In the head of the pages of the chapter in hand.
    kepala: String,
}

/// As wide as a page that stands upright; wider drawings turn their page.
const UPRIGHT_WIDTH: u16 = 1650;

impl<'c, 'a> Assembly<'c, 'a> {
    pub(crate) fn new(context: &'c Context<'a>) -> Assembly<'c, 'a> {
        Assembly {
            context,
            sections: Vec::new(),
            numbering: Numbering::default(),
            rujukan: Rujukan::default(),
            rujukan_chapters: Vec::new(),
            errors: Vec::new(),
            kepala: String::new(),
        }
    }

    /// Adds every part of one report in the order of `bagian.csv`.
    pub(crate) fn add_all(&mut self, laporan: JenisLaporan) {
        for (index, bagian) in self.context.berkas.bagian.iter().enumerate() {
            if bagian.laporan == laporan && bagian.tingkat != TingkatBagian::Sampul {
                // The head is line 1.
                self.add(bagian, index + 2);
            }
        }
    }

    /// The sections, with every reference resolved; or everything that was wrong.
    pub(crate) fn finish(mut self) -> Result<Vec<Section>, Vec<ReportError>> {
        let chapters = self.rujukan_chapters;
        let wanted = self.rujukan.wanted.iter().zip(chapters);
        let resolved: Vec<_> =
            wanted.map(|(it, chapter)| self.numbering.resolve(it, chapter)).collect();
        self.errors.extend(resolved.iter().filter_map(|it| it.as_ref().err()).cloned());
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let found: Vec<_> = resolved.into_iter().filter_map(Result::ok).collect();
        for section in &mut self.sections {
            crate::numbering::fill_references(&mut section.blocks, &found);
        }
        Ok(self.sections)
    }

    fn fail(&mut self, line: usize, message: String) {
        self.errors.push(ReportError { file: "bagian.csv".to_owned(), line, message });
    }

    fn add(&mut self, bagian: &Bagian, line: usize) {
        let judul = narasi::read_title(self.context, &bagian.judul, line, &mut self.errors);
        let heading = self.numbering.begin(bagian.tingkat, &judul);
        let Some(heading) = heading else {
            let message =
                format!("subbab «{judul}» tidak berada di dalam bab. Pindahkan ke bawah bab.");
            return self.fail(line, message);
        };
        if bagian.tingkat != TingkatBagian::Subbab {
            self.kepala = self.running_head(&heading, &judul);
        }
        let mut blocks = vec![(None, heading)];
        blocks.extend(self.narrative(bagian, line));
        blocks.extend(self.parts(bagian, line));
        self.lay(bagian.tingkat, blocks);
    }

    /// `Bab 3 · Akuntabilitas Kinerja`: without the name of the office, which stands beside it.
    fn running_head(&self, heading: &Block, judul: &str) -> String {
        let nomor = match heading {
            Block::Heading { rank: Rank::Bab, nomor: Some(nomor), .. } => format!("Bab {nomor} · "),
            Block::Heading { nomor: Some(nomor), .. } => format!("{nomor} · "),
            _ => String::new(),
        };
        let office = &self.context.berkas.perangkat_daerah;
        let lower = judul.to_lowercase();
        let names = [office.nama.to_lowercase(), office.singkatan.to_lowercase()];
        // Cutting by bytes is safe where lowering changed no length, as in every Indonesian name.
        let cut = names.iter().filter(|it| !it.is_empty()).filter_map(|it| lower.find(it.as_str()));
        let cut = cut.min().filter(|it| *it > 0 && judul.is_char_boundary(*it));
        let short = cut.map_or(judul, |it| judul[..it].trim_end());
        format!("{nomor}{short}")
    }

    fn narrative(&mut self, bagian: &Bagian, line: usize) -> Vec<Turned> {
        let Some(id) = &bagian.narasi else { return Vec::new() };
        let Some(found) = self.context.berkas.find_narasi(id) else {
            let names = self.context.berkas.narasi.iter().map(|it| it.id.as_str());
            let near = suggestion(id, names);
            self.fail(
                line,
                format!(
                    "narasi/{id}.md tidak ada. Buat berkasnya, atau kosongkan kolom narasi.{near}"
                ),
            );
            return Vec::new();
        };
        let pieces = narasi::read(self.context, found, &mut self.rujukan, &mut self.errors);
        self.rujukan_chapters.resize(self.rujukan.wanted.len(), self.numbering.chapter());
        let mut blocks = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Block(mut block) => {
                    self.numbering.label_headings(&mut block);
                    blocks.push((None, block));
                }
                Piece::Isi(wanted) => {
                    let words: Vec<&str> = wanted.words.iter().map(String::as_str).collect();
                    match words[1..] {
                        [] => self.errors.push(ReportError {
                            file: wanted.file,
                            line: wanted.line,
                            message: "«isi» memerlukan nama bagian.".to_owned(),
                        }),
                        [name, ref args @ ..] => {
                            let place = Wanted { words: Vec::new(), ..wanted.clone() };
                            blocks.extend(self.part(name, args, &place));
                        }
                    }
                }
            }
        }
        blocks
    }

    /// The parts named in the column `isi`, separated by blanks.
    fn parts(&mut self, bagian: &Bagian, line: usize) -> Vec<Turned> {
        let place = Wanted { words: Vec::new(), file: "bagian.csv".to_owned(), line };
        let words: Vec<&str> =
            bagian.isi.as_deref().unwrap_or_default().split_whitespace().collect();
        let mut rest = &words[..];
        let mut blocks = Vec::new();
        while let Some((name, after)) = rest.split_first() {
            rest = after;
            let args = lkjip::find(name).map_or_else(Vec::new, |part| {
                take_args(part.usage, &mut rest, |it| lkjip::find(it).is_some())
            });
            blocks.extend(self.part(name, &args, &place));
        }
        blocks
    }

    /// Makes one part and numbers what is in it.
    fn part(&mut self, name: &str, args: &[&str], place: &Wanted) -> Vec<Turned> {
        let made = match lkjip::find(name) {
            None => Err(unknown("bagian", name, lkjip::names())),
            Some(part) => check_usage(name, part.usage, args)
                .and_then(|()| (part.make)(self.context, args).map_err(|error| error.0)),
        };
        match made {
            Ok(mut blocks) => {
                self.numbering.number(name, args, &mut blocks);
                let turned = |it: Block| (lkjip::orientation(name).or(own_orientation(&it)), it);
                blocks.into_iter().map(turned).collect()
            }
            Err(message) => {
                let (file, line) = (place.file.clone(), place.line);
                self.errors.push(ReportError { file, line, message });
                Vec::new()
            }
        }
    }

    /// Lays blocks on pages, turned where they need it.
    fn lay(&mut self, tingkat: TingkatBagian, blocks: Vec<Turned>) {
        let page_numbers = match tingkat {
            TingkatBagian::Sampul | TingkatBagian::Depan => PageNumbers::Roman,
            TingkatBagian::Bab | TingkatBagian::Subbab => PageNumbers::Arabic,
            TingkatBagian::Lampiran => PageNumbers::Continued,
        };
        let mut begins = tingkat != TingkatBagian::Subbab;
        for (orientation, block) in orient(tingkat, blocks) {
            let same = self.sections.last().is_some_and(|it| it.orientation == orientation);
            if begins || !same {
                self.sections.push(Section {
                    page_numbers,
                    orientation,
                    kepala: self.kepala.clone(),
                    blocks: Vec::new(),
                });
            }
            begins = false;
            self.sections.last_mut().expect("a section was begun").blocks.push(block);
        }
    }
}

/// A block with the orientation that it asks for.
type Turned = (Option<Orientation>, Block);

/// How the page of each block is turned. A heading goes with what it heads, a note with what it
/// remarks on; the text of an annex goes with its tables.
fn orient(tingkat: TingkatBagian, mut blocks: Vec<Turned>) -> Vec<(Orientation, Block)> {
    let is_annex = tingkat == TingkatBagian::Lampiran;
    let mut before = None;
    for (turned, block) in &mut blocks {
        if is_annex || matches!(block, Block::Note(_)) {
            *turned = turned.or(before);
        }
        before = *turned;
    }
    let mut after = None;
    for (turned, block) in blocks.iter_mut().rev() {
        if is_annex || matches!(block, Block::Heading { .. }) {
            *turned = turned.or(after);
        }
        after = Some(turned.unwrap_or(Orientation::Portrait));
    }
    let upright = |(turned, block): Turned| (turned.unwrap_or(Orientation::Portrait), block);
    blocks.into_iter().map(upright).collect()
}

/// What a block asks for itself.
fn own_orientation(block: &Block) -> Option<Orientation> {
    match block {
        Block::Table(Table { size: TableSize::Small | TableSize::Tiny, .. }) => {
            Some(Orientation::Landscape)
        }
        Block::Drawing(Drawing { width_tenth_mm, .. }) if *width_tenth_mm > UPRIGHT_WIDTH => {
            Some(Orientation::Landscape)
        }
        Block::Table(_) | Block::Drawing(_) => Some(Orientation::Portrait),
        _ => None,
    }
}
