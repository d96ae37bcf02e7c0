//! The evaluation: scores, predicate, recommendations and what followed.

