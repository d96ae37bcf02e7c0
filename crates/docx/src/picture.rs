//! Drawings as pictures: SVG for Word of today, PNG for older Word and other readers.

use std::collections::HashMap;
use std::num::NonZero;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{self, Tree};
use selaras_domain::dokumen::{Block, Dokumen};

use crate::error::DocxError;

/// Dots to the inch of the PNG.
const DENSITY: u32 = 150;
const TENTH_MM_PER_INCH: u32 = 254;

/// The families that drawings name, and those that stand on an office's machine. Theirs are
/// narrower, so that every line keeps its place.
const FAMILIES: [(&str, &str); 2] = [
    ("'Noto Sans', sans-serif", "Calibri, Carlito, 'Noto Sans', sans-serif"),
    ("'Libertinus Serif', serif", "Cambria, Caladea, 'Libertinus Serif', serif"),
];

/// A drawing in the document.
pub(crate) struct Picture<'a> {
    source: &'a str,
    alt: &'a str,
    width_tenth_mm: u16,
    /// Width and height in the drawing's own units, of which only the proportion counts.
    pub(crate) size: (u64, u64),
}

/// The drawings of a document, each once however often it stands in it.
#[derive(Default)]
pub(crate) struct Pictures<'a> {
    all: Vec<Picture<'a>>,
    by_source: HashMap<&'a str, usize>,
}

