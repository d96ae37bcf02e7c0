//! Measurement: from the counted parts to the predicate.

pub(crate) mod capaian_far_above_target;
pub(crate) mod final_target_already_reached;
pub(crate) mod jump_from_last_year;
pub(crate) mod komponen_weights;
pub(crate) mod part_above_whole;
pub(crate) mod pita_written_otherwise;
pub(crate) mod realisasi_differs_from_formula;
pub(crate) mod share;
pub(crate) mod share_of_two_units;
pub(crate) mod skala;
pub(crate) mod skala_with_holes;
pub(crate) mod value_off_the_skala;
pub(crate) mod variabel_incomplete;
pub(crate) mod year_differs_from_triwulan;
