//! Small multiples: panels of one kind in two columns, on one grid.

use super::canvas::Rect;

const COLUMN_GAP: i32 = 60;
const ROW_GAP: i32 = 44;

/// Heights of a panel, above and below its plot area.
#[derive(Clone, Copy, Debug)]
pub(super) struct PanelHeights {
    /// Of the name and what stands under it.
    pub(super) head: i32,
    /// Of the plot with the numbers of its axis.
    pub(super) body: i32,
}

/// Where a panel is; `body_top` is the same for the panels of a row, so that their plots align.
#[derive(Clone, Copy, Debug)]
pub(super) struct Panel {
    pub(super) area: Rect,
    pub(super) body_top: i32,
}

/// Width of a panel when `count` of them share `width`.
pub(super) fn panel_width(width: i32, count: usize) -> i32 {
    if count < 2 { width } else { (width - COLUMN_GAP) / 2 }
}

/// Places panels from `top` down; gives their places and the lower edge of all.
pub(super) fn place_panels(width: i32, top: i32, heights: &[PanelHeights]) -> (Vec<Panel>, i32) {
    let panel_width = panel_width(width, heights.len());
    let mut panels = Vec::new();
    let mut y = top;
    for row in heights.chunks(2) {
        let head = row.iter().map(|it| it.head).max().unwrap_or(0);
        let body = row.iter().map(|it| it.body).max().unwrap_or(0);
        let mut x = 0;
        for _ in row {
            let area = Rect::new(x, y, panel_width, head + body);
            panels.push(Panel { area, body_top: y + head });
            x += panel_width + COLUMN_GAP;
        }
        y += head + body + ROW_GAP;
    }
    (panels, (y - ROW_GAP).max(top))
}
