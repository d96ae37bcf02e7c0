//! Measurement: from the counted parts to the predicate.

