//! What must be true of the facts together, beyond the form of each.

use selaras_domain::Tahun;

use crate::error::Problems;
use crate::tables::Lists;

/// Reports what contradicts itself. Lists that could not be read whole are not concluded from.
pub(crate) fn check(_lists: &Lists, _tahun: Option<Tahun>, _problems: &mut Problems) {}
