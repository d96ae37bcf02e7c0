//! Code words: enums that are written as one fixed word in packages, databases and addresses.

/// A value with one fixed, lower-case spelling.
pub trait Code: Copy + Eq + 'static {
    /// Every value with its spelling, in the order in which people list them.
    const ALL: &'static [(Self, &'static str)];

    /// The spelling.
    fn code(self) -> &'static str {
        let found = Self::ALL.iter().find(|(value, _)| *value == self);
        found.expect("ALL lists every value").1
    }

    /// The value spelt so, or `None`.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == code).map(|(value, _)| *value)
    }
}

/// Declares an enum whose values are code words: `Name { Variant = "spelling", … }`.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $crate::Code for $name {
            const ALL: &'static [(Self, &'static str)] = &[$(($name::$variant, $code),)+];
        }
    };
}

pub(crate) use codes;
