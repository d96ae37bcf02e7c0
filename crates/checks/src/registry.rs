//! The only list of checks. Sorted by code; retired codes stay in [`RETIRED`].

use crate::{
    Check, anggaran, antar_dokumen, evaluasi, pelaporan, pengukuran, perencanaan, perjanjian,
};

pub const ALL: &[&Check] = &[
    &anggaran::pagu_children_differ::CHECK,
    &anggaran::total_is_subtotal::CHECK,
    &anggaran::realisasi_children_differ::CHECK,
    &anggaran::triwulan_differ_from_year::CHECK,
    &anggaran::spent_above_pagu::CHECK,
    &anggaran::belanja_differs_from_pagu::CHECK,
    &anggaran::belanja_realisasi_differs::CHECK,
    &anggaran::sumber_dana_differs::CHECK,
    &anggaran::kumulatif_differs::CHECK,
    &anggaran::iku_without_money::CHECK,
    &anggaran::money_counted_twice::CHECK,
    &anggaran::spent_without_pagu::CHECK,
    &antar_dokumen::target_pk_differs_from_renstra::CHECK,
    &antar_dokumen::target_measured_differs_from_pk::CHECK,
    &antar_dokumen::earlier_target_differs_from_renstra::CHECK,
    &antar_dokumen::output_changed_for_the_same_money::CHECK,
    &antar_dokumen::iku_not_promised::CHECK,
    &antar_dokumen::promised_without_renstra::CHECK,
    &antar_dokumen::pagu_pk_differs_from_budget::CHECK,
    &antar_dokumen::program_not_promised::CHECK,
    &antar_dokumen::promised_program_without_budget::CHECK,
    &antar_dokumen::budget_row_not_in_renja::CHECK,
    &antar_dokumen::renja_row_not_in_budget::CHECK,
    &antar_dokumen::promised_without_rencana_aksi::CHECK,
    &antar_dokumen::rencana_aksi_missing_the_target::CHECK,
    &antar_dokumen::triwulan_targets_missing_the_year::CHECK,
    &antar_dokumen::target_renja_differs::CHECK,
    &antar_dokumen::change_before_its_document::CHECK,
    &antar_dokumen::plan_outside_its_period::CHECK,
    &antar_dokumen::target_outside_its_document::CHECK,
    &antar_dokumen::variabel_with_two_values::CHECK,
    &antar_dokumen::regulation_revoked::CHECK,
    &antar_dokumen::nilai_akip_differs::CHECK,
    &antar_dokumen::mapped_row_without_pagu::CHECK,
    &antar_dokumen::action_owner_unknown::CHECK,
    &evaluasi::bobot_of_another_regime::CHECK,
    &evaluasi::score_above_bobot::CHECK,
    &evaluasi::score_not_the_sum::CHECK,
    &evaluasi::predikat_differs::CHECK,
    &evaluasi::rekomendasi_without_follow_up::CHECK,
    &evaluasi::follow_up_without_proof::CHECK,
    &evaluasi::follow_up_before_evaluation::CHECK,
    &evaluasi::follow_up_on_one_day::CHECK,
    &evaluasi::score_without_recommendation::CHECK,
    &evaluasi::merit_index_differs::CHECK,
    &pelaporan::no_earlier_year::CHECK,
    &pelaporan::no_final_target::CHECK,
    &pelaporan::no_national_value::CHECK,
    &pelaporan::promised_without_analysis::CHECK,
    &pelaporan::missed_without_cause::CHECK,
    &pelaporan::missed_without_follow_up::CHECK,
    &pelaporan::follow_up_without_owner::CHECK,
    &pelaporan::money_blamed::CHECK,
    &pelaporan::driver_contradicts_issue::CHECK,
    &pelaporan::cause_of_success::CHECK,
    &pelaporan::report_late::CHECK,
    &pelaporan::chapter_missing::CHECK,
    &pelaporan::analysis_missing::CHECK,
    &pelaporan::agreement_not_annexed::CHECK,
    &pelaporan::part_empty::CHECK,
    &pelaporan::comparison_not_alike::CHECK,
    &pelaporan::none_said_of_the_office::CHECK,
    &pelaporan::award_without_proof::CHECK,
    &pelaporan::efisiensi_not_computed::CHECK,
    &pelaporan::follow_up_repeated::CHECK,
    &pelaporan::reference_to_nothing::CHECK,
    &pelaporan::cause_without_cases::CHECK,
    &perjanjian::signed_late::CHECK,
    &perjanjian::not_signed::CHECK,
    &perjanjian::second_party_missing::CHECK,
    &perjanjian::head_not_with_kepala_daerah::CHECK,
    &perjanjian::change_without_reason::CHECK,
    &perjanjian::signer_not_in_office::CHECK,
    &perjanjian::change_signed_before::CHECK,
    &perjanjian::attachment_empty::CHECK,
    &perjanjian::promised_not_measured::CHECK,
    &perjanjian::promised_program_not_measured::CHECK,
    &perjanjian::new_head_without_agreement::CHECK,
    &perjanjian::budget_changed_agreement_not::CHECK,
    &perjanjian::documents_and_agreements::CHECK,
    &perjanjian::indikator_dropped::CHECK,
    &perjanjian::stated_changes_differ::CHECK,
    &perjanjian::not_with_the_superior::CHECK,
    &perjanjian::signed_before_the_superior::CHECK,
    &perencanaan::sasaran_without_indikator::CHECK,
    &perencanaan::tujuan_without_indikator::CHECK,
    &perencanaan::sasaran_without_strategi::CHECK,
    &perencanaan::row_without_indikator::CHECK,
    &perencanaan::program_without_sasaran::CHECK,
    &perencanaan::indikator_without_definisi::CHECK,
    &perencanaan::indikator_without_rumus::CHECK,
    &perencanaan::indikator_without_source::CHECK,
    &perencanaan::owner_unknown::CHECK,
    &perencanaan::indikator_states_a_result::CHECK,
    &perencanaan::sasaran_is_activity::CHECK,
    &perencanaan::sasaran_repeats_tujuan::CHECK,
    &perencanaan::name_promises_more::CHECK,
    &perencanaan::satuan_against_name::CHECK,
    &perencanaan::share_target_above_hundred::CHECK,
    &perencanaan::index_beyond_scale::CHECK,
    &perencanaan::year_without_target::CHECK,
    &perencanaan::target_against_polaritas::CHECK,
    &perencanaan::target_below_baseline::CHECK,
    &perencanaan::target_below_reached::CHECK,
    &perencanaan::same_name_two_meanings::CHECK,
    &perencanaan::one_measure_two_levels::CHECK,
    &perencanaan::kode_not_under_parent::CHECK,
    &perencanaan::kode_missing::CHECK,
    &perencanaan::baseline_unknown::CHECK,
    &perencanaan::kode_of_another_jenjang::CHECK,
    &perencanaan::crosscutting_without_partner::CHECK,
    &perencanaan::kode_not_in_catalogue::CHECK,
    &perencanaan::name_not_of_catalogue::CHECK,
    &perencanaan::satuan_not_of_catalogue::CHECK,
    &perencanaan::plan_missing::CHECK,
    &pengukuran::variabel_incomplete::CHECK,
    &pengukuran::part_above_whole::CHECK,
    &pengukuran::share_of_two_units::CHECK,
    &pengukuran::realisasi_differs_from_formula::CHECK,
    &pengukuran::year_differs_from_triwulan::CHECK,
    &pengukuran::komponen_weights::CHECK,
    &pengukuran::skala_with_holes::CHECK,
    &pengukuran::value_off_the_skala::CHECK,
    &pengukuran::pita_written_otherwise::CHECK,
    &pengukuran::capaian_far_above_target::CHECK,
    &pengukuran::jump_from_last_year::CHECK,
    &pengukuran::final_target_already_reached::CHECK,
    &pengukuran::value_not_verified::CHECK,
    &pengukuran::triwulan_not_measured::CHECK,
    &pengukuran::money_without_output::CHECK,
    &pengukuran::output_behind_money::CHECK,
    &pengukuran::future_period_filled::CHECK,
    &pengukuran::zero_target_without_meaning::CHECK,
    &pengukuran::rumus_against_polaritas::CHECK,
    &pengukuran::person_in_parts::CHECK,
    &pengukuran::copied_from_last_year::CHECK,
    &pengukuran::skala_not_verified::CHECK,
    &pengukuran::way_without_decision::CHECK,
    &pengukuran::average_hides_misses::CHECK,
    &pengukuran::printed_capaian_differs::CHECK,
    &pengukuran::verified_without_source::CHECK,
    &pengukuran::output_far_from_target::CHECK,
    &pengukuran::money_behind_output::CHECK,
    &pengukuran::quarter_without_proof::CHECK,
];

