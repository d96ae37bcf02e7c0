//! Tidy trees: places the nodes of a tree side by side without overlap, parents over their children.
//!
//! After Reingold and Tilford: subtrees are set as close as their outlines allow, level by level, and
//! a parent stands in the middle between its first and its last child. Only the direction across the
//! levels is decided here; where a level begins is for the drawing to say. So the same layout serves
//! a chart that grows downwards and a tree that grows to the right.

/// A node that takes `size` units across the levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeNode {
    /// Width in a tree that grows downwards, height in one that grows to the right.
    pub size: i32,
    pub children: Vec<TreeNode>,
}

/// Free room between neighbours on the same level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// Between children of the same parent.
    pub siblings: i32,
    /// Between others.
    pub cousins: i32,
}

/// Where a node came to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 0 for a root.
    pub depth: usize,
    /// Its lower edge; the node reaches to `start + size`.
    pub start: i32,
}

/// A finished layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// In the order root, first child with all its descendants, second child, …
    pub places: Vec<Place>,
    /// From 0 to here all nodes lie.
    pub extent: i32,
}

/// Places a forest; its roots count as siblings.
pub fn tidy(roots: &[TreeNode], gaps: Gaps) -> Layout {
    let mut forest = forest(roots, gaps, 0);
    let lowest = forest.outline.iter().map(|it| it.0).min().unwrap_or(0);
    for place in &mut forest.places {
        place.start -= lowest;
    }
    let highest = forest.outline.iter().map(|it| it.1).max().unwrap_or(0);
    Layout { places: forest.places, extent: highest - lowest }
}

/// A placed part of the tree, in coordinates of its own.
struct Part {
    places: Vec<Place>,
    /// Of every level: the lowest and the highest edge.
    outline: Vec<(i32, i32)>,
    /// Middles of the first and of the last root.
    ends: Option<(i32, i32)>,
}

fn forest(roots: &[TreeNode], gaps: Gaps, depth: usize) -> Part {
    let mut whole = Part { places: Vec::new(), outline: Vec::new(), ends: None };
    for root in roots {
        let part = subtree(root, gaps, depth);
        let clearance = |level: usize| if level == 0 { gaps.siblings } else { gaps.cousins };
        let shared = whole.outline.iter().zip(&part.outline).enumerate();
        let shift = shared
            .map(|(level, (left, right))| left.1 + clearance(level) - right.0)
            .max()
            .unwrap_or(0);
        whole.append(part, shift);
    }
    whole
}

fn subtree(root: &TreeNode, gaps: Gaps, depth: usize) -> Part {
    let mut below = forest(&root.children, gaps, depth + 1);
    let middle = below.ends.map_or(0, |(first, last)| i32::midpoint(first, last));
    let start = middle - root.size / 2;
    below.places.insert(0, Place { depth, start });
    below.outline.insert(0, (start, start + root.size));
    below.ends = Some((middle, middle));
    below
}

impl Part {
    fn append(&mut self, part: Part, shift: i32) {
        self.places.extend(part.places.iter().map(|it| Place { start: it.start + shift, ..*it }));
        for (level, (low, high)) in part.outline.into_iter().enumerate() {
            let (low, high) = (low + shift, high + shift);
            match self.outline.get_mut(level) {
                Some(outline) => *outline = (outline.0.min(low), outline.1.max(high)),
                None => self.outline.push((low, high)),
            }
        }
        if let Some((first, last)) = part.ends {
            let first = self.ends.map_or(first + shift, |it| it.0);
            self.ends = Some((first, last + shift));
        }
    }
}
