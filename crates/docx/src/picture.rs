//! Drawings as pictures: SVG for Word of today, PNG for older Word and other readers.
//!
//! The letters of a drawing become outlines, since the paper's fonts are not on an office's machine.

use std::collections::HashMap;
use std::num::NonZero;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{self, Tree, WriteOptions};
use selaras_domain::dokumen::{Block, Dokumen};

use crate::error::DocxError;

/// Dots to the inch of the PNG.
const DENSITY: f32 = 150.0;
const TENTH_MM_PER_INCH: f32 = 254.0;

/// A drawing in both forms.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) svg: Vec<u8>,
    pub(crate) png: Vec<u8>,
    /// Width and height in the drawing's own units, of which only the proportion counts.
    pub(crate) size: (u32, u32),
}

/// A drawing that is wanted.
struct Wanted<'a> {
    svg: &'a str,
    alt: &'a str,
    width_tenth_mm: u16,
}

/// The drawings of a document, each once however often it stands in it.
pub(crate) struct Pictures<'a> {
    all: Vec<Picture>,
    by_svg: HashMap<&'a str, usize>,
}

impl<'a> Pictures<'a> {
    /// # Errors
    ///
    /// [`DocxError::Drawing`] for what is not SVG.
    pub(crate) fn of(dokumen: &'a Dokumen, cover_sign: &'a str) -> Result<Pictures<'a>, DocxError> {
        let mut wanted = vec![Wanted { svg: cover_sign, alt: "", width_tenth_mm: 170 }];
        dokumen.sections.iter().for_each(|section| collect(&section.blocks, &mut wanted));
        let mut by_svg = HashMap::new();
        wanted.retain(|one| {
            let next = by_svg.len();
            let mut is_new = false;
            by_svg.entry(one.svg).or_insert_with(|| {
                is_new = true;
                next
            });
            is_new
        });
        Ok(Pictures { all: draw_all(&wanted)?, by_svg })
    }

    pub(crate) fn all(&self) -> &[Picture] {
        &self.all
    }

    /// The picture of a drawing, and its place among all.
    pub(crate) fn get(&self, svg: &str) -> (usize, &Picture) {
        let place = self.by_svg[svg];
        (place, &self.all[place])
    }
}

fn collect<'a>(blocks: &'a [Block], wanted: &mut Vec<Wanted<'a>>) {
    for block in blocks {
        match block {
            Block::Drawing(it) => wanted.push(Wanted {
                svg: &it.svg,
                alt: &it.alt,
                width_tenth_mm: it.width_tenth_mm,
            }),
            Block::KeyFigures(figures) => {
                wanted.extend(figures.iter().filter_map(|it| {
                    let (svg, alt) = it.bar.as_ref()?;
                    Some(Wanted { svg, alt, width_tenth_mm: 750 })
                }));
            }
            Block::List { items: parts, .. } | Block::Columns(parts) => {
                parts.iter().for_each(|part| collect(part, wanted));
            }
            Block::Box { blocks, .. } => collect(blocks, wanted),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Facts(_)
            | Block::Signatures(_)
            | Block::Contents(_)
            | Block::Note(_)
            | Block::PageBreak => {}
        }
    }
}

/// Draws on all cores: pictures are most of the work of a document.
fn draw_all(wanted: &[Wanted<'_>]) -> Result<Vec<Picture>, DocxError> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        // Dealt out like cards, since large drawings stand together.
        let hands: Vec<_> = (0..cores)
            .map(|hand| {
                let own = wanted.iter().skip(hand).step_by(cores);
                scope.spawn(move || own.map(draw).collect::<Vec<_>>())
            })
            .collect();
        let mut drawn: Vec<_> = hands
            .into_iter()
            .map(|hand| hand.join().map(Vec::into_iter))
            .collect::<Result<_, _>>()
            .map_err(|_| DocxError::Drawing {
                alt: String::new(),
                reason: "the drawing thread stopped".to_owned(),
            })?;
        (0..wanted.len())
            .map(|place| drawn[place % cores].next().expect("each hand draws what it was dealt"))
            .collect()
    })
}

/// The families of drawings, and one face for marks that both lack.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    let sans = [notosans::REGULAR_TTF, notosans::BOLD_TTF, notosans::ITALIC_TTF];
    // Libertinus Serif upright and bold, DejaVu Sans Mono; a test holds the places to their names.
    let others = typst_assets::fonts()
        .enumerate()
        .filter_map(|(place, data)| [0, 1, 16].contains(&place).then_some(data));
    for data in sans.into_iter().chain(others) {
        fonts.load_font_source(Source::Binary(Arc::new(data)));
    }
    fonts.set_sans_serif_family("Noto Sans");
    fonts.set_serif_family("Libertinus Serif");
    Arc::new(fonts)
});

fn draw(wanted: &Wanted<'_>) -> Result<Picture, DocxError> {
    let refuse = |reason: String| DocxError::Drawing { alt: wanted.alt.to_owned(), reason };
    let options = usvg::Options { fontdb: FONTS.clone(), ..usvg::Options::default() };
    let tree = Tree::from_str(wanted.svg, &options).map_err(|error| refuse(error.to_string()))?;
    let size = tree.size();
    let scale = f32::from(wanted.width_tenth_mm) / TENTH_MM_PER_INCH * DENSITY / size.width();
    let pixels = size.to_int_size().scale_by(scale);
    let mut pixmap = pixels
        .and_then(|pixels| Pixmap::new(pixels.width(), pixels.height()))
        .ok_or_else(|| refuse("it has no size".to_owned()))?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let png = encode(&pixmap).map_err(|error| refuse(error.to_string()))?;
    let write = WriteOptions {
        coordinates_precision: 2,
        transforms_precision: 5,
        indent: usvg::Indent::None,
        attributes_indent: usvg::Indent::None,
        ..WriteOptions::default()
    };
    let units = |length: f32| (length * 100.0).round() as u32;
    let size = (units(size.width()), units(size.height()));
    Ok(Picture { svg: tree.to_string(&write).into_bytes(), png, size })
}

/// An opaque PNG: the pixels stand on white.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let pixels: Vec<u8> =
        pixmap.data().chunks_exact(4).flat_map(|it| [it[0], it[1], it[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::FONTS;

    #[test]
    fn the_fonts_of_drawings_are_there() {
        let names: Vec<&str> = FONTS.faces().map(|face| face.post_script_name.as_str()).collect();
        assert_eq!(
            names,
            [
                "NotoSans-Regular",
                "NotoSans-Bold",
                "NotoSans-Italic",
                "LibertinusSerif-Regular",
                "LibertinusSerif-Bold",
                "DejaVuSansMono",
            ]
        );
    }
}