impl<'a> Pictures<'a> {
    /// # Errors
    ///
    /// [`DocxError::Drawing`] for what is not SVG or has no size.
    pub(crate) fn of(dokumen: &'a Dokumen, cover_sign: &'a str) -> Result<Pictures<'a>, DocxError> {
        let mut pictures = Pictures::default();
        if dokumen.sampul.is_some() {
            pictures.add(cover_sign, "", 170)?;
        }
        dokumen.sections.iter().try_for_each(|section| pictures.collect(&section.blocks))?;
        Ok(pictures)
    }

    pub(crate) fn all(&self) -> &[Picture<'a>] {
        &self.all
    }

    /// The picture of a drawing, and its place among all.
    pub(crate) fn get(&self, svg: &str) -> (usize, &Picture<'a>) {
        let place = self.by_source[svg];
        (place, &self.all[place])
    }

    fn add(&mut self, source: &'a str, alt: &'a str, width_tenth_mm: u16) -> Result<(), DocxError> {
        if self.by_source.contains_key(source) {
            return Ok(());
        }
        let size =
            size(source).map_err(|reason| DocxError::Drawing { alt: alt.to_owned(), reason })?;
        self.by_source.insert(source, self.all.len());
        self.all.push(Picture { source, alt, width_tenth_mm, size });
        Ok(())
    }

    fn collect(&mut self, blocks: &'a [Block]) -> Result<(), DocxError> {
        for block in Block::flat(blocks) {
            match block {
                Block::Drawing(it) => self.add(&it.svg, &it.alt, it.width_tenth_mm)?,
                Block::KeyFigures(figures) => {
                    for (svg, alt) in figures.iter().filter_map(|it| it.bar.as_ref()) {
                        self.add(svg, alt, 750)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Draws all as PNG, on all cores: this is most of the work of a document.
    ///
    /// # Errors
    ///
    /// [`DocxError::Drawing`] for what cannot be drawn.
    pub(crate) fn draw(&self) -> Result<Vec<Vec<u8>>, DocxError> {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        std::thread::scope(|scope| {
            // Dealt out like cards, since large drawings stand together.
            let hands: Vec<_> = (0..cores)
                .map(|hand| {
                    let own = self.all.iter().skip(hand).step_by(cores);
                    scope.spawn(move || own.map(Picture::draw).collect::<Vec<_>>())
                })
                .collect();
            let mut drawn = Vec::with_capacity(cores);
            for hand in hands {
                drawn.push(hand.join().map_err(|_| DocxError::Stopped)?.into_iter());
            }
            (0..self.all.len())
                .map(|place| drawn[place % cores].next().unwrap_or(Err(DocxError::Stopped)))
                .collect()
        })
    }
}

/// Width and height that an SVG declares, in hundredths of its own units.
fn size(source: &str) -> Result<(u64, u64), String> {
    let document = Document::parse(source).map_err(|error| error.to_string())?;
    let root = document.root_element();
    let own = |name: &str| hundredths(root.attribute(name)?);
    let of_box = |root: &Node<'_, '_>| {
        let mut numbers = root.attribute("viewBox")?.split([' ', ',']).filter(|it| !it.is_empty());
        Some((hundredths(numbers.nth(2)?)?, hundredths(numbers.next()?)?))
    };
    of_box(&root)
        .or_else(|| own("width").zip(own("height")))
        .filter(|(across, down)| *across > 0 && *down > 0)
        .ok_or_else(|| "it has no size".to_owned())
}

/// `12.345mm` as 1234.
fn hundredths(length: &str) -> Option<u64> {
    let end = length.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(length.len());
    let (whole, part) = length[..end].split_once('.').unwrap_or((&length[..end], ""));
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    // Larger than any paper means nothing.
    whole.parse::<u32>().ok().map(u64::from)?.checked_mul(100)?.checked_add(part.parse().ok()?)
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

impl Picture<'_> {
    /// The drawing as it is, with letters of the families of an office.
    pub(crate) fn svg(&self) -> String {
        let mut svg = self.source.to_owned();
        for (ours, theirs) in FAMILIES {
            svg = svg.replace(ours, theirs);
        }
        svg
    }

    fn draw(&self) -> Result<Vec<u8>, DocxError> {
        let refuse = |reason: String| DocxError::Drawing { alt: self.alt.to_owned(), reason };
        let options = usvg::Options { fontdb: FONTS.clone(), ..usvg::Options::default() };
        let tree = Tree::from_str(self.source, &options).map_err(|it| refuse(it.to_string()))?;
        let width = u32::from(self.width_tenth_mm) * DENSITY / TENTH_MM_PER_INCH;
        let pixels = tree.size().to_int_size().scale_to_width(width);
        let (pixels, mut pixmap) = pixels
            .and_then(|it| Some((it.to_size(), Pixmap::new(it.width(), it.height())?)))
            .ok_or_else(|| refuse("it is too small or too large".to_owned()))?;
        let scale = pixels.width() / tree.size().width();
        pixmap.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        encode(&pixmap).map_err(|it| refuse(it.to_string()))
    }
}

/// An opaque PNG: the pixels stand on white. Drawings have few colours, so that a byte for each pixel
/// says all, at most with their shades at the edges of letters made a little coarser.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let pixels = pixmap.data().as_chunks::<4>().0;
    let mut bytes = Vec::with_capacity(1 << 16);
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(png::DeflateCompression::Level(2));
    let data = match [0x00, 0x03, 0x07].into_iter().find_map(|coarse| indexed(pixels, coarse)) {
        Some((palette, data)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(png::Filter::NoFilter);
            data
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            encoder.set_filter(png::Filter::Up);
            pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours of a picture without the `coarse` bits, and for each pixel which of them; `None` for
/// more than a byte can name.
fn indexed(pixels: &[[u8; 4]], coarse: u8) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut places: HashMap<[u8; 4], u8> = HashMap::new();
    let mut palette = Vec::new();
    let mut last: Option<([u8; 4], u8)> = None;
    let mut data = Vec::with_capacity(pixels.len());
    for pixel in pixels {
        // Set and not cleared, so that white stays white.
        let pixel = pixel.map(|channel| channel | coarse);
        let place = match last {
            Some((colour, place)) if colour == pixel => place,
            _ => match places.get(&pixel) {
                Some(place) => *place,
                None => {
                    let place = u8::try_from(places.len()).ok()?;
                    places.insert(pixel, place);
                    palette.extend_from_slice(&pixel[..3]);
                    place
                }
            },
        };
        last = Some((pixel, place));
        data.push(place);
    }
    Some((palette, data))
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
                "NotoSans",
                "NotoSans-Bold",
                "NotoSans-Italic",
                "LibertinusSerif-Regular",
                "LibertinusSerif-Bold",
                "DejaVuSansMono",
            ]
        );
    }
}
