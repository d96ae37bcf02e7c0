//! Annex Jejak Perhitungan: how each main figure came about, by which rules, from which sources.
//!
//! It names rules, inputs and documents, not who typed them.

mod citation;
mod data;
mod doubts;
mod figures;
mod rules;

use selaras_domain::dokumen::{Block, text};

use citation::Citations;

use crate::context::{Context, PartError};

/// `lampiran-jejak`.
pub(super) fn part(ctx: &Context<'_>, _args: &[&str]) -> Result<Vec<Block>, PartError> {
    let mut blocks = vec![Block::Paragraph(text(
        "Setiap angka di bawah ini disertai angka yang dimasukkan beserta dokumen asalnya, rumus, \
         hitungan, pembulatan, aturan dengan versinya, dan dasar hukumnya. Angka yang tidak ada \
         disertai alasannya. Nomor dalam kurung siku menunjuk daftar dokumen sumber di bagian \
         akhir lampiran ini, tempat ketetapan perangkat daerah tentang cara ukur juga dimuat.",
    ))];
    let citations = Citations::new(ctx.berkas);
    blocks.extend(figures::indikator(ctx, &citations));
    blocks.extend(figures::anggaran(ctx, &citations));
    blocks.extend(figures::rata_rata(ctx, &citations));
    blocks.extend(rules::kebijakan(ctx));
    blocks.extend(rules::skala(ctx));
    blocks.extend(rules::used(ctx, &citations));
    blocks.extend(data::dokumen(ctx, &citations));
    blocks.extend(data::doubts(ctx, &citations));
    Ok(blocks)
}
