//! The pages as somebody finds them who follows every link, and the forms that stand on them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use selaras_web::routes;

use crate::access::address;
use crate::common::{Application, read};

/// Pages that differ only in numbers and in what is asked for, of which one is like the other.
const ALIKE: usize = 2;

/// A page that was found.
pub(crate) struct Found {
    pub(crate) address: String,
    pub(crate) html: String,
}

/// Every page that an account reaches: those of the table of routes, and those behind their links.
pub(crate) async fn reached(it: &Application, akun: &str) -> Vec<Found> {
    let secret = it.session(akun);
    let mut waiting: VecDeque<String> = routes()
        .filter(|route| route.method == Method::GET && !route.is_api())
        .map(|route| address(route.path))
        .collect();
    let (mut seen, mut alike) = (BTreeSet::new(), BTreeMap::new());
    let mut found = Vec::new();
    while let Some(address) = waiting.pop_front() {
        let n_alike: &mut usize = alike.entry(shape(&address)).or_default();
        if *n_alike == ALIKE || !seen.insert(address.clone()) || is_file(&address) {
            continue;
        }
        *n_alike += 1;
        let (status, html) = it.get(Some(&secret), &address).await;
        assert!(!status.is_server_error(), "{address} as {akun}: {status}");
        if status != StatusCode::OK {
            continue;
        }
        waiting.extend(links(&html));
        found.push(Found { address, html });
    }
    found
}

/// Whether an address gives a file, which is no page.
fn is_file(address: &str) -> bool {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_taken = query.split('&').any(|it| it.starts_with("unduh="));
    is_taken
        || path.ends_with("/unduh")
        || path.rsplit('/').next().is_some_and(|it| it.contains('.'))
}

/// An address without its numbers, and with only the names of what it asks for.
pub(crate) fn shape(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let plain = |it: &str| match it.parse::<i64>() {
        // The years of a berkas are few, and a row is like another.
        Ok(number) if !(2000..2100).contains(&number) => "#".to_owned(),
        _ => it.to_owned(),
    };
    let path: Vec<String> = path.split('/').map(plain).collect();
    let path = path.join("/");
    // A quarter stands at a station of its own.
    let has_station = path.contains("/ukur") || path.contains("/bukti/");
    let name = |it: &str| match has_station && it.starts_with("tw=") {
        true => it.to_owned(),
        false => it.split('=').next().unwrap_or_default().to_owned(),
    };
    let names: BTreeSet<String> = query.split('&').map(name).collect();
    format!("{path}?{}", names.into_iter().collect::<Vec<_>>().join("&"))
}

