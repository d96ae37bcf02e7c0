//! Agreements: when, by whom, about what, and why they were changed.

pub(crate) mod attachment_empty;
pub(crate) mod budget_changed_agreement_not;
pub(crate) mod change_signed_before;
pub(crate) mod change_without_reason;
pub(crate) mod deadline;
pub(crate) mod documents_and_agreements;
pub(crate) mod head_not_with_kepala_daerah;
pub(crate) mod indikator_dropped;
pub(crate) mod new_head_without_agreement;
pub(crate) mod not_signed;
pub(crate) mod not_with_the_superior;
pub(crate) mod parties;
pub(crate) mod promised_not_measured;
pub(crate) mod promised_program_not_measured;
pub(crate) mod second_party_missing;
pub(crate) mod signed_before_the_superior;
pub(crate) mod signed_late;
pub(crate) mod signer_not_in_office;
pub(crate) mod stated_changes_differ;
