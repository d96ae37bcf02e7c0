//! The law's dated regulations and parameters, and the calculations that use them.

pub mod bulk;
pub mod formula;
pub mod parameter;
pub mod regulation;
