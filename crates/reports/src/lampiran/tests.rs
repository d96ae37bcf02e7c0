//! Tests of the annexes: on a small office made by hand, and on the example.

mod contoh;
mod dinas;
mod reading;
