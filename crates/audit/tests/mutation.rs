//! Changes of one figure are found at its cell; consistent documents are left alone. `examples/mutate.rs` runs many more.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test says what went wrong")]

#[path = "common/generate.rs"]
mod generate;

use generate::{Random, generate, mutate};
use selaras_audit::finding::{Level, Part};
use selaras_audit::{Report, audit_document};

fn accused(report: &Report) -> Vec<(usize, usize, usize)> {
    let cell = |it: &selaras_audit::Finding| match &it.location.part {
        Part::Cell { block, row, column, .. } if it.level != Level::Info => {
            Some((*block, *row, *column))
        }
        _ => None,
    };
    report.findings.iter().filter_map(cell).collect()
}

#[test]
fn random_changes() {
    let (mut done, mut found, mut unrelated) = (0_u32, 0_u32, 0_u32);
    for seed in 0..600 {
        let mut made = generate(seed);
        let clean = audit_document(made.document.clone(), "utuh", &|_| {});
        assert_eq!(
            accused(&clean),
            [],
            "seed {seed}\n{}",
            selaras_audit::output::text(&clean, false)
        );
        assert!(clean.cells_checked > 0, "seed {seed}");
        let mut random = Random::new(seed ^ 0xabcd);
        let Some((at, _, _)) = (0..20).find_map(|_| mutate(&mut made, &mut random)) else {
            continue;
        };
        let cells = accused(&audit_document(made.document, "ubah", &|_| {}));
        done += 1;
        found += u32::from(cells.contains(&at));
        unrelated +=
            u32::from(cells.iter().any(|it| it.0 != at.0 || (it.1 != at.1 && it.2 != at.2)));
    }
    assert!(done > 550, "{done} changes");
    assert!(found * 100 >= done * 97, "found {found} of {done}");
    assert!(unrelated * 100 < done, "{unrelated} of {done} accuse an unrelated cell");
}
