//! Reads golden cases: a line each, columns between bars, `#` before what is only for the reader.

/// The columns of every case; `N` includes the last one, the source of the expected value.
pub(crate) fn cases<const N: usize>(file: &str) -> Vec<[&str; N]> {
    let lines = file.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    let cases: Vec<[&str; N]> = lines
        .map(|line| {
            let columns: Vec<&str> = line.split('|').map(str::trim).collect();
            let case: [&str; N] =
                columns.try_into().unwrap_or_else(|_| panic!("columns of {line}"));
            assert!(!case[N - 1].is_empty(), "no source: {line}");
            case
        })
        .collect();
    assert!(!cases.is_empty(), "the file has no cases");
    cases
}
