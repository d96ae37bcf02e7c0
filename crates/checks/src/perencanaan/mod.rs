//! The plan: from visi to subkegiatan, its indicators and targets.

pub(crate) mod baseline_unknown;
pub(crate) mod index_beyond_scale;
pub(crate) mod indikator_states_a_result;
pub(crate) mod indikator_without_definisi;
pub(crate) mod indikator_without_rumus;
pub(crate) mod indikator_without_source;
pub(crate) mod kode_missing;
pub(crate) mod kode_not_under_parent;
pub(crate) mod name_promises_more;
pub(crate) mod one_measure_two_levels;
pub(crate) mod owner_unknown;
pub(crate) mod program_without_sasaran;
pub(crate) mod row_without_indikator;
pub(crate) mod same_name_two_meanings;
pub(crate) mod sasaran_is_activity;
pub(crate) mod sasaran_repeats_tujuan;
pub(crate) mod sasaran_without_indikator;
pub(crate) mod sasaran_without_strategi;
pub(crate) mod satuan_against_name;
pub(crate) mod share_target_above_hundred;
pub(crate) mod target_against_polaritas;
pub(crate) mod target_below_baseline;
pub(crate) mod target_below_reached;
pub(crate) mod tujuan_without_indikator;
pub(crate) mod year_without_target;
