//! The money: sums at every level, phase and period.

pub(crate) mod belanja_differs_from_pagu;
pub(crate) mod belanja_realisasi_differs;
pub(crate) mod iku_without_money;
pub(crate) mod kumulatif_differs;
pub(crate) mod money_counted_twice;
pub(crate) mod pagu_children_differ;
pub(crate) mod realisasi_children_differ;
pub(crate) mod spent_above_pagu;
pub(crate) mod spent_without_pagu;
pub(crate) mod sumber_dana_differs;
pub(crate) mod sums;
pub(crate) mod total_is_subtotal;
pub(crate) mod triwulan_differ_from_year;
