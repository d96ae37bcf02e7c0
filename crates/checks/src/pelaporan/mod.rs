//! The report: its analyses, its parts, its deadline.

pub(crate) mod agreement_not_annexed;
pub(crate) mod analysis_missing;
pub(crate) mod award_without_proof;
pub(crate) mod cause_of_success;
pub(crate) mod cause_without_cases;
pub(crate) mod chapter_missing;
pub(crate) mod comparison_not_alike;
pub(crate) mod driver_contradicts_issue;
pub(crate) mod efisiensi_not_computed;
pub(crate) mod follow_up_repeated;
pub(crate) mod follow_up_without_owner;
pub(crate) mod missed_without_cause;
pub(crate) mod missed_without_follow_up;
pub(crate) mod money_blamed;
pub(crate) mod no_earlier_year;
pub(crate) mod no_final_target;
pub(crate) mod no_national_value;
pub(crate) mod none_said_of_the_office;
pub(crate) mod part_empty;
pub(crate) mod promised_without_analysis;
pub(crate) mod reference_to_nothing;
pub(crate) mod report_late;
