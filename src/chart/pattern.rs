//! How series look: each with a colour and with a pattern, so that neither is needed.

/// A look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pattern {
    /// Filled.
    Solid,
    /// Lines that rise to the right.
    Rising,
    /// Dots.
    Dots,
    /// Lines both ways.
    Crossed,
    /// Lines that fall to the right.
    Falling,
    /// Level lines.
    Level,
    /// Only an outline, with dashes.
    Hollow,
}

impl Pattern {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Self; 7] = [
        Self::Solid,
        Self::Rising,
        Self::Dots,
        Self::Crossed,
        Self::Falling,
        Self::Level,
        Self::Hollow,
    ];

    /// Its colour, which stands out on white and on black alike.
    pub fn colour(self) -> &'static str {
        match self {
            Self::Solid => "#2a78c8",
            Self::Rising => "#b5660f",
            Self::Dots => "#2b8a57",
            Self::Crossed => "#8d62c0",
            Self::Falling => "#d04a4a",
            Self::Level => "#0f8795",
            Self::Hollow => "#757d88",
        }
    }

    /// The lengths of dashes and gaps of a line with this look; nothing where it is unbroken.
    pub(super) fn dashes(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Rising => Some("8 3"),
            Self::Dots => Some("2 3"),
            Self::Crossed => Some("10 3 2 3"),
            Self::Falling => Some("5 4"),
            Self::Level => Some("12 4"),
            Self::Hollow => Some("4 3"),
        }
    }
}
