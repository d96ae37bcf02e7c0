//! Prints the statements that make the tables of facts, for the next migration, each table after
//! those that it refers to:
//! `cargo run --release -p selaras-store --example ddl -- [TABLE…]`.

use std::io::Write;

use selaras_package::Table;

fn main() -> std::io::Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout();
    for table in in_order() {
        if wanted.is_empty() || wanted.iter().any(|it| it == table.name) {
            writeln!(out, "{}", selaras_store::create_table(table))?;
        }
    }
    Ok(())
}

fn in_order() -> Vec<&'static Table> {
    let mut left: Vec<&Table> = selaras_store::fact_tables().collect();
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let waits = |table: &Table| {
            let mut targets = table.columns.iter().filter_map(|it| it.target);
            targets
                .any(|target| target != table.name && left.iter().any(|other| other.name == target))
        };
        let next = left.iter().position(|it| !waits(it)).expect("tables refer to no circle");
        ordered.push(left.remove(next));
    }
    ordered
}
