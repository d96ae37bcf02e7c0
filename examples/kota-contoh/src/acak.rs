//! Numbers that look random and are always the same: splitmix64 over the names of what they are for.
//!
//! Every figure of the city depends on its own names only, so that a berkas tells of last year what
//! the berkas of last year told.

/// A source of numbers for one thing.
pub(crate) struct Acak(u64);

impl Acak {
    /// The source that belongs to these names and numbers.
    pub(crate) fn new(topic: &str, parts: &[u64]) -> Acak {
        // FNV-1a of the topic, then each part is mixed in.
        let start = topic.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |state, byte| {
            (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut source = Acak(start);
        for part in parts {
            source.0 = source.next() ^ part.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
        source
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.abs_diff(low) + 1;
        low + i64::try_from(self.next() % width).unwrap_or_default()
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: i64) -> bool {
        self.between(1, n) == 1
    }

    /// One of the things.
    pub(crate) fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let last = i64::try_from(things.len()).unwrap_or(1) - 1;
        let index = usize::try_from(self.between(0, last.max(0))).unwrap_or_default();
        &things[index]
    }

    /// `n` different things, in their order.
    pub(crate) fn pick_some<'a, T>(&mut self, things: &'a [T], n: usize) -> Vec<&'a T> {
        let mut left: Vec<&T> = things.iter().collect();
        while left.len() > n {
            let last = i64::try_from(left.len()).unwrap_or(1) - 1;
            let index = usize::try_from(self.between(0, last)).unwrap_or_default();
            left.remove(index);
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_names_give_the_same_numbers_and_others_do_not() {
        let draw = |topic, part| {
            let mut source = Acak::new(topic, &[part]);
            [0; 4].map(|_| source.between(0, 999_999))
        };
        assert_eq!(draw("pagu", 1), draw("pagu", 1));
        assert_ne!(draw("pagu", 1), draw("pagu", 2));
        assert_ne!(draw("pagu", 1), draw("realisasi", 1));
    }

    #[test]
    fn some_things_keep_their_order() {
        let some = Acak::new("x", &[]).pick_some(&[1, 2, 3, 4, 5], 3).into_iter().copied();
        let some: Vec<i32> = some.collect();
        assert!(some.len() == 3 && some.is_sorted());
    }
}
