//! The money: sums at every level, phase and period.