/// Where the links of a page lead within the application.
pub(crate) fn links(html: &str) -> Vec<String> {
    let all = html.split(" href=\"").skip(1).filter_map(|it| it.split('"').next());
    let own = all.filter(|it| it.starts_with('/') && !it.starts_with("/aset"));
    own.map(|it| unescaped(it.split('#').next().unwrap_or_default())).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A field of a form, with what stands in it.
#[derive(Clone)]
pub(crate) struct FormField {
    pub(crate) name: String,
    pub(crate) value: String,
    /// Whether anything can be typed into it.
    pub(crate) is_text: bool,
}

#[derive(Clone)]
pub(crate) struct Form {
    pub(crate) is_post: bool,
    pub(crate) is_multipart: bool,
    pub(crate) action: String,
    pub(crate) fields: Vec<FormField>,
}

/// The forms of a page.
pub(crate) fn forms(page: &Found) -> Vec<Form> {
    let own = page.address.split('?').next().unwrap_or_default();
    let mut all = Vec::new();
    for it in page.html.split("<form").skip(1) {
        let inner = it.split("</form>").next().unwrap_or_default();
        let Some((tag, inner)) = inner.split_once('>') else { continue };
        let form = Form {
            is_post: value(tag, "method").is_some_and(|it| it == "post"),
            is_multipart: value(tag, "enctype").is_some(),
            // What the browser jumps to, it does not send.
            action: value(tag, "action").map_or_else(
                || own.to_owned(),
                |it| it.split('#').next().unwrap_or_default().to_owned(),
            ),
            fields: fields(inner),
        };
        // A button may send the form elsewhere.
        let elsewhere = inner.split("<button").skip(1);
        let elsewhere = elsewhere.filter_map(|it| value(it.split('>').next()?, "formaction"));
        all.extend(elsewhere.map(|action| Form { action, ..form.clone() }));
        all.push(form);
    }
    all
}

/// The value of an attribute.
fn value(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(unescaped(rest.split('"').next()?))
}

fn fields(html: &str) -> Vec<FormField> {
    let mut all = Vec::new();
    for (at, _) in html.match_indices('<') {
        let Some((tag, after)) = html[at + 1..].split_once('>') else { continue };
        let kind = tag.split([' ', '\n']).next().unwrap_or_default();
        let Some(name) = value(tag, "name") else { continue };
        let has = |it: &str| tag.split(' ').any(|word| word == it);
        let field = match kind {
            "input" => {
                let kind = value(tag, "type").unwrap_or_else(|| "text".to_owned());
                if ["checkbox", "radio"].contains(&kind.as_str()) && !has("checked") {
                    continue;
                }
                let is_text = ["text", "search", "hidden", "password"].contains(&kind.as_str());
                FormField { name, value: value(tag, "value").unwrap_or_default(), is_text }
            }
            "textarea" => {
                let value = unescaped(after.split("</textarea>").next().unwrap_or_default());
                FormField { name, value, is_text: true }
            }
            "select" => {
                let options: Vec<&str> = after
                    .split("</select>")
                    .next()
                    .unwrap_or_default()
                    .split("<option")
                    .skip(1)
                    .collect();
                let chosen = options
                    .iter()
                    .find(|it| it.split('>').next().unwrap_or_default().contains(" selected"));
                // The first that says something stands for a choice of somebody's.
                let some =
                    options.iter().find(|it| value(it, "value").is_some_and(|it| !it.is_empty()));
                let value = chosen.or(some).and_then(|it| value(it, "value")).unwrap_or_default();
                FormField { name, value, is_text: false }
            }
            _ => continue,
        };
        all.push(field);
    }
    all
}

/// Sends a form of a page, and gives what is shown then.
pub(crate) async fn send(
    it: &Application,
    secret: &str,
    form: &Form,
    fields: &[FormField],
) -> (StatusCode, String) {
    let request = Request::post(&form.action)
        .header(header::COOKIE, format!("sesi={secret}"))
        .header(header::ORIGIN, "http://selaras.test");
    let request = match form.is_multipart {
        true => {
            let mut body = String::new();
            for it in fields {
                let head = format!("--uji\r\nContent-Disposition: form-data; name=\"{}\"", it.name);
                body.push_str(&format!("{head}\r\n\r\n{}\r\n", it.value));
            }
            let kind = "multipart/form-data; boundary=uji";
            let request = request.header(header::CONTENT_TYPE, kind);
            request.body(Body::from(format!("{body}--uji--\r\n")))
        }
        false => {
            let mut body = form_urlencoded::Serializer::new(String::new());
            for it in fields {
                body.append_pair(&it.name, &it.value);
            }
            let kind = "application/x-www-form-urlencoded";
            let request = request.header(header::CONTENT_TYPE, kind);
            request.body(Body::from(body.finish()))
        }
    };
    let response = it.send(request.expect("a request")).await;
    let next = response.headers().get(header::LOCATION);
    let next = next.and_then(|it| it.to_str().ok()).map(str::to_owned);
    match next.filter(|_| response.status() == StatusCode::SEE_OTHER) {
        Some(next) => it.get(Some(secret), &next).await,
        None => read(response).await,
    }
}
