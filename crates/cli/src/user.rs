//! `selaras user`: the accounts of an installation and what their people may do.

use std::io::{self, Write};

use clap::Subcommand;
use jiff::civil::Date;
use selaras_domain::Code;
use selaras_store::{Cakupan, Pengguna, Penugasan, Peran, StatusPenugasan};

use crate::failure::Failure;
use crate::installation::{PemdaArg, PlaceArg, now, pelaku, today};
use crate::output::{Align, print_columns};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make an account.
    #[command(after_help = "Example: selaras user add rina \"Rina Contoh\" --data ./data")]
    Add {
        /// What one signs in with
        account: String,
        /// Full name
        name: String,
        #[command(flatten)]
        pemda: PemdaArg,
        #[command(flatten)]
        place: PlaceArg,
    },
    /// Give a person a role, in an office or in the whole government.
    #[command(
        after_help = "Example: selaras user assign rina perencana --office BKPSDM --data ./data"
    )]
    Assign {
        account: String,
        /// `administrator`, `perencana`, `kepala`, `verifikator`, `inspektorat`, `kepala_daerah` or `pegawai`
        #[arg(value_parser = peran)]
        role: Peran,
        /// Short name of the office
        #[arg(long)]
        office: Option<String>,
        /// definitif, plt or plh
        #[arg(long, value_parser = status, default_value = "definitif")]
        status: StatusPenugasan,
        /// First day; today unless given
        #[arg(long)]
        from: Option<Date>,
        /// Last day
        #[arg(long)]
        until: Option<Date>,
        /// Why, for the audit trail
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        place: PlaceArg,
    },
    /// Make a one-time link with which a person chooses a password.
    #[command(after_help = "Example: selaras user link rina --url https://sakip.contoh.go.id \
                      --data ./data")]
    Link {
        account: String,
        /// The address under which people reach the application
        #[arg(long, default_value = "http://127.0.0.1:8080")]
        url: String,
        /// Why, for the audit trail
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        place: PlaceArg,
    },
    /// Make a token with which a program acts for a person.
    #[command(after_help = "Example: selaras user token rina \"laporan bulanan\" --data ./data")]
    Token {
        account: String,
        /// For which program
        name: String,
        /// baca or tulis
        #[arg(long, value_parser = cakupan, default_value = "baca")]
        scope: Cakupan,
        /// Days until it ends
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=366))]
        days: u16,
        #[command(flatten)]
        place: PlaceArg,
    },
    /// End an account on a day.
    #[command(after_help = "Example: selaras user end rina --on 2024-07-01 --data ./data")]
    End {
        account: String,
        /// First day on which the account no longer signs in; today unless given
        #[arg(long)]
        on: Option<Date>,
        /// Why, for the audit trail
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        place: PlaceArg,
    },
    /// List the accounts and their roles.
    #[command(after_help = "Example: selaras user list --data ./data")]
    List(PlaceArg),
}

fn peran(code: &str) -> Result<Peran, String> {
    let known = Peran::ALL.map(|(_, code)| code).join(", ");
    Peran::from_code(code).ok_or_else(|| format!("one of {known}"))
}

fn status(code: &str) -> Result<StatusPenugasan, String> {
    StatusPenugasan::from_code(code).ok_or_else(|| "one of definitif, plt, plh".to_owned())
}

fn cakupan(code: &str) -> Result<Cakupan, String> {
    Cakupan::from_code(code).ok_or_else(|| "one of baca, tulis".to_owned())
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    let mut out = io::stdout();
    match command {
        Command::Add { account, name, pemda, place } => {
            let store = place.open()?;
            let pemda = pemda.name().map(|it| store.pemda_named(Some(it))).transpose()?;
            store.add_user(&pelaku(), pemda, account, name)?;
            writeln!(out, "Akun {account} dibuat. Beri peran dengan `selaras user assign`.")?;
        }
        Command::Assign { account, role, office, status, from, until, reason, place } => {
            let penugasan = Penugasan {
                peran: *role,
                perangkat: office.clone(),
                status: *status,
                mulai: from.unwrap_or_else(today),
                sampai: *until,
            };
            place.open()?.assign(&pelaku(), account, penugasan, reason.as_deref())?;
            writeln!(out, "{account}: {}.", role.code())?;
        }
        Command::Link { account, url, reason, place } => {
            let secret =
                place.open()?.password_link(&pelaku(), account, reason.as_deref(), now())?;
            writeln!(out, "{}/sandi/{secret}", url.trim_end_matches('/'))?;
        }
        Command::Token { account, name, scope, days, place } => {
            let until = now() + jiff::SignedDuration::from_hours(i64::from(*days) * 24);
            let store = place.open()?;
            let secret = store.add_token(&pelaku(), account, (name, *scope), (now(), until))?;
            writeln!(out, "{secret}")?;
        }
        Command::End { account, on, reason, place } => {
            let day = on.unwrap_or_else(today);
            place.open()?.end_user(&pelaku(), account, day, reason.as_deref())?;
            writeln!(out, "Akun {account} berakhir {}.", selaras_domain::tanggal::format(day))?;
        }
        Command::List(place) => {
            let store = place.open()?;
            let (users, pemda) = (store.users()?, store.pemda_list()?);
            if users.is_empty() {
                writeln!(out, "Belum ada akun. Buat dengan `selaras user add`.")?;
                return Ok(());
            }
            if let [_] = &pemda[..] {
                let rows: Vec<[String; 4]> = users.iter().flat_map(rows).collect();
                print_columns(&mut out, [Align::Left; 4], &rows)?;
                return Ok(());
            }
            for (id, called) in pemda {
                let own = users.iter().filter(|it| it.pemda == id);
                let rows: Vec<[String; 4]> = own.flat_map(rows).collect();
                writeln!(out, "{called}")?;
                print_columns(&mut out, [Align::Left; 4], &rows)?;
            }
        }
    }
    Ok(())
}

/// A line for each role of a person, or one that says there is none.
fn rows(it: &Pengguna) -> Vec<[String; 4]> {
    let state = match it.berakhir {
        Some(day) => format!("berakhir {day}"),
        None if it.has_sandi => "aktif".to_owned(),
        None => "belum memilih sandi".to_owned(),
    };
    let role = |it: &Penugasan| {
        let status = match it.status {
            StatusPenugasan::Definitif => String::new(),
            other => format!("{} ", other.code()),
        };
        let office = it.perangkat.as_deref().unwrap_or("seluruh pemda");
        let until = it.sampai.map(|it| format!(" sampai {it}")).unwrap_or_default();
        format!("{status}{} {office} sejak {}{until}", it.peran.code(), it.mulai)
    };
    let mut roles: Vec<String> = it.penugasan.iter().map(role).collect();
    if roles.is_empty() {
        roles.push("tanpa peran".to_owned());
    }
    let line = |role| [it.akun.clone(), it.nama.clone(), state.clone(), role];
    roles.into_iter().map(line).collect()
}
