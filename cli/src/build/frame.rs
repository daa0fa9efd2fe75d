use super::{Work, html::escaped, snippets::module};
use dateline::view::direction;

impl Work<'_> {
    /// The page of its own that a frame shows. Its files are named relative to it, so
    /// that a strict policy's `'self'` covers them.
    pub fn frame(&self) -> String {
        let Work {
            data, list, linked, ..
        } = self;
        let language = escaped(&self.article.language);
        let direction = direction(&self.article.language);
        let title = escaped(self.title);
        let summary = self
            .article
            .summary
            .as_deref()
            .map_or_else(String::new, |text| {
                format!(
                    "<meta name=\"description\" content=\"{}\">\n",
                    escaped(text)
                )
            });
        let discovery = if self.addresses.whole() {
            let href = escaped(&self.addresses.file("oembed.json"));
            format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{href}\" title=\"{title}\">\n"
            )
        } else {
            String::new()
        };
        let style = escaped(&self.addresses.asset_beside("frame.css"));
        let hash = self.assets.integrity("frame.css");
        // The frame's script first: it puts the link to an event where the loader looks.
        let scripts = ["frame.js", "dateline.js"]
            .map(|name| {
                module(
                    &self.addresses.asset_beside(name),
                    &self.assets.integrity(name),
                )
            })
            .join("\n");
        let early = self.early(&|name| self.addresses.asset_beside(name));
        let tag = self.element(&format!("{data} loading=\"eager\""));
        format!(
            "<!doctype html>\n\
             <html lang=\"{language}\" dir=\"{direction}\">\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n\
             {summary}\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             {discovery}\
             <link rel=\"stylesheet\" href=\"{style}\" integrity=\"{hash}\" crossorigin>\n\
             {early}{scripts}\n\
             {linked}\
             </head>\n\
             <body>\n\
             <main>\n\
             {tag}{list}</dateline-widget>\n\
             </main>\n\
             </body>\n\
             </html>\n"
        )
    }
}
