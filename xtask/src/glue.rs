//! wasm-bindgen's glue for readers: without what only older browsers, other ways to start
//! it, or instances that nobody lets go of would need.

/// `glue`, as wasm-bindgen 0.2.128 writes it, in fewer words. It offers `initSync` alone,
/// as the element brings the wasm, and browsers start up to some megabytes at once. What
/// a later wasm-bindgen may write otherwise stays as it is. Whether the page `frees` what it
/// makes of a class.
pub fn leaner(glue: &str, frees: bool) -> String {
    let exports = "export { initSync, __wbg_init as default };";
    let glue = glue.replace(exports, "export { initSync };");
    shorter(&replaced(&glue, frees))
}

/// Parts of the glue, by how their first line begins, and what takes their place.
///
/// A widget and its closures end when they are told to, so that no registry has to watch
/// the garbage collector for them; the browsers of the README encode into memory; memory
/// that has grown is another buffer.
const PARTS: [(&str, &str); 23] = [
    ("    __destroy_into_raw() {", ""),
    ("    free() {", ""),
    ("        WidgetFinalization.register(", ""),
    ("if (Symbol.dispose) Widget.", ""),
    ("const WidgetFinalization = ", ""),
    ("const CLOSURE_DTORS = ", ""),
    ("if (!('encodeInto' in ", ""),
    ("    if (realloc === undefined) {", ""),
    ("let wasmModule, wasmInstance, wasm;", "let wasm;"),
    (
        "let cachedDataViewMemory0 = null;",
        "let cachedDataViewMemory0;",
    ),
    (
        "function getDataViewMemory0() {",
        "function getDataViewMemory0() {
    return cachedDataViewMemory0?.buffer === wasm.memory.buffer ? cachedDataViewMemory0 : (cachedDataViewMemory0 = new DataView(wasm.memory.buffer));
}",
    ),
    (
        "let cachedUint8ArrayMemory0 = null;",
        "let cachedUint8ArrayMemory0;",
    ),
    (
        "function getUint8ArrayMemory0() {",
        "function getUint8ArrayMemory0() {
    return cachedUint8ArrayMemory0?.length ? cachedUint8ArrayMemory0 : (cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer));
}",
    ),
    ("let cachedUint16ArrayMemory0 = null;", ""),
    (
        "function getUint16ArrayMemory0() {",
        "const getUint16ArrayMemory0 = () => new Uint16Array(wasm.memory.buffer);",
    ),
    ("let cachedTextDecoder = ", "let cachedTextDecoder;"),
    ("cachedTextDecoder.decode();", ""),
    (
        "let numBytesDecoded = 0;",
        "let numBytesDecoded = MAX_SAFARI_DECODE_BYTES;",
    ),
    (
        "function decodeText(ptr, len) {",
        "function decodeText(ptr, len) {
    numBytesDecoded += len;
    if (numBytesDecoded > MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
        numBytesDecoded = len;
    }
    return cachedTextDecoder.decode(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}",
    ),
    (
        "function handleError(f, args) {",
        "const handleError = (f) => (...args) => {
    try {
        return f(...args);
    } catch (e) {
        wasm.__wbindgen_exn_store(addToExternrefTable0(e));
    }
};",
    ),
    (
        "function makeClosure(arg0, arg1, f) {",
        // `once`: it may not be called while it runs.
        "function makeClosure(a, b, f, once) {
    let count = 1;
    const real = (...args) => {
        const held = a;
        count += 1;
        if (once) a = 0;
        try {
            return f(held, b, ...args);
        } finally {
            a = held;
            real._wbg_cb_unref();
        }
    };
    real._wbg_cb_unref = () => {
        count -= 1;
        if (!count) {
            wasm.__wbindgen_destroy_closure(a, b);
            a = 0;
        }
    };
    return real;
}",
    ),
    (
        "function makeMutClosure(arg0, arg1, f) {",
        "const makeMutClosure = (a, b, f) => makeClosure(a, b, f, true);",
    ),
    (
        "function initSync(module) {",
        "function initSync(options) {
    if (!wasm) {
        wasm = new WebAssembly.Instance(options.module, __wbg_get_imports()).exports;
        wasm.__wbindgen_start();
    }
    return wasm;
}",
    ),
];

/// What lets go of an instance of a class.
const FREEING: [&str; 2] = ["    __destroy_into_raw() {", "    free() {"];

