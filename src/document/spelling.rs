//! Values as people write them, and how TOML knows them.

/// A number with underscores between its thousands, when it has thousands.
pub fn grouped_number(number: &str) -> Option<String> {
    let (sign, size) = match number.strip_prefix(['-', '+']) {
        Some(size) => (number.get(..1).unwrap_or_default(), size),
        None => ("", number),
    };
    let (whole, decimals) = match size.split_once('.') {
        Some((whole, _)) => (whole, size.get(whole.len()..).unwrap_or_default()),
        None => (size, ""),
    };
    if whole.len() < 4 {
        return None;
    }
    let mut grouped = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped.push_str(decimals);
    Some(grouped)
}
