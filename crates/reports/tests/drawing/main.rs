//! What every drawing must hold to, checked on the drawings themselves.

#![expect(clippy::unwrap_used, reason = "a test that cannot read a drawing fails by panicking")]

mod bagan_organisasi;
mod cascading;
mod charts;
mod metrics;
mod samples;
mod seen;
mod tree;

use selaras_reports::drawing::palette::{Token, dark_css};

use crate::seen::Seen;

#[test]
fn keeps_text_in_the_page_and_in_its_box_and_apart() {
    for (name, svg) in samples::gallery() {
        Seen::new(&svg).assert_tidy(&name);
    }
}

#[test]
fn stays_tidy_on_narrower_and_on_wider_paper() {
    for (name, drawing, _) in samples::drawings() {
        for width in [1200, 1650, 2470, 3200] {
            Seen::new(&drawing.draw(width)).assert_tidy(&format!("{name} at {width}"));
        }
    }
}

#[test]
fn draws_the_same_bytes_for_the_same_input() {
    assert_eq!(samples::gallery(), samples::gallery());
}

#[test]
fn uses_only_the_colours_of_the_palette() {
    let palette: Vec<&str> = Token::ALL.iter().map(|it| it.light()).collect();
    for (name, svg) in samples::gallery() {
        for colour in Seen::new(&svg).colours {
            let known = colour == "none" || palette.contains(&colour.as_str());
            assert!(known, "{name} uses {colour}");
        }
    }
}

#[test]
fn says_in_words_what_it_shows() {
    for (name, svg) in samples::gallery() {
        let alt = Seen::new(&svg).alt;
        assert!(alt.len() > 20 && alt.ends_with('.'), "{name}: {alt}");
    }
}

#[test]
fn sets_type_between_eight_and_nine_points() {
    for (name, svg) in samples::gallery() {
        let document = roxmltree::Document::parse(&svg.text).unwrap();
        let sizes = document.descendants().filter_map(|it| it.attribute("font-size"));
        for size in sizes {
            // One tenth of a millimetre is 0.2835 pt.
            let hundredth_points = size.parse::<i32>().unwrap() * 2835 / 100;
            assert!((800..=900).contains(&hundredth_points), "{name}: {hundredth_points}");
        }
    }
}

#[test]
fn turns_every_colour_dark() {
    let css = dark_css(".gambar");
    for token in Token::ALL {
        let (light, dark) = (token.light(), token.dark());
        assert!(css.contains(&format!(".gambar [fill=\"{light}\"]{{fill:{dark}}}")), "{light}");
        assert!(css.contains(&format!(".gambar [stroke=\"{light}\"]{{stroke:{dark}}}")), "{light}");
    }
}

#[test]
fn gives_every_colour_a_light_value_of_its_own() {
    let mut values: Vec<&str> = Token::ALL.iter().map(|it| it.light()).collect();
    values.sort_unstable();
    values.dedup();
    assert_eq!(values.len(), Token::ALL.len(), "dark_css tells tokens apart by these values");
}
