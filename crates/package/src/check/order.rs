//! Pairs of a beginning and an end, which must not be swapped.

use super::cell;
use crate::cell::Cell;
use crate::error::{Place, Problem, Problems};
use crate::tables::Lists;

pub(super) fn check(lists: &Lists, problems: &mut Problems) {
    for (line, it) in lists.dokumen.iter() {
        check_pair(it.tahun, it.sampai, cell("dokumen", line, "sampai"), problems);
    }
    for (line, it) in lists.pejabat.iter() {
        check_pair(it.mulai, it.sampai, cell("pejabat", line, "sampai"), problems);
    }
    for (line, it) in lists.kebijakan_indikator.iter() {
        let place = cell("kebijakan_indikator", line, "batas_atas");
        check_pair(it.cara.batas_bawah, it.cara.batas_atas, place, problems);
    }
    for (line, it) in lists.indikator.iter() {
        let place = cell("indikator", line, "batas_atas");
        check_pair(it.cara.batas_bawah, it.cara.batas_atas, place, problems);
    }
    for (line, it) in lists.kasus_layanan.iter() {
        let place = |column| cell("kasus_layanan", line, column);
        let received = Some(it.diterima);
        check_pair(received, it.dikembalikan, place("dikembalikan"), problems);
        check_pair(it.dikembalikan, it.dilengkapi, place("dilengkapi"), problems);
        check_pair(received, it.diteruskan, place("diteruskan"), problems);
        check_pair(it.diteruskan, it.kembali, place("kembali"), problems);
        check_pair(received, it.selesai, place("selesai"), problems);
    }
    for (line, it) in lists.kasus_disiplin.iter() {
        let place = |column| cell("kasus_disiplin", line, column);
        check_pair(Some(it.dilaporkan), it.diperiksa, place("diperiksa"), problems);
        check_pair(Some(it.dilaporkan), it.selesai, place("selesai"), problems);
    }
    for (line, it) in lists.jabatan.iter() {
        check_pair(Some(it.mulai), it.sampai, cell("jabatan", line, "sampai"), problems);
    }
    for (line, it) in lists.pemangku_jabatan.iter() {
        check_pair(Some(it.mulai), it.sampai, cell("pemangku_jabatan", line, "sampai"), problems);
    }
    for (line, it) in lists.peserta_diklat.iter() {
        check_pair(Some(it.mulai), it.selesai, cell("peserta_diklat", line, "selesai"), problems);
    }
}

fn check_pair<T: Cell + PartialOrd>(
    from: Option<T>,
    to: Option<T>,
    place: Place,
    problems: &mut Problems,
) {
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        let (from, to) = (from.text().into_owned(), to.text().into_owned());
        problems.push(place, Problem::Reversed { from, to });
    }
}
