//! The law's dated regulations and parameters, and the calculations that use them.

pub mod akumulasi;
mod alasan;
pub mod bulk;
pub mod capaian;
mod display;
pub mod efisiensi;
pub mod formula;
mod measure;
pub mod parameter;
pub mod pemda;
pub mod register;
pub mod regulation;
pub mod rule;
pub mod skala;

pub use alasan::Alasan;
pub use display::{LIMITED, NONE, display, display_trimmed};
pub use measure::{measure, measure_without_trails, periode_words, target_akhir};
pub use parameter::Refusal;
