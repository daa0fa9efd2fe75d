use std::{cmp::Reverse, mem::take};

use super::{
    correction::correction,
    country::country,
    event::{era, event},
    fields::Fields,
    forms,
    item::Item,
    person::person,
    source::publication,
};
use crate::{
    article::{Article, Code, Country, Mistake, Person, Text, Value, limits},
    sorting::sort_by_key,
};

/// The schema that this reads.
const SCHEMA: f64 = 1.0;

/// The whole article. Of a later schema nothing is known, least of all which fields it has.
pub(super) async fn article(root: &mut Item<'_>) -> Option<Article> {
    let mut schema = root.member("schema");
    if let Value::Number(number) = schema.value
        && *number > SCHEMA
    {
        schema.tell(Mistake::LaterSchema);
        return None;
    }
    let data = root.value;
    let mut fields = root.fields()?;
    let article = fields.article(data).await;
    fields.close(article)
}

impl Fields<'_> {
    /// Everything in its order: whatever is referred to is read before what refers to it.
    async fn article(&mut self, root: &Value) -> Article {
        self.schema();
        let language = self.language();
        let headline = self.headline();
        let summary = self.text("summary");
        let published = self.date("published");
        let dateline = self.text("dateline");
        let source = self.object("source", publication);
        self.place_cards(root);
        let people = self.objects("people", person);
        for (at, (person, _)) in people.iter().enumerate() {
            self.reader().people.place(&person.id, at);
        }

        let (most, too_many) = (limits::EVENTS, Mistake::TooManyEvents);
        let mut events = self.long_list("events", most, too_many, event).await;
        sort_by_key(&mut events, |event| event.when.date.order());
        for (at, event) in events.iter().enumerate() {
            self.reader().events.place(&event.id, at);
        }
        if events.is_empty() {
            let mut field = self.field("events");
            field.tell(if field.value.items().is_empty() {
                Mistake::NoEvents
            } else {
                Mistake::NoEventsLeft
            });
            self.lost = true;
        }
        let mut eras = self.list("eras", era);
        sort_by_key(&mut eras, |era| era.when.date.order());
        let people = self.with_countries(people);
        let countries = self.cards().await;
        let mut corrections = self.list("corrections", |item| {
            item.object(|fields| correction(fields, root))
        });
        sort_by_key(&mut corrections, |one| Reverse(one.date.order()));
        Article {
            language,
            headline,
            summary,
            published,
            dateline,
            source,
            people,
            events,
            eras,
            countries,
            cards: self
                .object("cards", |fields| fields.text("title"))
                .flatten(),
            groups: take(&mut self.reader().groups.names),
            corrections,
        }
    }

    /// The schema, a later one of which never comes here, and the one that the editor's
    /// own tools may read.
    fn schema(&mut self) {
        if let Some(mut schema) = self.given("schema")
            && !matches!(schema.value, Value::Number(_))
        {
            schema.tell_type(Mistake::NotSchema);
        }
        self.field("$schema");
    }

    /// The language of the texts.
    fn language(&mut self) -> Text {
        if let Some(language) = self.text("language") {
            if forms::is_language(&language) {
                self.reader().language = language;
            } else {
                self.field("language").tell(Mistake::InvalidLanguage);
            }
        }
        self.reader().language.clone()
    }

    /// The headline, or its other name, “title”.
    fn headline(&mut self) -> Text {
        let is_headed = self.given("headline").is_some();
        match self.given("title") {
            Some(mut title) if is_headed => {
                title.tell(Mistake::StrayTitle);
            }
            Some(_) => return self.required_text("title"),
            None => {}
        }
        self.required_text("headline")
    }

    /// Gives the listed countries their places, the first ones in their order, and whoever else
    /// has a card: whatever names them is read before they are.
    fn place_cards(&mut self, root: &Value) {
        let reader = self.reader();
        for item in root
            .member("countries")
            .items()
            .iter()
            .take(limits::ENTRIES)
        {
            let code = item.member("code");
            let is_coded = !code.is_null();
            let id = if is_coded { code } else { item.member("id") };
            let Some(id) = id.as_str().map(Text::from) else {
                continue;
            };
            if reader.countries.positions.contains(&id) {
                continue;
            }
            let name = item.member("name").as_str().unwrap_or_default();
            let is_good = match is_coded {
                true => Code::new(&id).is_some(),
                false => forms::is_id(&id) && !forms::is_blank(name),
            };
            if is_good {
                reader.countries.position(&id);
            } else if !is_coded {
                reader.countries.positions.add(&id);
            }
        }
    }

    /// Gives the people their countries, which may be new ones.
    fn with_countries(&mut self, people: Vec<(Person, Option<Text>)>) -> Vec<Person> {
        let reader = self.reader();
        let with_country = |(mut person, id): (Person, Option<Text>)| {
            person.country = id.map(|id| reader.countries.position(&id));
            person
        };
        people.into_iter().map(with_country).collect()
    }

    /// The listed countries with what is said of them, then those only named.
    async fn cards(&mut self) -> Vec<Country> {
        let mut listed = Vec::new();
        let (most, too_many) = (limits::ENTRIES, Mistake::TooManyReferences);
        let cards = self.long_list("countries", most, too_many, |item| {
            item.object(|fields| country(fields, &mut listed)).flatten()
        });
        let cards = cards.await;
        let met = self.reader().countries.names.iter();
        let mut countries: Vec<Country> = met.map(|id| Country::bare(id.clone())).collect();
        for card in cards {
            let place = countries.iter_mut().find(|one| one.id == card.id);
            if let Some(place) = place {
                *place = card;
            }
        }
        countries
    }
}
