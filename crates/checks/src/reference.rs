//! `docs/reference/checks.md`, from the pages.

use std::fmt::Write;

use crate::page::basis_lines;
use crate::{Group, Status, Tier, registry};

/// The page with every check: what it demands, why, its basis, and how to mend what it finds.
pub fn reference_page() -> String {
    let of_tier = |tier| registry::ALL.iter().filter(|it| it.tier == tier).count();
    let mut page = format!(
        "# Pemeriksaan\n\n\
         <!-- Dibuat dari crates/checks oleh `cargo xtask generate`. -->\n\n\
         {} pemeriksaan atas fakta satu perangkat daerah: {} **Wajib** (peraturan \
         mengharuskannya, dan \
         fakta sudah cukup untuk memutuskan), {} **Anjuran** (peraturan atau pedomannya menyarankan, \
         atau meminta angka yang andal), dan {} **Kaidah** (aturan Selaras sendiri tentang apa yang \
         hampir tidak mungkin benar). Hanya temuan Wajib yang menahan pengajuan dan tanda tangan.\n\n\
         Pemeriksaan *pratinjau* membaca kata-kata atau kelaziman dan dapat keliru; hasilnya tidak \
         dihitung dalam nilai apa pun.\n\n\
         Tidak adanya temuan bukan bukti bahwa semuanya benar: lihat juga pemeriksaan yang *tidak \
         dapat dinilai* karena datanya belum ada.\n",
        registry::ALL.len(),
        of_tier(Tier::Wajib),
        of_tier(Tier::Anjuran),
        of_tier(Tier::Kaidah),
    );
    for group in Group::ALL {
        let _ = write!(page, "\n## {}\n", group.title());
        for check in registry::ALL.iter().filter(|it| it.group() == group) {
            let text = check.parsed_page();
            let preview = if check.status == Status::Preview { ", pratinjau" } else { "" };
            let _ = write!(
                page,
                "\n### {} · {}\n\n*{}{preview}* · `{}`\n\n{}\n\n{}\n\n**Cara memperbaiki.** {}\n\n\
                 **Dasar.** {}\n",
                check.code,
                text.title,
                check.tier.title(),
                check.name,
                text.demand,
                text.why,
                text.remedy,
                basis_lines(check).join("; ")
            );
        }
    }
    page
}
