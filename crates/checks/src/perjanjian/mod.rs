//! Agreements: when, by whom, about what, and why they were changed.

