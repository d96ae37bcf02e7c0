//! What Word asks of every DOCX, whatever stands in it: parts, relations, styles, order of elements.

#[path = "../../pdf/tests/sample/mod.rs"]
mod sample;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;
use selaras_docx::{DocxError, Options, Paper, render};
use selaras_domain::dokumen::{Block, Dokumen, Inline, Orientation, Tone};
use support::{Parts, R, W, all, child, lkjip, value, walk};

/// Reports with every block of the tree: two of examples, and the sample of the PDF.
fn documents() -> Vec<(&'static str, Dokumen)> {
    let mut all: Vec<(&'static str, Dokumen)> =
        ["bkpsdm-dumai-2023", "dinkes-contoh-2024"].into_iter().map(|it| (it, lkjip(it))).collect();
    all.extend([("sample", sample::sample()), ("long", sample::long())]);
    all
}

/// Calls a function with every part of every document that is XML.
fn each_xml(see: impl Fn(&str, Node<'_, '_>, &Parts)) {
    for (document, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        for name in parts.names().filter(|it| it.ends_with(".xml") || it.ends_with(".rels")) {
            see(&format!("{document}: {name}"), parts.xml(name).root_element(), &parts);
        }
    }
}

#[test]
fn every_part_is_well_formed_and_has_a_type() {
    each_xml(|name, _, parts| {
        let types = parts.xml("[Content_Types].xml");
        let root = types.root_element();
        let overrides: BTreeSet<&str> =
            root.children().filter_map(|it| it.attribute("PartName")).collect();
        let extensions: BTreeSet<&str> =
            root.children().filter_map(|it| it.attribute("Extension")).collect();
        for part in &overrides {
            parts.bytes(&part[1..]);
        }
        for part in parts.names().filter(|it| *it != "[Content_Types].xml") {
            let extension = part.rsplit('.').next().expect("a part has an extension");
            let is_typed = overrides.contains(format!("/{part}").as_str())
                || (extension != "xml" && extensions.contains(extension));
            assert!(is_typed, "{name}: {part} has no type");
        }
    });
}

#[test]
fn relations_lead_to_parts_and_parts_are_related() {
    for (name, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        let relations = parts.xml("word/_rels/document.xml.rels");
        let mut targets = BTreeMap::new();
        for it in relations.root_element().children() {
            let (id, target) = (it.attribute("Id"), it.attribute("Target"));
            let (id, target) = (id.expect("an id"), target.expect("a target"));
            parts.bytes(&format!("word/{target}"));
            assert!(targets.insert(id, target).is_none(), "{name}: {id} is given twice");
        }
        let body = parts.xml("word/document.xml");
        let mut used = BTreeSet::new();
        for node in body.descendants() {
            for attribute in node.attributes().filter(|it| it.namespace() == Some(R)) {
                assert!(targets.contains_key(attribute.value()), "{name}: {attribute:?}");
                used.insert(attribute.value());
            }
        }
        for (id, target) in &targets {
            let is_shown = ["media/", "header", "footer"].iter().any(|it| target.starts_with(it));
            assert!(!is_shown || used.contains(id), "{name}: {target} is shown nowhere");
        }
    }
}

#[test]
fn styles_and_lists_that_are_named_exist() {
    each_xml(|name, root, parts| {
        let styles = parts.xml("word/styles.xml");
        let known: BTreeMap<&str, &str> = all(styles.root_element(), "style")
            .map(|it| {
                let (id, kind) = (it.attribute((W, "styleId")), it.attribute((W, "type")));
                (id.expect("an id"), kind.expect("a type"))
            })
            .collect();
        let kinds = [("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")];
        for (element, kind) in kinds {
            for it in all(root, element) {
                let style = it.attribute((W, "val")).expect("a style is named");
                assert_eq!(known.get(style), Some(&kind), "{name}: {style}");
            }
        }
        let numbering = parts.xml("word/numbering.xml");
        let numbering = numbering.root_element();
        let lists: BTreeMap<&str, &str> = all(numbering, "num")
            .map(|it| {
                let id = it.attribute((W, "numId")).expect("an id");
                (id, value(it, &["abstractNumId"]).expect("a kind"))
            })
            .collect();
        let kinds: BTreeSet<&str> = all(numbering, "abstractNum")
            .filter_map(|it| it.attribute((W, "abstractNumId")))
            .collect();
        assert!(lists.values().all(|kind| kinds.contains(kind)), "{name}");
        for it in all(root, "numPr") {
            let id = value(it, &["numId"]).expect("a list is named");
            assert!(id == "0" || lists.contains_key(id), "{name}: list {id}");
        }
    });
}

#[test]
fn styles_build_on_styles_of_their_kind() {
    let parts = Parts::of(&sample::sample());
    let styles = parts.xml("word/styles.xml");
    let kind = |id: &str| {
        let mut styles = all(styles.root_element(), "style");
        styles.find(|it| it.attribute((W, "styleId")) == Some(id))?.attribute((W, "type"))
    };
    for style in all(styles.root_element(), "style") {
        for name in ["basedOn", "next", "link"] {
            if let Some(other) = value(style, &[name]) {
                assert_eq!(kind(other), style.attribute((W, "type")), "{other}");
            }
        }
    }
}

/// Children in the order of the schema of `WordprocessingML` (ECMA-376, part 1, annex A): Word
/// refuses files that have them in another.
const ORDERS: [(&str, &str); 8] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers \
         pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE \
         autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents \
         suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle \
         rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint \
         noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u \
         effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption \
         tblDescription",
    ),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText \
         vAlign hideMark",
    ),
    ("tcBorders", "top start left bottom end right insideH insideV"),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
         lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter \
         docGrid printerSettings",
    ),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed \
         qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr \
         tblStylePr",
    ),
    (
        "lvl",
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    ),
];

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    each_xml(|name, root, _| {
        for (element, order) in ORDERS {
            let order: Vec<&str> = order.split_whitespace().collect();
            for node in all(root, element) {
                let places: Vec<usize> = node
                    .children()
                    .filter(Node::is_element)
                    .map(|it| {
                        let child = it.tag_name().name();
                        let place = order.iter().position(|known| *known == child);
                        place.unwrap_or_else(|| panic!("{name}: {child} in {element}"))
                    })
                    .collect();
                assert!(places.is_sorted(), "{name}: {element} {places:?}");
            }
        }
    });
}

