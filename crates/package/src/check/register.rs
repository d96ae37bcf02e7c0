//! Registers: each case in a register of its kind, and each register with the settings that its kind
//! needs.

use std::collections::HashMap;

use selaras_domain::{Code, Id, JenisRegister, Register, RegisterId};

use super::cell;
use crate::error::{Problem, Problems, shown};
use crate::tables::Lists;

pub(super) fn check(lists: &Lists, problems: &mut Problems) {
    for (line, it) in lists.register.iter() {
        let missing = match it.jenis {
            JenisRegister::Layanan if it.periode_menurut.is_none() => "periode_menurut",
            JenisRegister::Disiplin if it.bawaan.is_none() => "bawaan",
            JenisRegister::Diklat if it.jp_minimal.is_none() => "jp_minimal",
            _ => continue,
        };
        let problem = Problem::SettingOfRegister {
            found: shown(it.id.as_str()),
            jenis: shown(it.jenis.code()),
        };
        problems.push(cell("register", line, missing), problem);
    }
    let kinds: HashMap<&RegisterId, &Register> =
        lists.register.items.iter().map(|it| (&it.id, it)).collect();
    let mut check = |list: &str, line: u32, id: &RegisterId, expected: JenisRegister| {
        // Whether there is such a register is for the references to say.
        let Some(register) = kinds.get(id).filter(|it| it.jenis != expected) else { return };
        let problem = Problem::WrongRegister {
            found: shown(id.as_str()),
            jenis: shown(register.jenis.code()),
            expected: shown(expected.code()),
        };
        problems.push(cell(list, line, "register"), problem);
    };
    macro_rules! check_kind {
        ($jenis:ident: $($list:ident),+) => {
            $(for (line, it) in lists.$list.iter() {
                check(stringify!($list), line, &it.register, JenisRegister::$jenis);
            })+
        };
    }
    check_kind!(Lainnya: catatan_register);
    check_kind!(Layanan: jenis_layanan, sop_layanan, kasus_layanan);
    check_kind!(Jabatan: populasi_jabatan, jabatan, pemangku_jabatan);
    check_kind!(Disiplin: kasus_disiplin);
    check_kind!(Diklat: peserta_diklat);
}
