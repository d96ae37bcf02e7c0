//! The map of business processes (peta proses bisnis): three bands of processes between the actors.

use super::canvas::Canvas;
use super::{Draw, Svg};

/// A process: its code (`BKP 01`) and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProsesBox {
    pub kode: Option<String>,
    pub nama: String,
}

/// Those who ask stand at the left, those who receive at the right: the same actors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PetaProsesBisnis {
    pub aktor: Vec<String>,
    pub lainnya: Vec<ProsesBox>,
    pub utama: Vec<ProsesBox>,
    pub pendukung: Vec<ProsesBox>,
}

impl Draw for PetaProsesBisnis {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}
