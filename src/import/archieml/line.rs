/// A line as ArchieML sees it.
pub(super) enum Line<'t> {
    Key(&'t str, &'t str),
    Scope(&'t str),
    Array(&'t str),
    Bullet(&'t str),
    Command(&'t str),
    Text,
}

/// What a line is.
pub(super) fn line(text: &str) -> Line<'_> {
    let trimmed = text.trim();
    let inside = |open, close| {
        trimmed
            .strip_prefix(open)
            .and_then(|rest: &str| rest.strip_suffix(close))
            .map(str::trim)
    };
    let name = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+'))
    };
    if let Some(array) = inside('[', ']').filter(|inside| name(inside)) {
        return Line::Array(array);
    }
    if let Some(scope) = inside('{', '}').filter(|inside| name(inside)) {
        return Line::Scope(scope);
    }
    for command in [":endskip", ":end", ":skip", ":ignore"] {
        let rest = trimmed
            .get(..command.len())
            .filter(|head| head.eq_ignore_ascii_case(command));
        if rest.is_some() {
            return Line::Command(command);
        }
    }
    if let Some(rest) = trimmed.strip_prefix('*') {
        return Line::Bullet(rest.trim());
    }
    if let Some((key, value)) = trimmed.split_once(':') {
        let key = key.trim_end();
        if !key.is_empty() && name(key) && !key.contains('+') {
            return Line::Key(key, value.trim());
        }
    }
    Line::Text
}
