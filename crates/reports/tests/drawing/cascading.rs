//! The cascade: complete, legible and split into pages where it must be.

use proptest::prelude::*;
use selaras_reports::drawing::{Cascading, CascadingBox, Draw, Frame};

use crate::samples::{self, LONG_NAME};
use crate::seen::Seen;

const PROGRAM: usize = 2;

fn any_box() -> impl Strategy<Value = CascadingBox> {
    let name = prop_oneof![
        "[A-Z][a-z]{2,11}( [a-z]{2,14}){0,20}",
        Just(LONG_NAME.to_owned()),
        Just("Persentase <5% & \"lebih\"".to_owned()),
    ];
    let parts = (
        prop::option::of("[1-9](\\.[1-9]){0,2}"),
        name,
        prop::collection::vec("[a-z ]{1,80}", 0..3),
    );
    let leaf = parts.clone().prop_map(|(nomor, nama, indikator)| CascadingBox {
        nomor,
        nama,
        indikator,
        children: vec![],
    });
    leaf.prop_recursive(4, 40, 6, move |inner| {
        (parts.clone(), prop::collection::vec(inner, 0..6)).prop_map(
            |((nomor, nama, indikator), children)| CascadingBox {
                nomor,
                nama,
                indikator,
                children,
            },
        )
    })
}

fn levels(count: usize) -> Vec<String> {
    let all = ["Tujuan", "Sasaran dan IKU", "Program", "Kegiatan", "Subkegiatan"];
    all.iter().take(count).map(|it| (*it).to_owned()).collect()
}

fn names(boxes: &[CascadingBox]) -> Vec<&str> {
    boxes
        .iter()
        .flat_map(|it| std::iter::once(it.nama.as_str()).chain(names(&it.children)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn fits_any_tree_without_overlap(root in any_box(), width in 1200_u32..2600) {
        let cascading = Cascading { levels: levels(5), roots: vec![root] };
        let seen = Seen::new(&cascading.draw(width));
        seen.assert_tidy("cascading");
        for name in names(&cascading.roots) {
            seen.assert_shows(name);
        }
    }

    #[test]
    fn loses_nothing_between_the_pages(root in any_box()) {
        let cascading = Cascading { levels: levels(5), roots: vec![root] };
        let frame = Frame { width: 1600, height: 900 };
        let pages: Vec<Seen> =
            cascading.pages(frame, PROGRAM).iter().map(|it| Seen::new(&it.svg)).collect();
        let text: String = pages.iter().map(Seen::text).collect();
        for name in names(&cascading.roots) {
            let name: String = name.chars().filter(|it| !it.is_whitespace()).collect();
            prop_assert!(text.contains(&name.replace('-', "")));
        }
        for page in pages {
            page.assert_tidy("page");
        }
    }
}

#[test]
fn makes_an_overview_and_pages_of_each_program_for_a4() {
    for frame in [Frame::A4_PORTRAIT, Frame::A4_LANDSCAPE] {
        let pages = samples::cascading().pages(frame, PROGRAM);
        for page in &pages {
            assert!(page.svg.height <= frame.height, "{}: {}", page.judul, page.svg.height);
            assert_eq!(page.svg.width, frame.width);
        }
    }
    let pages = samples::cascading().pages(Frame::A4_PORTRAIT, PROGRAM);
    let titles: Vec<&str> = pages.iter().map(|it| it.judul.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Tujuan sampai Kegiatan",
            "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota (1 dari 2)",
            "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota (2 dari 2)",
            "Program Kepegawaian Daerah",
            "Program Pengembangan Sumber Daya Manusia",
        ]
    );
}

#[test]
fn shows_the_overview_down_to_the_programs_where_more_does_not_fit() {
    let pages = samples::cascading().pages(Frame::A4_LANDSCAPE, PROGRAM);
    assert_eq!(pages[0].judul, "Tujuan sampai Program");
}

#[test]
fn stays_whole_where_everything_fits() {
    let mut cascading = samples::cascading();
    cascading.roots[0].children[0].children.truncate(1);
    cascading.roots[0].children[0].children[0].children.truncate(2);
    let pages = cascading.pages(Frame::A4_PORTRAIT, PROGRAM);
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].judul, "Tujuan sampai Subkegiatan");
    assert_eq!(pages[0].svg, cascading.draw(1600));
}

#[test]
fn fills_the_pages_of_a_program_about_evenly() {
    let pages = samples::cascading().pages(Frame::A4_PORTRAIT, PROGRAM);
    let (first, second) = (pages[1].svg.height, pages[2].svg.height);
    // Filled greedily, the second page would be about half of the first.
    let (low, high) = (first.min(second), first.max(second));
    assert!(low * 10 >= high * 7, "{first} and {second}");
}

#[test]
fn names_few_boxes_and_counts_many_in_words() {
    let alt = samples::cascading().alt();
    assert!(alt.contains("Program: Program Penunjang"), "{alt}");
    assert!(alt.contains("Kegiatan: 14 kotak."), "{alt}");
    assert!(alt.contains("Subkegiatan: 40 kotak."), "{alt}");
}

#[test]
fn shows_indicators_and_numbers_in_their_boxes() {
    let seen = Seen::new(&samples::cascading().draw(2470));
    seen.assert_shows("Persentase Penyelesaian Kasus Pelanggaran Disiplin");
    seen.assert_shows("1.5.8 Penatausahaan Arsip Dinamis pada SKPD");
    assert_eq!(seen.boxes.len(), 1 + 1 + 3 + 14 + 40);
}
