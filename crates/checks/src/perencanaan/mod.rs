//! The plan: from visi to subkegiatan, its indicators and targets.