/// Codes that once meant something else. They are never handed out again.
pub const RETIRED: &[&str] = &[];

/// The check with a code.
pub fn find(code: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|it| it.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use selaras_rules::regulation;

    use super::*;
    use crate::{Group, Tier};

    #[test]
    fn codes_are_sorted_unique_and_never_reused() {
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(ALL.iter().all(|it| !RETIRED.contains(&it.code)));
    }

    #[test]
    fn a_code_is_its_group_and_three_digits_and_a_name_says_the_defect() {
        let mut names = BTreeSet::new();
        for it in ALL {
            let digits = &it.code[3..];
            assert!(Group::of(it.code).is_some(), "{}", it.code);
            assert!(
                digits.len() == 3 && digits.bytes().all(|it| it.is_ascii_digit()),
                "{}",
                it.code
            );
            assert!(names.insert(it.name), "{} has the name of another", it.code);
            let plain =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(it.name.bytes().all(plain), "{}", it.name);
        }
    }

    #[test]
    fn every_mandatory_check_cites_the_law_and_a_house_rule_cites_none() {
        for it in ALL {
            match it.tier {
                Tier::Wajib | Tier::Anjuran => assert!(!it.basis.is_empty(), "{}", it.code),
                Tier::Kaidah => assert!(it.basis.is_empty(), "{}", it.code),
            }
        }
    }

    #[test]
    fn what_is_cited_exists_and_was_in_force() {
        for it in ALL {
            for basis in it.basis {
                let law = regulation::find(basis.instrument);
                let law = law.unwrap_or_else(|| panic!("{}: {}", it.code, basis.instrument));
                let known = law.provision.iter().any(|it| it.locator == basis.locator);
                assert!(known, "{}: {} has no provision {}", it.code, law.id, basis.locator);
                let first = law.in_force.or(law.promulgated).or(law.enacted);
                assert!(first.is_none_or(|it| it <= basis.from), "{}: {}", it.code, law.id);
            }
        }
    }

    #[test]
    fn a_provision_that_is_checked_names_its_checks() {
        for it in ALL {
            for basis in it.basis {
                let Some(law) = regulation::find(basis.instrument) else { continue };
                let mut cited = law.provision.iter().filter(|it| it.locator == basis.locator);
                let name = format!("checks/{}", it.code);
                let named = cited.any(|it| it.encoded_by.contains(&name));
                assert!(named, "{} {}: encoded_by lacks {name}", law.id, basis.locator);
            }
        }
        for law in regulation::all() {
            for name in law.provision.iter().flat_map(|it| &it.encoded_by) {
                let Some(code) = name.strip_prefix("checks/") else { continue };
                let check = find(code).unwrap_or_else(|| panic!("{}: no check {code}", law.id));
                assert!(check.basis.iter().any(|it| it.instrument == law.id), "{name} {}", law.id);
            }
        }
    }
}
