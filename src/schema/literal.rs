//! A value as it stands in a TOML file, as JSON has it.

use crate::document::{self, Node, Source, Value as Written};
use serde_json::{Number, Value};

/// What `5_000`, `"2%"` or `{ from = "2029-01" }` is; nothing where it is no value.
pub fn json(literal: &str) -> Option<Value> {
    let source = Source { name: String::new(), text: format!("it = {literal}") };
    let document = document::read(source).ok()?;
    of(document.at(&["it"])?)
}

fn of(node: &Node) -> Option<Value> {
    Some(match &node.value {
        Written::Text(text) => Value::from(text.as_str()),
        Written::Number(number) => {
            Value::Number(number.exact?.normalize().to_string().parse::<Number>().ok()?)
        }
        Written::Truth(truth) => Value::from(*truth),
        Written::List(nodes) => nodes.iter().map(of).collect::<Option<_>>()?,
        Written::Table(table) => {
            let items = table.0.iter();
            items.map(|(key, item)| Some((key.clone(), of(&item.node)?))).collect::<Option<_>>()?
        }
        Written::Date(_) | Written::Change(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::json;
    use serde_json::json as value;

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(json("5_000"), Some(value!(5000)));
        assert_eq!(json("7.50"), Some(value!(7.5)));
        assert_eq!(json("[\"50%\", 1]"), Some(value!(["50%", 1])));
        assert_eq!(json("{ a = true }"), Some(value!({"a": true})));
        assert_eq!(json("..."), None);
    }
}
