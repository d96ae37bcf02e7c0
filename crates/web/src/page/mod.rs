//! The pages, one file each.

pub(crate) mod anggaran;
pub(crate) mod api_manual;
pub(crate) mod audit;
pub(crate) mod bukti;
pub(crate) mod capaian;
pub(crate) mod city;
pub(crate) mod evaluasi;
pub(crate) mod health;
pub(crate) mod home;
pub(crate) mod indikator;
pub(crate) mod jejak;
pub(crate) mod lkjip;
pub(crate) mod office;
pub(crate) mod pengukuran;
pub(crate) mod people;
pub(crate) mod perjanjian;
pub(crate) mod rencana_aksi;
pub(crate) mod renstra;
pub(crate) mod rules;
pub(crate) mod schedule;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod table;
pub(crate) mod token;
pub(crate) mod upload;
pub(crate) mod verification;
