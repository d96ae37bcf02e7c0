//! Every route and every role: who is let in stands in `access.txt`, one line for each route.
//!
//! `SELARAS_BLESS=1` writes the file anew; read the difference before you keep it.

use std::fmt::Write as _;
use std::path::Path;

use crate::common::{ACCOUNTS, Application};
use axum::http::{Method, StatusCode};
use selaras_web::routes;

/// An address of the route, with the example in its places.
pub(crate) fn address(path: &str) -> String {
    path.replace("{perangkat}", "BKPSDM")
        .replace("{tahun}", "2023")
        .replace("{triwulan}", "tw1")
        .replace("{tabel}", "faktor")
        .replace("{baris}", "1")
        .replace("{narasi}", "latar-belakang")
        .replace("{akun}", "pegawai")
        .replace("{tautan}", "0000")
        .replace("{id}", "1")
        .replace("{reviu}", "1")
        .replace("{nomor}", "1")
        .replace("{indikator}", "iku-1")
        .replace("{periode}", "tw1")
        .replace("{hash}", "0000")
}

#[tokio::test]
async fn each_role_is_let_in_where_the_table_says_and_nowhere_else() {
    let it = Application::new();
    let mut found = String::from(
        "# Who is let in: adm administrator, per perencana, kep kepala, ver verifikator, ins inspektorat,\n\
         # kdh kepala daerah, peg pegawai, all of BKPSDM or of the whole city; tet a planner of another\n\
         # office; pub nobody signed in. The page is that of BKPSDM.\n\n",
    );
    for route in routes() {
        let address = address(route.path);
        let mut letters = Vec::new();
        for (akun, ..) in ACCOUNTS {
            // Leaving ends a session: each request has its own.
            let secret = it.session(akun);
            let (status, _) = match route.method {
                _ if route.is_api() => {
                    it.call(&it.token(akun), route.method.clone(), &address, "").await
                }
                Method::POST => it.post(&secret, &address, &[]).await,
                _ => it.get(Some(&secret), &address).await,
            };
            assert!(!status.is_server_error(), "{} {address} as {akun}: {status}", route.method);
            letters.push(if status == StatusCode::FORBIDDEN { "---" } else { &akun[..3] });
        }
        let (status, _) = match route.method {
            _ if route.is_api() => it.call("", route.method.clone(), &address, "").await,
            Method::POST => {
                let request = crate::common::form(&address, []);
                crate::common::read(it.send(crate::common::with_form(request, &address)).await)
                    .await
            }
            _ => it.get(None, &address).await,
        };
        let is_refused = status == StatusCode::UNAUTHORIZED
            || (status == StatusCode::SEE_OTHER
                && route.method == Method::GET
                && route.path != "/");
        letters.push(if is_refused { "---" } else { "pub" });
        let letters = letters.join(" ");
        writeln!(found, "{letters}  {:4} {}", route.method.as_str(), route.path).expect("a text");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/application/access.txt");
    if std::env::var_os("SELARAS_BLESS").is_some() {
        std::fs::write(&file, &found).expect("a file");
    }
    let expected = std::fs::read_to_string(&file).expect("the table");
    assert!(found == expected, "who is let in has changed; now:\n{found}");
}
