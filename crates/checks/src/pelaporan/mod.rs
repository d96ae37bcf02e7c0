//! The report: its analyses, its parts, its deadline.

