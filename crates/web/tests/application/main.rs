//! The application as its users and as those who mean harm meet it, called without a socket.

mod access;
mod agreement;
mod api;
mod beranda;
mod common;
mod findings;
mod forms;
mod hostile;
mod jejak;
mod lists;
mod mulai;
mod pages;
mod plain;
mod proofs;
mod renstra;
mod reviu;
mod security;
mod sheet;
mod upload;
