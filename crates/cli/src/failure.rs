//! How a command ends when it does not succeed: what is said, and the exit code.

use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The exit code of what is neither the user's doing nor the data's.
pub(crate) const ENVIRONMENT: u8 = 4;

/// Lets a fault of the program itself be said in a sentence that can be reported, not as a
/// backtrace; `RUST_BACKTRACE=1` brings that back.
#[expect(clippy::print_stderr, reason = "this is where the program speaks of its failures")]
pub(crate) fn speak_plainly_of_panics() {
    if std::env::var_os("RUST_BACKTRACE").is_some() {
        return;
    }
    std::panic::set_hook(Box::new(|panic| {
        eprintln!(
            "Kesalahan di dalam Selaras {} sendiri, bukan pada data Anda: {}. \
             Laporkan kalimat ini beserta perintah yang dijalankan.",
            env!("CARGO_PKG_VERSION"),
            panic.to_string().replace('\n', " "),
        );
    }));
}

/// Why a command stopped. What concerns the user's data is said in Indonesian.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command did its work, and found what must be mended; exit 1.
    Finding(Vec<String>),
    /// The command cannot mean what it says; exit 2.
    Usage(String),
    /// The input is not what it should be: every fault, one paragraph each; exit 3.
    Input(Vec<String>),
    /// Disk, permissions, a program error; exit 4.
    Environment(anyhow::Error),
    /// The reader of our output has gone away, as `head` does; nothing to say, and no fault.
    OutputClosed,
}

impl Failure {
    pub(crate) fn input(faults: impl IntoIterator<Item = impl ToString>) -> Failure {
        Failure::Input(faults.into_iter().map(|it| it.to_string()).collect())
    }

    /// A file that could not be written.
    pub(crate) fn writing(path: &Path, error: io::Error) -> Failure {
        Failure::Environment(
            anyhow::Error::new(error).context(format!("{} tidak dapat ditulis", path.display())),
        )
    }

    /// Says why on standard error, and gives the exit code.
    #[expect(clippy::print_stderr, reason = "this is where the program speaks of its failures")]
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Failure::OutputClosed => ExitCode::SUCCESS,
            Failure::Finding(faults) => {
                for fault in &faults {
                    eprintln!("{fault}");
                }
                ExitCode::FAILURE
            }
            Failure::Usage(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
            Failure::Input(faults) => {
                for fault in &faults {
                    eprintln!("{fault}");
                }
                if faults.len() > 1 {
                    eprintln!("\n{} kesalahan. Tidak ada yang ditulis.", faults.len());
                }
                ExitCode::from(3)
            }
            Failure::Environment(why) => {
                eprintln!("{why:#}");
                ExitCode::from(ENVIRONMENT)
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::OutputClosed,
            _ => Failure::Environment(error.into()),
        }
    }
}
