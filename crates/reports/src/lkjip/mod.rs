//! The LKjIP, Laporan Kinerja Instansi Pemerintah. PermenPANRB 53/2014 Lampiran II.
