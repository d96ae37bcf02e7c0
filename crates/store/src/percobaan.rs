//! Wrong passwords at the door: counted by account, whether there is one or not, and by where they come
//! from. Too many shut the door for a while.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use crate::error::StoreError;
use crate::people::{secret_hash, time};
use crate::sql::{Session, Value};

/// Wrong passwords in a row after which an account is locked.
const OF_ACCOUNT: i64 = 5;
/// Wrong passwords from one address: a whole city may sit behind one.
const OF_ADDRESS: i64 = 100;
/// How long wrong passwords count together, and how long the door stays shut.
const WHILE: SignedDuration = SignedDuration::from_mins(15);

/// What wrong passwords are counted under.
pub(crate) struct Counters {
    account: String,
    address: Option<String>,
    /// The address as it is written.
    from: String,
}

/// What one more wrong password has led to.
pub(crate) struct Counted {
    /// How many there are for the account.
    pub(crate) n_account: i64,
    /// How many there are from the address.
    n_address: i64,
    /// Until when the door is shut, where there were too many.
    pub(crate) until: Option<Timestamp>,
}

impl Counted {
    /// Whether it was this one that locked the account.
    pub(crate) fn has_locked_account(&self) -> bool {
        self.n_account == OF_ACCOUNT
    }

    /// Whether it was this one that shut the address out.
    pub(crate) fn has_locked_address(&self) -> bool {
        self.n_address == OF_ADDRESS
    }
}

impl Counters {
    pub(crate) fn of(akun: &str, asal: &str) -> Counters {
        let address = network(asal).map(|it| secret_hash(&format!("asal:{it}")));
        Counters { account: account(akun), address, from: asal.to_owned() }
    }

    fn all(&self) -> impl Iterator<Item = (&str, i64)> {
        let address = self.address.as_deref().map(|it| (it, OF_ADDRESS));
        [(self.account.as_str(), OF_ACCOUNT)].into_iter().chain(address)
    }

    /// Until when nobody is let in.
    pub(crate) fn shut_until(
        &self,
        session: &mut Session<'_>,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let mut until = None;
        for (hash, limit) in self.all() {
            let counted = select(session, hash, now)?.filter(|(n, _)| *n >= limit);
            until = until.max(counted.map(|(_, until)| until));
        }
        Ok(until)
    }

    /// Counts one more.
    pub(crate) fn count(
        &self,
        session: &mut Session<'_>,
        now: Timestamp,
    ) -> Result<Counted, StoreError> {
        session.execute("DELETE FROM percobaan WHERE berlaku_sampai <= $1", &[time(now)])?;
        let mut counted = Counted { n_account: 0, n_address: 0, until: None };
        for (hash, limit) in self.all() {
            session.execute(
                "INSERT INTO percobaan (hash, gagal, berlaku_sampai) VALUES ($1, 1, $2) \
                 ON CONFLICT (hash) DO UPDATE SET gagal = percobaan.gagal + 1",
                &[hash.into(), time(now + WHILE)],
            )?;
            let n = select(session, hash, now)?.map_or(0, |(n, _)| n);
            let is_account = hash == self.account;
            if is_account {
                counted.n_account = n;
            } else {
                counted.n_address = n;
            }
            if n >= limit {
                // Only an address that is shut out is written down.
                let from = Some(self.from.as_str()).filter(|_| !is_account);
                session.execute(
                    "UPDATE percobaan SET berlaku_sampai = $1, dari = $2 WHERE hash = $3",
                    &[time(now + WHILE), from.into(), hash.into()],
                )?;
                counted.until = Some(now + WHILE);
            }
        }
        Ok(counted)
    }
}

/// The addresses that are shut out, and until when.
pub(crate) fn shut_addresses(
    session: &mut Session<'_>,
    now: Timestamp,
) -> Result<Vec<(String, Timestamp)>, StoreError> {
    let rows = session.query(
        "SELECT dari, berlaku_sampai FROM percobaan WHERE dari IS NOT NULL \
         AND berlaku_sampai > $1 ORDER BY dari",
        &[time(now)],
    )?;
    let shut = |row: Vec<Value>| {
        let [from, until] = <[Value; 2]>::try_from(row).ok()?.map(Value::into_cell);
        Some((from, until.parse().ok()?))
    };
    Ok(rows.into_iter().filter_map(shut).collect())
}

/// Forgets the wrong passwords of an account, and gives their number. Those of an address stay: who has
/// one account could guess at others for ever.
pub(crate) fn forget(
    session: &mut Session<'_>,
    akun: &str,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let hash = account(akun);
    let n = select(session, &hash, now)?.map_or(0, |(n, _)| n);
    session.execute("DELETE FROM percobaan WHERE hash = $1", &[hash.as_str().into()])?;
    Ok(n)
}

fn account(akun: &str) -> String {
    secret_hash(&format!("akun:{akun}"))
}

/// The network that an address counts as: of IPv6 the half that one subscriber has. The machine's own is
/// none, since behind it stands a proxy, and behind that everybody.
fn network(asal: &str) -> Option<String> {
    match asal.parse::<IpAddr>().ok()?.to_canonical() {
        it if it.is_loopback() => None,
        IpAddr::V4(it) => Some(it.to_string()),
        IpAddr::V6(it) => Some(format!("{:x?}", &it.segments()[..4])),
    }
}

fn select(
    session: &mut Session<'_>,
    hash: &str,
    now: Timestamp,
) -> Result<Option<(i64, Timestamp)>, StoreError> {
    let found = session.query_one(
        "SELECT gagal, berlaku_sampai FROM percobaan WHERE hash = $1 AND berlaku_sampai > $2",
        &[hash.into(), time(now)],
    )?;
    Ok(found.and_then(|row| {
        let [n, until] = <[Value; 2]>::try_from(row).ok()?;
        Some((n.as_integer()?, until.into_cell().parse().ok()?))
    }))
}
