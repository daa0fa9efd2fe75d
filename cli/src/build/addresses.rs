use url::Url;

/// Where the folder and the program in it will be found.
pub struct Addresses {
    base: Option<Url>,
    /// With a slash at its end, relative to the folder or whole.
    assets: String,
    /// The same as the folder's own page names it.
    beside: String,
}

impl Addresses {
    /// `base` is the folder's address, `elsewhere` that of the program when it is not
    /// inside the folder, `below` its path inside.
    pub fn new(base: Option<Url>, elsewhere: Option<Url>, below: String) -> Addresses {
        let beside = elsewhere.map_or(below, String::from);
        let assets = match &base {
            Some(base) => base.join(&beside).map_or(beside.clone(), String::from),
            None => beside.clone(),
        };
        Addresses {
            base,
            assets,
            beside,
        }
    }

    /// Whether others can use these addresses from their own pages.
    pub fn whole(&self) -> bool {
        self.base.is_some()
    }

    /// The address of one of the folder's files.
    pub fn file(&self, name: &str) -> String {
        match &self.base {
            Some(base) => base.join(name).map_or(name.into(), String::from),
            None => name.into(),
        }
    }

    /// The address of one of the program's files, from anywhere.
    pub fn asset(&self, name: &str) -> String {
        format!("{}{name}", self.assets)
    }

    /// The address of one of the program's files, from a page in the folder.
    pub fn asset_beside(&self, name: &str) -> String {
        format!("{}{name}", self.beside)
    }

    /// The site that the folder is part of.
    pub fn site(&self) -> Option<String> {
        Some(self.base.as_ref()?.origin().ascii_serialization())
    }
}

/// The address of a folder, `https:` or `http:`, with a slash at its end.
pub fn folder_url(text: &str) -> Result<Url, String> {
    let mut url = Url::parse(text).map_err(|why| {
        format!("{why}; write the whole address, such as https://news.example/bridge/")
    })?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err("an address that readers' browsers can fetch begins with https:".into());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the address of a folder has neither “?” nor “#”".into());
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_ends_with_a_slash() {
        let url = folder_url("https://news.example/2023/bridge").unwrap();
        assert_eq!(url.as_str(), "https://news.example/2023/bridge/");
        for wrong in [
            "news.example/x",
            "ftp://news.example/",
            "https://x.example/?a",
            "",
        ] {
            assert!(folder_url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn addresses_are_whole_where_a_base_is_known() {
        let base = folder_url("https://news.example/bridge").unwrap();
        let here = Addresses::new(Some(base.clone()), None, "dateline/1.0.0/".into());
        assert_eq!(
            here.file("frame.html"),
            "https://news.example/bridge/frame.html"
        );
        assert_eq!(
            here.asset("a.js"),
            "https://news.example/bridge/dateline/1.0.0/a.js"
        );
        assert_eq!(here.asset_beside("a.js"), "dateline/1.0.0/a.js");
        assert_eq!(here.site().as_deref(), Some("https://news.example"));

        let there = folder_url("https://cdn.example/d").unwrap();
        let shared = Addresses::new(Some(base), Some(there), String::new());
        assert_eq!(shared.asset("a.js"), "https://cdn.example/d/a.js");
        assert_eq!(shared.asset_beside("a.js"), "https://cdn.example/d/a.js");

        let relative = Addresses::new(None, None, "dateline/1.0.0/".into());
        assert_eq!(relative.file("frame.html"), "frame.html");
        assert_eq!(relative.asset("a.js"), "dateline/1.0.0/a.js");
        assert!(!relative.whole());
    }
}
