//! The evaluation: scores, predicate, recommendations and what followed.

pub(crate) mod bobot_of_another_regime;
pub(crate) mod follow_up_before_evaluation;
pub(crate) mod follow_up_on_one_day;
pub(crate) mod follow_up_without_proof;
pub(crate) mod merit_index_differs;
pub(crate) mod predikat_differs;
pub(crate) mod regime;
pub(crate) mod rekomendasi_without_follow_up;
pub(crate) mod score_above_bobot;
pub(crate) mod score_not_the_sum;
pub(crate) mod score_without_recommendation;
