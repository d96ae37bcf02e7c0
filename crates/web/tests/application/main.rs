//! The application as its users and as those who mean harm meet it, called without a socket.

mod access;
mod api;
mod common;
mod lists;
mod security;
mod upload;
