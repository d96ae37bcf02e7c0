//! Properties of the tidy tree, on trees of any shape.

use proptest::prelude::*;
use selaras_reports::drawing::tree::{Gaps, Layout, TreeNode, tidy};

const GAPS: Gaps = Gaps { siblings: 5, cousins: 11 };

fn any_tree() -> impl Strategy<Value = TreeNode> {
    let leaf = (1..120).prop_map(|size| TreeNode { size, children: Vec::new() });
    leaf.prop_recursive(5, 60, 6, |inner| {
        (1..120, prop::collection::vec(inner, 0..6))
            .prop_map(|(size, children)| TreeNode { size, children })
    })
}

/// A node as placed: level, lower and upper edge, index of the parent.
struct Placed {
    depth: usize,
    start: i32,
    end: i32,
    parent: Option<usize>,
}

impl Placed {
    fn middle(&self) -> i32 {
        self.start + (self.end - self.start) / 2
    }
}

fn placed(roots: &[TreeNode], layout: &Layout) -> Vec<Placed> {
    fn walk(node: &TreeNode, parent: Option<usize>, layout: &Layout, placed: &mut Vec<Placed>) {
        let own = placed.len();
        let place = layout.places[own];
        let end = place.start + node.size;
        placed.push(Placed { depth: place.depth, start: place.start, end, parent });
        for child in &node.children {
            walk(child, Some(own), layout, placed);
        }
    }
    let mut all = Vec::new();
    for root in roots {
        walk(root, None, layout, &mut all);
    }
    assert_eq!(all.len(), layout.places.len());
    all
}

proptest! {
    #[test]
    fn keeps_nodes_of_a_level_apart_and_in_order(roots in prop::collection::vec(any_tree(), 1..4)) {
        let all = placed(&roots, &tidy(&roots, GAPS));
        let deepest = all.iter().map(|it| it.depth).max().unwrap();
        for depth in 0..=deepest {
            let level: Vec<&Placed> = all.iter().filter(|it| it.depth == depth).collect();
            for pair in level.windows(2) {
                let gap =
                    if pair[0].parent == pair[1].parent { GAPS.siblings } else { GAPS.cousins };
                prop_assert!(pair[1].start - pair[0].end >= gap);
            }
        }
    }

    #[test]
    fn sets_parents_in_the_middle_of_their_children(root in any_tree()) {
        let roots = [root];
        let all = placed(&roots, &tidy(&roots, GAPS));
        for (index, parent) in all.iter().enumerate() {
            let children: Vec<&Placed> =
                all.iter().filter(|it| it.parent == Some(index)).collect();
            if let (Some(first), Some(last)) = (children.first(), children.last()) {
                let middle = i32::midpoint(first.middle(), last.middle());
                // Halves are cut off once for the parent and once for each end.
                prop_assert!((parent.middle() - middle).abs() <= 2);
            }
        }
    }

    #[test]
    fn fills_exactly_the_extent(roots in prop::collection::vec(any_tree(), 1..4)) {
        let layout = tidy(&roots, GAPS);
        let all = placed(&roots, &layout);
        prop_assert_eq!(all.iter().map(|it| it.start).min(), Some(0));
        prop_assert_eq!(all.iter().map(|it| it.end).max(), Some(layout.extent));
    }
}

#[test]
fn merges_outlines_instead_of_boxing_subtrees() {
    let leaf = |size| TreeNode { size, children: vec![] };
    let wide_below = TreeNode { size: 10, children: vec![leaf(100), leaf(100)] };
    // The leaf beside the small parent moves in over the wide children.
    let layout = tidy(&[wide_below, leaf(10)], GAPS);
    assert_eq!(layout.extent, 205);
    assert_eq!(layout.places[0].start, 97);
    assert_eq!(layout.places[3].start, 97 + 10 + GAPS.siblings);
}

#[test]
fn lays_out_nothing() {
    assert_eq!(tidy(&[], GAPS), Layout { places: vec![], extent: 0 });
}
