//! `selaras explain`: the Jejak of one figure, as a tree down to the sources.

use std::io::{self, Write};

use selaras_domain::{Code, Figure, FigureId, Hasil, TahapPembulatan};
use selaras_rules::display;

use crate::failure::Failure;
use crate::measure::FactsArg;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    facts: FactsArg,
    /// Name of the figure, as `measure` prints it
    figure: String,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let (_, hasil) = args.facts.measure()?;
    let Some(figure) = hasil.get(&FigureId::new(&args.figure)) else {
        return Err(Failure::Usage(unknown(&args.figure, &hasil)));
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    print_figure(&mut out, &hasil, figure, 0)?;
    out.flush()?;
    Ok(())
}

/// Says that there is no such figure, and lists those whose names begin alike.
fn unknown(wanted: &str, hasil: &Hasil) -> String {
    let common =
        |other: &str| wanted.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let names = hasil.figures().iter().map(|it| it.id.as_str());
    let mut near: Vec<&str> = names.collect();
    near.sort_by_key(|it| std::cmp::Reverse(common(it)));
    let near: Vec<String> = near.iter().take(8).map(|it| format!("  {it}")).collect();
    format!(
        "Tidak ada angka bernama «{wanted}» pada paket ini. Yang namanya paling mirip:\n{}\n\
         Seluruh nama: selaras measure PAKET",
        near.join("\n")
    )
}

fn print_figure(
    out: &mut impl Write,
    hasil: &Hasil,
    figure: &Figure,
    depth: usize,
) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    let predikat = figure.predikat.as_ref().map(|it| format!("  {it}")).unwrap_or_default();
    writeln!(out, "{indent}{} = {}{predikat}", figure.label, display(figure))?;
    let indent = format!("{indent}  ");
    let jejak = &figure.jejak;
    if let Some(rumus) = &jejak.rumus {
        writeln!(out, "{indent}rumus       {rumus}")?;
    }
    if let Some(hitungan) = &jejak.hitungan {
        writeln!(out, "{indent}hitungan    {hitungan}")?;
    }
    if let Some(exact) = figure.exact.as_ref().filter(|it| it.as_decimal() != figure.value) {
        writeln!(out, "{indent}persis      {exact}")?;
    }
    if let Some(it) = &jejak.pembulatan {
        let tahap = match it.tahap {
            TahapPembulatan::RealisasiDahulu => "realisasi dibulatkan dahulu",
            TahapPembulatan::SaatCetak => "dibulatkan saat dicetak",
        };
        let (presisi, mode) = (it.presisi, it.mode.code());
        writeln!(out, "{indent}pembulatan  {presisi} desimal, {mode}, {tahap}")?;
    }
    if let Some(rule) = jejak.rule {
        writeln!(out, "{indent}aturan      {rule}")?;
    }
    for dasar in &jejak.dasar {
        writeln!(out, "{indent}dasar       {dasar}")?;
    }
    if let Some(note) = &figure.note {
        writeln!(out, "{indent}catatan     {note}")?;
    }
    if !figure.verified {
        writeln!(out, "{indent}status      belum diverifikasi")?;
    }
    for it in &jejak.masukan {
        match it.figure.as_ref().and_then(|id| hasil.get(id)).filter(|it| it.id != figure.id) {
            Some(inner) => print_figure(out, hasil, inner, depth + 1)?,
            None => writeln!(out, "{indent}• {}: {}", it.nama, it.nilai)?,
        }
        if let Some(sumber) = &it.sumber {
            writeln!(out, "{indent}  sumber: {sumber}")?;
        }
    }
    Ok(())
}
