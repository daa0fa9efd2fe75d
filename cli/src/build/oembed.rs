use serde_json::{Map, Value};

use super::Work;

impl Work<'_> {
    /// The oEmbed answer (oembed.com, 1.0; type “rich”). Its HTML is the frame without a
    /// script: who asks for it takes scripts out, or should.
    pub fn oembed(&self) -> Result<String, String> {
        let mut answer = Map::new();
        let mut put = |name: &str, value: Value| {
            answer.insert(name.into(), value);
        };
        put("version", "1.0".into());
        put("type", "rich".into());
        put("title", self.title.into());
        if let Some(name) = &self.upload.provider {
            put("provider_name", name.as_str().into());
        }
        if let Some(site) = self.addresses.site() {
            put("provider_url", site.into());
        }
        if let Some(seconds) = self.upload.cache_age {
            put("cache_age", seconds.into());
        }
        put("html", self.frame_tag("").into());
        put("width", self.upload.width.into());
        put("height", self.upload.height.into());
        serde_json::to_string_pretty(&answer)
            .map(|json| json + "\n")
            .map_err(|why| format!("The oEmbed answer cannot be written: {why}."))
    }
}
