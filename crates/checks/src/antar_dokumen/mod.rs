//! Between documents: one fact, stated in two places.

pub(crate) mod action_owner_unknown;
pub(crate) mod budget_row_not_in_renja;
pub(crate) mod change_before_its_document;
pub(crate) mod earlier_target_differs_from_renstra;
pub(crate) mod iku_not_promised;
pub(crate) mod mapped_row_without_pagu;
pub(crate) mod nilai_akip_differs;
pub(crate) mod output_changed_for_the_same_money;
pub(crate) mod pagu_pk_differs_from_budget;
pub(crate) mod plan_outside_its_period;
pub(crate) mod program_not_promised;
pub(crate) mod promised_program_without_budget;
pub(crate) mod promised_without_rencana_aksi;
pub(crate) mod promised_without_renstra;
pub(crate) mod regulation_revoked;
pub(crate) mod rencana_aksi_missing_the_target;
pub(crate) mod renja;
pub(crate) mod renja_row_not_in_budget;
pub(crate) mod target_measured_differs_from_pk;
pub(crate) mod target_outside_its_document;
pub(crate) mod target_pk_differs_from_renstra;
pub(crate) mod target_renja_differs;
pub(crate) mod triwulan_targets_missing_the_year;
pub(crate) mod variabel_with_two_values;
