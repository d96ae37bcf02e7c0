//! The result for programs, for a terminal, and for the screen.

mod json;
mod text;

pub use json::json;
pub use text::text;
