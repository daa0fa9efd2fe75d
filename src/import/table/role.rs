/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Role {
    Id,
    Kind,
    Date,
    End,
    Year,
    Month,
    Day,
    Time,
    EndYear,
    EndMonth,
    EndDay,
    EndTime,
    Words,
    Basis,
    From,
    Note,
    Calendar,
    /// How exact a time is, from 0 to 14 as Wikidata counts.
    Precision,
    Title,
    Text,
    Key,
    Media,
    MediaKind,
    Credit,
    Caption,
    Thumbnail,
    Alt,
    Image,
    ImageAlt,
    ImageCaption,
    ImageCredit,
    Width,
    Height,
    Group,
    Tags,
    Countries,
    People,
    Link,
    LinkText,
    Quote,
    Before,
    After,
    Background,
    /// Of no use to an article.
    Ignored,
}

/// Each role: its name for `--map`, and the headers that mean it, in small letters with
/// blanks for hyphens, divided by commas.
pub(super) const ROLES: &[(Role, &str, &str)] = &[
    (
        Role::Id,
        "id",
        "id, uid, unique id, key id, identifier, slug, ідентифікатор, идентификатор, kennung, identifiant, المعرف",
    ),
    (
        Role::Kind,
        "type",
        "type, kind, entry type, typ, tipo, art, тип, النوع",
    ),
    (
        Role::Date,
        "date",
        "date, start date, start, begin, beginning, from date, when, day date, event date, date of event, start time, \
         starts, dates, datum, startdatum, beginn, anfang, wann, zeitpunkt, date de début, date début, début, debut, quand, \
         fecha, fecha de inicio, inicio, fecha inicio, cuándo, data, data inizio, inizio, quando, data de início, início, \
         data rozpoczęcia, początek, kiedy, дата, дата начала, начало, когда, дата початку, початок, коли, \
         التاريخ, تاريخ, تاريخ البدء, البداية, متى, tarih, başlangıç, startdatum, dato, päivämäärä, ημερομηνία, datums, \
         point in time, pointintime, inception, startdate, start date time, dtstart, 日期, 日付, 날짜",
    ),
    (
        Role::End,
        "end",
        "end, end date, ends, to date, until, enddate, finish, end time, enddatum, ende, bis, date de fin, fin, date fin, \
         fecha de fin, fecha fin, hasta, data fine, fine, data de fim, fim, data zakończenia, koniec, дата окончания, конец, \
         окончание, дата завершення, кінець, завершення, تاريخ الانتهاء, النهاية, bitiş, einddatum, slutdatum, slutdato, dtend",
    ),
    (
        Role::Year,
        "year",
        "year, jahr, année, annee, año, ano, anno, rok, рік, год, السنة, سنة, yıl, jaar, år, start year",
    ),
    (
        Role::Month,
        "month",
        "month, monat, mois, mes, mês, mese, miesiąc, місяць, месяц, الشهر, ay, maand, måned, månad, start month",
    ),
    (
        Role::Day,
        "day",
        "day, jour, día, dia, giorno, dzień, день, اليوم, gün, dag, start day",
    ),
    (
        Role::Time,
        "time",
        "time, uhrzeit, zeit, heure, hora, ora, godzina, час, время, الوقت, saat, tijd, tid",
    ),
    (
        Role::EndYear,
        "end-year",
        "end year, endjahr, année de fin, año final, anno fine, rok końcowy, рік кінця, год конца",
    ),
    (
        Role::EndMonth,
        "end-month",
        "end month, endmonat, mois de fin, mes final, mese fine, місяць кінця, месяц конца",
    ),
    (
        Role::EndDay,
        "end-day",
        "end day, endtag, jour de fin, día final, giorno fine, день кінця, день конца",
    ),
    (
        Role::EndTime,
        "end-hour",
        "end hour, end clock, endzeit, heure de fin, hora final, час кінця, время конца",
    ),
    (
        Role::Words,
        "words",
        "display date, date text, date label, date in words, datumstext, date affichée, fecha visible, data wyświetlana, \
         отображаемая дата, дата словами, текст дати",
    ),
    (Role::Basis, "basis", "basis, date basis"),
    (Role::From, "from", "worked out from, date from"),
    (Role::Note, "note", "date note"),
    (
        Role::Precision,
        "precision",
        "precision, time precision, timeprecision, date precision, dateprecision",
    ),
    (
        Role::Calendar,
        "calendar",
        "calendar, date calendar, calendarmodel",
    ),
    (
        Role::Title,
        "title",
        "title, headline, event, name, heading, subject, what, what happened, label, event name, event title, summary, titel, \
         überschrift, schlagzeile, ereignis, was, titre, événement, evenement, quoi, nom, título, titulo, titular, evento, qué, \
         nombre, titolo, cosa, tytuł, wydarzenie, nazwa, co, заголовок, событие, название, что, подія, назва, що, العنوان, \
         الحدث, başlık, olay, titill, tittel, rubrik, overskrift, gebeurtenis, itemlabel, eventlabel, content, 标题, タイトル, 제목",
    ),
    (
        Role::Text,
        "text",
        "text, description, body, details, detail, content text, notes, story, comment, narrative, what happened in detail, \
         beschreibung, beschreibungstext, texte, corps, détails, texto, descripción, descripcion, descrição, testo, \
         descrizione, tekst, opis, текст, описание, опис, подробности, деталі, النص, الوصف, metin, açıklama, beskrivning, \
         beskrivelse, beschrijving, itemdescription, 描述, 説明, 설명",
    ),
    (
        Role::Key,
        "key",
        "key, key event, important, highlight, schlüsselereignis",
    ),
    (
        Role::Media,
        "media",
        "media, medium, media url, media link, video, video url, embed, medien, média, multimedia, медіа, медиа, وسائط, 视频",
    ),
    (Role::MediaKind, "media-kind", "media kind, media type"),
    (
        Role::Credit,
        "credit",
        "media credit, credit, credits, quellenangabe bild, crédit, crédito, подпись автора",
    ),
    (
        Role::Caption,
        "caption",
        "media caption, caption, bildunterschrift, légende, leyenda, didascalia, podpis, підпис, подпись",
    ),
    (
        Role::Thumbnail,
        "thumbnail",
        "media thumbnail, thumbnail, thumb, vorschaubild, miniature, miniatura",
    ),
    (
        Role::Alt,
        "alt",
        "alt text, alt, alternative text, alternativtext, texte alternatif, texto alternativo",
    ),
    (
        Role::Image,
        "image",
        "image, picture, photo, image url, picture url, photo url, img, pic, bild, foto, imagen, imagem, immagine, zdjęcie, obraz, \
         фото, зображення, изображение, صورة, resim, 图片, 画像",
    ),
    (Role::ImageAlt, "image-alt", "image alt"),
    (Role::ImageCaption, "image-caption", "image caption"),
    (Role::ImageCredit, "image-credit", "image credit"),
    (Role::Width, "image-width", "image width"),
    (Role::Height, "image-height", "image height"),
    (
        Role::Group,
        "group",
        "group, groups, category, section, topic, theme, facet, lane, gruppe, kategorie, thema, groupe, catégorie, thème, grupo, \
         categoría, tema, gruppo, categoria, grupa, kategoria, группа, категория, тема, група, категорія, المجموعة, فئة, grup, kategori",
    ),
    (
        Role::Tags,
        "tags",
        "tag, tags, keywords, categories, labels, schlagwörter, schlagworte, stichwörter, stichworte, mots-clés, palabras clave, étiquettes, etiquetas, теги, мітки, ключевые слова, وسوم",
    ),
    (
        Role::Countries,
        "countries",
        "country, countries, country code, land, länder, pays, país, país es, paises, países, paese, paesi, kraj, kraje, страна, \
         страны, країна, країни, الدولة, الدول, بلد, ülke, ülkeler, 国家, 国",
    ),
    (
        Role::People,
        "people",
        "people, person, persons, who, speaker, actor, actors, personen, wer, personnes, qui, personas, quién, persone, chi, osoby, \
         kto, люди, кто, хто, особи, الأشخاص, من, kişiler",
    ),
    (
        Role::Link,
        "link",
        "link, links, url, more, read more, source url, source link, website, web page, address, lien, liens, enlace, enlaces, \
         collegamento, odnośnik, ссылка, ссылки, посилання, رابط, bağlantı, item, article",
    ),
    (
        Role::LinkText,
        "link-text",
        "link text, link label, link title",
    ),
    (
        Role::Quote,
        "quote",
        "quote, quotation, zitat, citation, cita, citazione, cytat, цитата, اقتباس",
    ),
    (Role::Before, "quote-before", "quote before, before"),
    (Role::After, "quote-after", "quote after, after"),
    (
        Role::Background,
        "background",
        "background, background color, background colour, hintergrund, fond, fondo, тло, фон",
    ),
];

impl Role {
    /// The role of a name as `--map` has it.
    #[must_use]
    pub fn named(name: &str) -> Option<Role> {
        let name = name.trim().to_ascii_lowercase().replace([' ', '_'], "-");
        if name == "ignore" {
            return Some(Role::Ignored);
        }
        let found = ROLES.iter().find(|(_, own, _)| *own == name);
        found.map(|(role, ..)| *role)
    }

    /// Its name for `--map`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = ROLES.iter().find(|(role, ..)| *role == self);
        found.map_or("ignore", |(_, name, _)| name)
    }

    /// All names that `--map` takes.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        ROLES
            .iter()
            .map(|(_, name, _)| *name)
            .chain(["ignore"])
            .collect()
    }
}
