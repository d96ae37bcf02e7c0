//! The generated lists with page numbers.

use selaras_domain::dokumen::{Block, Contents};

use crate::context::{Context, PartError};

pub(super) fn daftar_isi(_: &Context<'_>, _: &[&str]) -> Result<Vec<Block>, PartError> {
    Ok(vec![Block::Contents(Contents::DaftarIsi)])
}

pub(super) fn daftar_tabel(_: &Context<'_>, _: &[&str]) -> Result<Vec<Block>, PartError> {
    Ok(vec![Block::Contents(Contents::DaftarTabel)])
}

pub(super) fn daftar_gambar(_: &Context<'_>, _: &[&str]) -> Result<Vec<Block>, PartError> {
    Ok(vec![Block::Contents(Contents::DaftarGambar)])
}

pub(super) fn daftar_lampiran(_: &Context<'_>, _: &[&str]) -> Result<Vec<Block>, PartError> {
    Ok(vec![Block::Contents(Contents::DaftarLampiran)])
}
