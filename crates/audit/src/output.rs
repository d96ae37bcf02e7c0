//! The result for programs, for a terminal, and for the screen.

mod checklist;
mod dokumen;
mod html;
mod json;
mod kertas_kerja;
mod text;

pub use dokumen::dokumen;
pub use html::html;
pub use json::json;
pub use kertas_kerja::{KertasKerjaError, kertas_kerja};
pub use text::text;
