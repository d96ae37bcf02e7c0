//! The nouns of the law: the facts of one perangkat daerah, the figures computed from them, and the
//! document tree they are printed in. Plain values: no IO, no clock, no SQL, no HTTP.

mod exact;

pub use exact::{Exact, RoundingMode};
