//! The style and the script of the pages. Their addresses carry their hash, so that browsers keep them
//! for a year and never show an old one.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::Response;
use sha2::{Digest, Sha256};

/// A file that every page may load.
pub(crate) struct Asset {
    pub(crate) path: &'static str,
    kind: &'static str,
    text: &'static str,
}

pub(crate) static STYLE: Asset = Asset {
    path: "/aset/selaras.css",
    kind: "text/css; charset=utf-8",
    text: include_str!("../assets/selaras.css"),
};
pub(crate) static SCRIPT: Asset = Asset {
    path: "/aset/selaras.js",
    kind: "text/javascript; charset=utf-8",
    text: include_str!("../assets/selaras.js"),
};
static ICON: Asset = Asset {
    path: "/aset/selaras.svg",
    kind: "image/svg+xml",
    text: include_str!("../assets/selaras.svg"),
};

pub(crate) static ASSETS: [&Asset; 3] = [&STYLE, &SCRIPT, &ICON];

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = Sha256::new();
    ASSETS.iter().for_each(|it| hasher.update(it.text));
    crate::hex(&hasher.finalize()[..6])
});

impl Asset {
    /// Where a page finds it.
    pub(crate) fn address(&self) -> String {
        format!("{}?v={}", self.path, *VERSION)
    }

    pub(crate) fn reply(&self) -> Response {
        let mut response = Response::new(Body::from(self.text));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers
            .insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        response
    }
}

/// Where a page finds its icon.
pub(crate) fn icon() -> String {
    ICON.address()
}