#[test]
fn cells_end_with_a_paragraph_and_tables_do_not_touch() {
    each_xml(|name, root, _| {
        for cell in all(root, "tc") {
            let last = cell.last_element_child().expect("a cell holds something");
            assert!(last.has_tag_name((W, "p")), "{name}");
        }
        for table in all(root, "tbl") {
            let next = table.next_sibling_element().expect("something follows a table");
            assert!(!next.has_tag_name((W, "tbl")), "{name}");
        }
    });
}

#[test]
fn bookmarks_are_unique_and_all_that_leads_somewhere_arrives() {
    for (name, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        let body = parts.xml("word/document.xml");
        let root = body.root_element();
        let (mut names, mut ids) = (BTreeSet::new(), BTreeSet::new());
        for it in all(root, "bookmarkStart") {
            let mark = it.attribute((W, "name")).expect("a name");
            assert!(mark.len() <= 40 && names.insert(mark), "{name}: {mark}");
            assert!(ids.insert(it.attribute((W, "id"))), "{name}: {it:?}");
        }
        let ends: Vec<_> = all(root, "bookmarkEnd").map(|it| it.attribute((W, "id"))).collect();
        assert_eq!(ends.len(), ids.len(), "{name}");
        assert!(ends.iter().all(|id| ids.contains(id)), "{name}");
        for it in all(root, "hyperlink") {
            let anchor = it.attribute((W, "anchor")).expect("links stay in the document");
            assert!(names.contains(anchor), "{name}: {anchor}");
        }
        let mut led = 0;
        for it in all(root, "instrText") {
            let words: Vec<&str> = it.text().expect("an instruction").split_whitespace().collect();
            if let ["REF" | "PAGEREF", mark, ..] = words[..] {
                assert!(names.contains(mark), "{name}: {mark}");
                led += 1;
            }
        }
        assert!(led > 0, "{name}");
    }
}

#[test]
fn fields_begin_separate_and_end() {
    each_xml(|name, root, _| {
        let mut open: Vec<bool> = Vec::new();
        for it in all(root, "fldChar") {
            match it.attribute((W, "fldCharType")).expect("a type") {
                "begin" => open.push(false),
                "separate" => *open.last_mut().expect("a field is open") = true,
                "end" => assert_eq!(open.pop(), Some(true), "{name}"),
                other => panic!("{name}: {other}"),
            }
        }
        assert!(open.is_empty(), "{name}");
    });
}

