//! What the package promises to those who use it: one program, so that it is linked once.

mod broken;
mod damage;
mod examples;
mod limits;
mod round_trip;
mod support;
mod zip;
