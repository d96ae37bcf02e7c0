//! Measurement: from the counted parts to the predicate.

pub(crate) mod average_hides_misses;
pub(crate) mod capaian_far_above_target;
pub(crate) mod copied_from_last_year;
pub(crate) mod final_target_already_reached;
pub(crate) mod future_period_filled;
pub(crate) mod jump_from_last_year;
pub(crate) mod komponen_weights;
pub(crate) mod money_without_output;
pub(crate) mod output_behind_money;
pub(crate) mod part_above_whole;
pub(crate) mod person_in_parts;
pub(crate) mod pita_written_otherwise;
pub(crate) mod realisasi_differs_from_formula;
pub(crate) mod rumus_against_polaritas;
pub(crate) mod share;
pub(crate) mod share_of_two_units;
pub(crate) mod skala;
pub(crate) mod skala_not_verified;
pub(crate) mod skala_with_holes;
pub(crate) mod triwulan_not_measured;
pub(crate) mod value_not_verified;
pub(crate) mod value_off_the_skala;
pub(crate) mod variabel_incomplete;
pub(crate) mod way_without_decision;
pub(crate) mod year_differs_from_triwulan;
pub(crate) mod zero_target_without_meaning;