#[test]
fn pictures_stand_in_both_forms_and_say_what_they_show() {
    for (name, dokumen) in documents() {
        let parts = Parts::of(&dokumen);
        for part in parts.names().filter(|it| it.ends_with(".svg")) {
            let svg = parts.xml(part);
            assert!(svg.root_element().has_tag_name(("http://www.w3.org/2000/svg", "svg")));
            let png = parts.bytes(&part.replace(".svg", ".png"));
            assert!(png.starts_with(b"\x89PNG\r\n"), "{name}: {part}");
        }
        let mut wanted = vec![""];
        walk(&dokumen, &mut |block| match block {
            Block::Drawing(it) => wanted.push(&it.alt),
            Block::KeyFigures(figures) => {
                wanted.extend(
                    figures.iter().filter_map(|it| it.bar.as_ref().map(|it| it.1.as_str())),
                );
            }
            _ => {}
        });
        let body = parts.xml("word/document.xml");
        let found: Vec<&str> =
            body.descendants().filter_map(|node| node.attribute("descr")).collect();
        assert_eq!(found, wanted, "{name}");
        let ids: Vec<&str> = body
            .descendants()
            .filter(|node| node.tag_name().name() == "docPr")
            .filter_map(|node| node.attribute("id"))
            .collect();
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{name}");
    }
}

#[test]
fn letters_of_drawings_are_of_families_that_offices_have() {
    let parts = Parts::of(&lkjip("bkpsdm-dumai-2023"));
    let mut named = 0;
    for part in parts.names().filter(|it| it.ends_with(".svg")) {
        let svg = parts.xml(part);
        for family in svg.descendants().filter_map(|it| it.attribute("font-family")) {
            assert!(family.starts_with("Calibri") || family.starts_with("Cambria"), "{family}");
            named += 1;
        }
    }
    assert!(named > 10);
}

#[test]
fn the_same_tree_gives_the_same_bytes_and_no_clock_is_read() {
    let dokumen = lkjip("bkpsdm-dumai-2023");
    let bytes = render(&dokumen, &Options::default()).expect("rendered");
    assert!(bytes == render(&dokumen, &Options::default()).expect("rendered again"));
    let parts = Parts::read(bytes);
    let core = parts.text("docProps/core.xml");
    let date = dokumen.tanggal.expect("the report has a date");
    assert!(core.contains(&format!("{date}T00:00:00Z</dcterms:created>")), "{core}");
    assert!(core.contains(&format!("<dc:title>{}</dc:title>", dokumen.judul)), "{core}");
    assert!(core.contains(&format!("<dc:creator>{}</dc:creator>", dokumen.penerbit)), "{core}");
}

#[test]
fn a_document_without_a_date_has_none() {
    let parts = Parts::of(&Dokumen { tanggal: None, ..sample::sample() });
    assert!(!parts.text("docProps/core.xml").contains("dcterms:created"));
}

/// Sizes and margins of the pages, in twips: 1 mm is 56.69.
fn pages(parts: &Parts) -> Vec<(u32, u32, Option<String>)> {
    let body = parts.xml("word/document.xml");
    let number = |node: Node<'_, '_>, name: &str| {
        let text = node.attribute((W, name)).expect("a size");
        text.parse().expect("a number")
    };
    all(body.root_element(), "pgSz")
        .map(|it| {
            let orient = it.attribute((W, "orient")).map(str::to_owned);
            (number(it, "w"), number(it, "h"), orient)
        })
        .collect()
}

#[test]
fn pages_have_the_size_of_the_paper_and_turn_where_the_tree_turns() {
    let dokumen = lkjip("bkpsdm-dumai-2023");
    let landscape = Some("landscape".to_owned());
    for (paper, width, height) in [(Paper::A4, 11905, 16837), (Paper::F4, 12188, 18708)] {
        let parts = Parts::read(render(&dokumen, &Options { paper }).expect("rendered"));
        let pages = pages(&parts);
        assert_eq!(pages[0], (width, height, None), "the cover");
        let turned = (height, width, landscape.clone());
        assert!(pages.iter().all(|it| *it == (width, height, None) || *it == turned));
        let wanted =
            dokumen.sections.iter().filter(|it| it.orientation == Orientation::Landscape).count();
        assert!(wanted > 0);
        assert_eq!(pages.iter().filter(|it| **it == turned).count(), wanted);
    }
}

