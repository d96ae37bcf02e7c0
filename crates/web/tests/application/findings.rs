//! What the checker finds stands beside the cell and the row that it is about, and changes with them.

use axum::http::{StatusCode, header};
use serde_json::Value;

use crate::common::{Application, form, form_token, read, with_form};

const OFFICE: &str = "/pd/BKPSDM/2023";

/// The final target of an indikator that has been above it since the first year (UKR012).
const CELL: &str = "t:iku-2:renstra-2021:2026:tahun:target";

#[tokio::test]
async fn a_finding_stands_in_its_cell_and_goes_when_what_is_saved_mends_it() {
    let it = Application::new();
    let secret = it.session("perencana");
    let (_, page) = it.get(Some(&secret), &format!("{OFFICE}/renstra")).await;
    let field = page.split("<input").find(|it| it.contains(&format!("sel:{CELL}\"")));
    let field = field.expect("the cell");
    assert!(field.contains("UKR012") && field.contains("data-temuan=\"near\""), "{field}");

    let reply = async |before: &str, now: &str| {
        let (sel, lama, token) =
            (format!("sel:{CELL}"), format!("lama:{CELL}"), form_token(&secret));
        let fields = [("_t", token.as_str()), (&sel, now), (&lama, before)];
        let address = format!("{OFFICE}/renstra");
        let request = form(&address, fields)
            .header(header::COOKIE, format!("sesi={secret}"))
            .header(header::ORIGIN, "http://selaras.test")
            .header(header::ACCEPT, "application/json");
        let (status, reply) = read(it.send(with_form(request, &address)).await).await;
        assert_eq!(status, StatusCode::OK, "{reply}");
        let reply: Value = serde_json::from_str(&reply).expect("data for our script");
        reply["temuan"].clone()
    };
    let mended = reply("90", "99,5").await;
    assert!(!mended["sel"][CELL].to_string().contains("UKR012"), "{mended}");
    let again = reply("99.5", "90").await;
    assert!(again["sel"][CELL][1].as_str().is_some_and(|it| it.contains("UKR012")), "{again}");
    assert!(again["baris"]["indikator/iku-2"].to_string().contains("temuan"), "{again}");
}

#[tokio::test]
async fn a_finding_stands_beside_its_row_on_the_page_of_the_row() {
    let it = Application::new();
    let secret = it.session("perencana");
    for (page, row) in [
        ("renstra", "sasaran/sasaran-1"),
        ("pohon", "sasaran/sasaran-1"),
        ("pohon", "indikator/iku-2"),
        ("anggaran", "program_kegiatan/5.03.01.2.06.11"),
        ("perjanjian", "perjanjian_kinerja/perubahan-pk-2023"),
        ("evaluasi", "rekomendasi/rekomendasi-1"),
    ] {
        let (_, text) = it.get(Some(&secret), &format!("{OFFICE}/{page}")).await;
        let mark = text.split(&format!("data-tanda=\"{row}\">")).nth(1);
        let mark = mark.unwrap_or_else(|| panic!("{page} has no {row}"));
        let mark = mark.split("</td>").next().unwrap_or_default();
        let id = row.split('/').next_back().expect("an id");
        assert!(mark.contains("tanda-temuan"), "{page} {row}: {mark}");
        // The mark leads to those findings, which name the row.
        let address = mark.split("href=\"").nth(1).and_then(|it| it.split('"').next());
        let (status, list) = it.get(Some(&secret), address.expect("an address")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(list.contains("ol class=\"temuan\"") && list.contains(id), "{row}: {list}");
    }
}
