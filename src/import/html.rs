//! Texts with HTML in them, made plain. Nothing of the words is lost: what looks like a tag
//! but is none of HTML's stays as it stands.

use html5gum::{DefaultEmitter, StartTag, State, Token, Tokenizer, emitters::default::DefaultEmitter as Emitter};