/// `glue` with its [`PARTS`] replaced.
fn replaced(glue: &str, frees: bool) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let mut parts = PARTS.iter().filter(|(start, _)| line.starts_with(start));
        let part = parts.find(|(start, _)| !(frees && FREEING.contains(start)));
        let Some((start, instead)) = part else {
            kept.push_str(line);
            kept.push('\n');
            continue;
        };
        // It ends with the bracket that stands below its beginning, or with its statement.
        let end = match line.ends_with('{') {
            true => format!("{}}}", " ".repeat(start.len() - start.trim_start().len())),
            false => ";".into(),
        };
        let mut last = line;
        while !(last == end || end == ";" && last.ends_with(';')) {
            match lines.next() {
                Some(line) => last = line,
                None => break,
            }
        }
        kept.push_str(instead);
        kept.push('\n');
    }
    kept
}

/// `glue` with what it says over and over said once.
fn shorter(glue: &str) -> String {
    let hand = "
            const ptr1 = passStringToWasm0(ret);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
            getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);";
    let maybe = hand
        .replace("const ", "var ")
        .replace("passS", "isLikeNone(ret) ? 0 : passS");
    let place = |name: &str| {
        format!(
            "
            const ret = typeof {name} === 'undefined' ? null : {name};
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);"
        )
    };
    let mut glue = glue
        .replace(", wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)", ")")
        .replace(
            "function passStringToWasm0(arg, malloc, realloc) {",
            "function handString(to, text) {
    const ptr = isLikeNone(text) ? 0 : passStringToWasm0(text);
    getDataViewMemory0().setInt32(to + 4, WASM_VECTOR_LEN, true);
    getDataViewMemory0().setInt32(to, ptr, true);
}
function passStringToWasm0(arg) {
    const malloc = wasm.__wbindgen_malloc, realloc = wasm.__wbindgen_realloc;",
        )
        .replace(hand, "\n            handString(arg0, ret);")
        .replace(&maybe, "\n            handString(arg0, ret);")
        .replace(
            ": function() { return handleError(function (",
            ": handleError(function (",
        )
        .replace("}, arguments); },", "}),")
        .replace(
            &place("globalThis"),
            "\n            return addToExternrefTable0(globalThis);",
        );
    // Browsers know the page by `globalThis`; the other names are for other machines.
    for name in ["global", "self", "window"] {
        glue = glue.replace(&place(name), "\n            return 0;");
    }
    // Only a function of the module's own needs its name.
    let mut kept = String::with_capacity(glue.len());
    for line in glue.lines() {
        kept += &arrow(line).unwrap_or_else(|| line.into());
        kept.push('\n');
    }
    kept
}

/// A line that begins a function of the imports, as an arrow.
fn arrow(line: &str) -> Option<String> {
    let (name, rest) = line.split_once(": ")?;
    let (open, rest) = match rest.strip_prefix("handleError(function (") {
        Some(rest) => ("handleError((", rest),
        None => ("(", rest.strip_prefix("function(")?),
    };
    let arguments = rest.strip_suffix(") {")?;
    Some(format!("{name}: {open}{arguments}) => {{"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = r#"export class Widget {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        WidgetFinalization.unregister(this);
        return ptr;
    }
    constructor(place) {
        this.__wbg_ptr = wasm.widget_new(place);
        WidgetFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
}
if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;
    const import0 = {
        $a: function(arg0, arg1) {
            const ret = arg1.fragment();
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
            getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
        },
        $b: function() { return handleError(function (arg0) {
            arg0.blur();
        }, arguments); },
        $c: function() {
            const ret = typeof window === 'undefined' ? null : window;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
    };
const CLOSURE_DTORS = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b));

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        return 0;
    };
}
function after() {
}
export { initSync, __wbg_init as default };
"#;

    #[test]
    fn what_readers_need_not_download_goes_and_the_rest_stays() {
        let lines = leaner(GLUE, false);
        let lines: Vec<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
        let kept = "export class Widget {
    constructor(place) {
        this.__wbg_ptr = wasm.widget_new(place);
        return this;
    }
}
    const import0 = {
        $a: (arg0, arg1) => {
            const ret = arg1.fragment();
            handString(arg0, ret);
        },
        $b: handleError((arg0) => {
            arg0.blur();
        }),
        $c: () => {
            return 0;
        },
    };
function after() {
}
export { initSync };";
        assert_eq!(lines, kept.lines().collect::<Vec<_>>());
    }

    #[test]
    fn glue_of_another_form_is_left_alone() {
        let glue = "function other() {\n    return 1;\n}\n";
        assert_eq!(leaner(glue, false), glue);
    }

    #[test]
    fn what_the_page_lets_go_of_can_be() {
        let kept = "    __destroy_into_raw() {\n        const ptr = this.__wbg_ptr;";
        assert!(leaner(GLUE, true).contains(kept));
    }
}
