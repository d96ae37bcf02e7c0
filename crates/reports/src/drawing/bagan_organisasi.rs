//! The organisation chart (bagan organisasi): head, secretariat, line units and functional staff.

use super::canvas::Canvas;
use super::{Draw, Svg};

/// What a unit is in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitRole {
    /// Sekretariat: stands beside the line of command.
    Sekretariat,
    /// Kelompok jabatan fungsional: connected by a broken line, since it coordinates.
    Fungsional,
    /// Bidang, subbagian, seksi, UPTD: in the line of command.
    Line,
}

/// A unit with the units under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBox {
    pub role: UnitRole,
    pub nama: String,
    /// The post that leads it, under the name.
    pub jabatan: Option<String>,
    pub children: Vec<UnitBox>,
}

/// The chart: the root is the head of the office. Made for widths from 1200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaganOrganisasi {
    pub kepala: UnitBox,
}

impl Draw for BaganOrganisasi {
    fn draw(&self, width: u32) -> Svg {
        Canvas::new(width).finish(1, &self.alt())
    }

    fn alt(&self) -> String {
        String::new()
    }
}
