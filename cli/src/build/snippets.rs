use super::{Work, html::escaped};

impl Work<'_> {
    /// For the article's page: the element with data and list, and the loader.
    pub fn snippet(&self) -> String {
        let Work { data, list, .. } = self;
        let (early, eager) = self.eager();
        let tag = self.element(&format!("{data}{eager}"));
        format!("{early}{tag}{list}</dateline-widget>\n{}\n", self.loader())
    }

    /// For a page whose system takes out long attributes, too: the element fetches the data.
    /// The loader belongs into the site's template.
    pub fn snippet_src(&self) -> String {
        let src = escaped(&self.addresses.file("article.json"));
        let (early, eager) = self.eager();
        let tag = self.element(&format!(" src=\"{src}\"{eager}"));
        let list = self.list;
        format!("{early}{tag}{list}</dateline-widget>\n{}\n", self.loader())
    }

    /// What a page says that begins with the widget: before the element, and on it.
    fn eager(&self) -> (String, &'static str) {
        if self.upload.eager {
            let early = self.early(&|name| self.addresses.asset(name));
            (early, " loading=\"eager\"")
        } else {
            (String::new(), "")
        }
    }

    /// Has the browser fetch what the loader will ask for before it asks.
    pub fn early(&self, address: &dyn Fn(&str) -> String) -> String {
        let link = |name: &str| {
            let href = escaped(&address(name));
            // In the way in which the loader asks for it, else it would be fetched twice. As
            // WebKit does with all that a script fetches, such files are told of to Chromium
            // alone, by a media feature that others do not have.
            let rel = if name.ends_with(".js") {
                "rel=\"modulepreload\""
            } else {
                "rel=\"preload\" as=\"fetch\" crossorigin media=\"(device-posture)\""
            };
            format!("<link {rel} href=\"{href}\">\n")
        };
        self.assets.fetched().map(link).collect()
    }

    /// For other people's pages: a frame that needs no script.
    pub fn iframe(&self) -> String {
        format!("{}\n", self.frame_tag(""))
    }

    /// For other people's pages: a frame that is as high as what is in it.
    pub fn iframe_script(&self) -> String {
        let name = "dateline-frame.js";
        let script = module(&self.addresses.asset(name), &self.assets.integrity(name));
        format!("{}\n{script}\n", self.frame_tag(" data-dateline"))
    }

    /// The frame's tag, for snippets and for oEmbed.
    pub fn frame_tag(&self, attributes: &str) -> String {
        let src = escaped(&self.addresses.file("frame.html"));
        let title = escaped(self.title);
        let height = self.upload.height;
        format!(
            "<iframe{attributes} src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" style=\"border: 0\"></iframe>"
        )
    }

    /// The element's opening tag. Its id is its name in the address, where that is not
    /// the usual one.
    pub fn element(&self, attributes: &str) -> String {
        let id = match self.name {
            "dateline" => String::new(),
            name => format!(" id=\"{name}\""),
        };
        format!("<dateline-widget{id}{attributes}>")
    }

    fn loader(&self) -> String {
        let name = "dateline.js";
        module(&self.addresses.asset(name), &self.assets.integrity(name))
    }
}

/// A script of a module that the browser compares with its hash.
pub fn module(src: &str, integrity: &str) -> String {
    let src = escaped(src);
    format!("<script type=\"module\" src=\"{src}\" integrity=\"{integrity}\"></script>")
}
