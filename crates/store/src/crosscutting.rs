//! What offices need of each other, across their berkas.

use selaras_domain::Tahun;

use crate::database::Store;
use crate::error::StoreError;
use crate::sql::Value;

/// Performance that another office needs of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dibutuhkan {
    /// Short name of the office that needs it.
    pub oleh: String,
    /// The tujuan, sasaran or row of its pohon kinerja, in words.
    pub pokok: String,
    pub dukungan: String,
}

impl Store {
    /// What the other offices of a year name an office for, by their names.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn dibutuhkan(
        &self,
        pemda: i64,
        tahun: Tahun,
        mitra: &str,
    ) -> Result<Vec<Dibutuhkan>, StoreError> {
        let sql = "SELECT perangkat.singkatan, COALESCE(tujuan.uraian, sasaran.uraian, \
                   program_kegiatan.nama), crosscutting.dukungan FROM crosscutting \
                   JOIN berkas ON berkas.pemda = crosscutting.pemda AND berkas.id = crosscutting.berkas \
                   JOIN perangkat ON perangkat.pemda = berkas.pemda AND perangkat.id = berkas.perangkat \
                   LEFT JOIN tujuan ON tujuan.pemda = crosscutting.pemda \
                   AND tujuan.berkas = crosscutting.berkas AND tujuan.id = crosscutting.tujuan \
                   LEFT JOIN sasaran ON sasaran.pemda = crosscutting.pemda \
                   AND sasaran.berkas = crosscutting.berkas AND sasaran.id = crosscutting.sasaran \
                   LEFT JOIN program_kegiatan ON program_kegiatan.pemda = crosscutting.pemda \
                   AND program_kegiatan.berkas = crosscutting.berkas \
                   AND program_kegiatan.id = crosscutting.baris \
                   WHERE crosscutting.pemda = $1 AND crosscutting.mitra = $2 AND berkas.tahun = $3 \
                   ORDER BY perangkat.singkatan, crosscutting.nomor";
        let values = [pemda.into(), mitra.into(), i64::from(tahun.get()).into()];
        let rows = self.read(|session| session.query(sql, &values))?;
        let it = |row: Vec<Value>| {
            let [oleh, pokok, dukungan] = <[Value; 3]>::try_from(row).ok()?;
            Some(Dibutuhkan {
                oleh: oleh.into_cell(),
                pokok: pokok.into_cell(),
                dukungan: dukungan.into_cell(),
            })
        };
        Ok(rows.into_iter().filter_map(it).collect())
    }
}
