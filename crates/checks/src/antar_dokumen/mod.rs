//! Between documents: one fact, stated in two places.

pub(crate) mod budget_row_not_in_renja;
pub(crate) mod earlier_target_differs_from_renstra;
pub(crate) mod iku_not_promised;
pub(crate) mod output_changed_for_the_same_money;
pub(crate) mod pagu_pk_differs_from_budget;
pub(crate) mod program_not_promised;
pub(crate) mod promised_program_without_budget;
pub(crate) mod promised_without_renstra;
pub(crate) mod renja;
pub(crate) mod renja_row_not_in_budget;
pub(crate) mod target_measured_differs_from_pk;
pub(crate) mod target_pk_differs_from_renstra;
