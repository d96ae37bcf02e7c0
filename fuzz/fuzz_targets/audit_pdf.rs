//! Takes any bytes as a PDF, or as what is drawn on its one page.

#![no_main]

use libfuzzer_sys::fuzz_target;

const BEFORE: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>\nendobj\n5 0 obj\n";
const AFTER: &str = "endstream\nendobj\ntrailer << /Size 6 /Root 1 0 R >>\n%%EOF\n";

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"%PDF-") {
        let _ = selaras_audit::audit(bytes, "a.pdf", &|_| {});
        return;
    }
    let mut file = BEFORE.as_bytes().to_vec();
    file.extend(format!("<< /Length {} >>\nstream\n", bytes.len()).bytes());
    file.extend(bytes);
    file.extend(AFTER.bytes());
    let _ = selaras_audit::audit(&file, "a.pdf", &|_| {});
});
