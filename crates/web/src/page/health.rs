//! Whether the program and its database answer: for whoever watches the machine.

use axum::http::StatusCode;

use crate::ask::{Answer, Ask, Reply};

pub(crate) fn health(ask: &Ask<'_>) -> Answer {
    // Reading anything proves that the database answers.
    let (status, words) = match ask.store().heads() {
        Ok(_) => (StatusCode::OK, "sehat"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "pangkalan data tidak menjawab"),
    };
    let value = serde_json::json!({ "status": words, "versi": env!("CARGO_PKG_VERSION") });
    Ok(Reply::json(status, &value))
}