#[test]
fn heads_feet_and_the_draft_mark_are_those_of_the_tree() {
    let dokumen = sample::sample();
    let parts = Parts::of(&dokumen);
    let texts = |kind: &str| -> Vec<String> {
        let names = parts.names().filter(|it| it.starts_with(&format!("word/{kind}")));
        names.map(|it| support::shown(parts.xml(it).root_element())).collect()
    };
    let heads = texts("header");
    for section in &dokumen.sections {
        let wanted = format!("{} {}", dokumen.kepala_halaman, section.kepala);
        assert!(heads.contains(&wanted), "{wanted} is not in {heads:?}");
    }
    let konsep = dokumen.konsep.clone().expect("the sample is a draft");
    assert!(texts("footer").iter().all(|it| it.starts_with(&konsep)));
    let signed = Parts::of(&Dokumen { konsep: None, ..dokumen });
    assert!(signed.names().all(|it| it.ends_with("png") || !signed.text(it).contains(&konsep)));
}

#[test]
fn numbers_of_pages_begin_again_with_the_body_only() {
    let parts = Parts::of(&lkjip("bkpsdm-dumai-2023"));
    let body = parts.xml("word/document.xml");
    let formats: Vec<(Option<&str>, Option<&str>)> = all(body.root_element(), "pgNumType")
        .map(|it| (it.attribute((W, "fmt")), it.attribute((W, "start"))))
        .collect();
    let starts: Vec<_> = formats.iter().filter(|it| it.1.is_some()).collect();
    assert_eq!(starts, [&(Some("lowerRoman"), Some("1")), &(Some("decimal"), Some("1"))]);
    let first_body = formats.iter().position(|it| it.0 == Some("decimal")).expect("a body");
    assert!(formats[first_body..].iter().all(|it| it.0 == Some("decimal")));
}

#[test]
fn tones_have_a_mark_and_a_style() {
    let mut toned = 0;
    let dokumen = lkjip("bkpsdm-dumai-2023");
    walk(&dokumen, &mut |block| {
        if let Block::Table(table) = block {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            toned += cells.filter(|cell| !matches!(cell.tone, Tone::Plain | Tone::Faint)).count();
        }
    });
    let parts = Parts::of(&dokumen);
    let body = parts.xml("word/document.xml");
    let tones = ["Tercapai", "Mendekati", "PerluPerhatian", "Melampaui"];
    let cells = all(body.root_element(), "tc").filter(|cell| {
        let in_figures = all(*cell, "tbl").next().is_some();
        let run = all(*cell, "r").find(|run| {
            value(*run, &["rPr", "rStyle"]).is_some_and(|style| tones.contains(&style))
        });
        let is_marked =
            run.is_some_and(|run| support::shown(run).starts_with(['●', '◐', '▲', '◆']));
        let of_table = child(*cell, "p").is_some_and(|it| {
            value(it, &["pPr", "pStyle"]).is_some_and(|style| style.starts_with("IsiTabel"))
        });
        is_marked && of_table && !in_figures
    });
    assert!(toned > 0);
    assert_eq!(cells.count(), toned);
}

fn with(block: Block) -> Dokumen {
    let mut dokumen = sample::sample();
    dokumen.sections[0].blocks.push(block);
    dokumen
}

#[test]
fn a_reference_to_nothing_is_refused_by_name() {
    let lost = Inline::Reference { label: "tabel-9".to_owned(), text: "Tabel 9".to_owned() };
    let error = render(&with(Block::Paragraph(vec![lost])), &Options::default()).unwrap_err();
    assert!(
        matches!(error, DocxError::UnresolvedReference { ref label, .. } if label == "tabel-9")
    );
    assert!(error.to_string().contains("«Tabel 9»"), "{error}");
}

#[test]
fn a_label_given_twice_is_refused() {
    let mut found = None;
    let dokumen = sample::sample();
    walk(&dokumen, &mut |block| {
        if let Block::Table(table) = block {
            found.get_or_insert_with(|| table.clone());
        }
    });
    let again = Block::Table(found.expect("the sample has tables"));
    let error = render(&with(again), &Options::default()).unwrap_err();
    assert!(matches!(error, DocxError::DuplicateLabel { .. }), "{error}");
}

#[test]
fn a_drawing_that_is_not_svg_is_refused_by_its_words() {
    let mut found = None;
    let dokumen = sample::sample();
    walk(&dokumen, &mut |block| {
        if let Block::Drawing(drawing) = block {
            found.get_or_insert_with(|| drawing.clone());
        }
    });
    let drawing = found.expect("the sample has drawings");
    for svg in ["", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<html/>"] {
        let mut broken = drawing.clone();
        broken.label = "gambar-rusak".to_owned();
        broken.svg = svg.to_owned();
        let error = render(&with(Block::Drawing(broken)), &Options::default()).unwrap_err();
        let DocxError::Drawing { alt, .. } = error else { panic!("{svg}: {error}") };
        assert_eq!(alt, drawing.alt);
    }
}
