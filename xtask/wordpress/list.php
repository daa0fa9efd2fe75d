<?php
/**
 * The article as a readable list: what happened when, and who says what. Its classes are
 * those of what “dateline build” writes; readme.txt says what is left out. The data may
 * hold anything: what is not of its kind is left out.
 */

defined( 'ABSPATH' ) || exit;

/** All of it. `$id` is the element's name in the page's address. */
function dateline_list( $article, $id ) {
	$language = dateline_string( $article, 'language' );
	$say      = dateline_words( '' === $language ? get_locale() : $language );
	$events   = dateline_items( $article, 'events' );
	$people   = array();
	foreach ( dateline_items( $article, 'people' ) as $person ) {
		$people[ dateline_string( $person, 'id' ) ] = $person;
	}
	// In the order of time, where the first that each date says is a year of four digits.
	$value = fn( $event ) => dateline_string( dateline_dated( $event['date'] ?? '' ), 'value' );
	$order = fn( $event ) => ltrim( $value( $event ), './' ) . ' ' . $value( $event );
	if ( preg_grep( '/^\d{4}/', array_map( $order, $events ), PREG_GREP_INVERT ) === array() ) {
		usort( $events, fn( $one, $other ) => strcmp( $order( $one ), $order( $other ) ) );
	}
	$listed = '';
	foreach ( $events as $event ) {
		$name    = dateline_string( $event, 'id' );
		$listed .= '<li class="event"' . ( '' === $name ? '' : ' id="' . dateline_text( "$id.event=$name" ) . '"' ) . '>' . dateline_event( $event, $people, $say ) . '</li>';
	}
	$eras = '';
	foreach ( dateline_items( $article, 'eras' ) as $era ) {
		$eras .= '<li class="era">' . dateline_tag( 'p', 'when', dateline_date( $era, $say ) ) . dateline_field( 'p', 'title', $era, 'title' ) . dateline_field( 'p', 'text', $era, 'text' ) . '</li>';
	}
	$cards     = '';
	$countries = dateline_items( $article, 'countries' );
	foreach ( $countries as $country ) {
		$cards .= dateline_tag( 'div', 'country', dateline_card( $country, $people, $say ) );
	}
	$title = dateline_string( dateline_part( $article, 'cards' ), 'title' );
	$title = '' !== $title ? $title : $say( array_filter( $countries, fn( $one ) => '' === dateline_string( $one, 'code' ) ) ? 'who_is_who' : 'cards' );
	$mends = '';
	foreach ( dateline_items( $article, 'corrections' ) as $mend ) {
		$mends .= '<li>' . dateline_tag( 'p', 'when', dateline_date( $mend, $say ) ) . dateline_tag( 'p', 'correction', dateline_text( dateline_correction( $mend, $article, $say ) ) ) . '</li>';
	}
	$headline = '' !== dateline_string( $article, 'headline' ) ? 'headline' : 'title';
	$html     = dateline_field( 'h2', 'headline', $article, $headline ) . dateline_field( 'p', 'summary', $article, 'summary' ) . dateline_tag( 'p', 'imprint', dateline_imprint( $article, $say ) )
		. dateline_section( 'list', $say( 'timeline' ), dateline_tag( 'ol', 'events', $listed ) )
		. dateline_section( 'eras', $say( 'eras' ), dateline_tag( 'ul', '', $eras ) )
		. dateline_section( 'countries-part', $title, $cards )
		. dateline_section( 'corrections', $say( 'corrections' ), dateline_tag( 'ul', '', $mends ) );
	$lang     = '' === $language ? '' : ' lang="' . dateline_text( $language ) . '"';
	return "<div class=\"dateline\"$lang dir=\"auto\">$html</div>";
}

/** Where the article comes from, and when. */
function dateline_imprint( $article, $say ) {
	$source    = dateline_part( $article, 'source' );
	$from      = dateline_joined( ', ', array( dateline_string( $source, 'name' ), dateline_string( $source, 'title' ) ) );
	$published = dateline_when( $article['published'] ?? '', $say );
	return dateline_row(
		array(
			'' === $from ? '' : dateline_link( dateline_string( $source, 'url' ), $say( 'published_by', $from ) ),
			dateline_text( dateline_string( $article, 'dateline' ) ),
			'' === $published ? '' : dateline_text( $say( 'published', $published ) ),
		)
	);
}

function dateline_event( $event, $people, $say ) {
	$image = dateline_part( $event, 'image' );
	$media = dateline_part( $event, 'media' );
	$url   = dateline_string( $media, 'url' );
	$kind  = $say( 'media.' . dateline_string( $media, 'kind' ) );
	$who   = array_map( fn( $id ) => dateline_text( dateline_called( $people, $id ) ), dateline_names( $event, 'people' ) );
	return dateline_tag( 'p', 'when', dateline_date( $event, $say ) )
		. dateline_field( 'h4', 'title', $event, 'title' )
		. dateline_field( 'p', 'text', $event, 'text' )
		. dateline_figure( '', dateline_picture( $image ), $image, $say( 'picture_by', dateline_string( $image, 'credit' ) ) )
		. dateline_tag( 'p', 'about', dateline_row( array_merge( $who, array_map( 'dateline_text', dateline_names( $event, 'groups' ) ) ) ) )
		. dateline_figure( 'media', '' === $url ? '' : dateline_link( $url, '' === $kind ? $say( 'media.page' ) : $kind ), $media, dateline_string( $media, 'credit' ) )
		. dateline_links( $event )
		. dateline_tag( 'p', 'foot', dateline_rests( $event, $say ) );
}

function dateline_card( $country, $people, $say ) {
	$numbers = '';
	foreach ( dateline_items( $country, 'figures' ) as $number ) {
		$numbers .= '<li class="figure">' . dateline_number( $number, $people, $say ) . '</li>';
	}
	$claims = '';
	foreach ( dateline_items( $country, 'claims' ) as $claim ) {
		$claims .= '<li class="claim">' . dateline_claim( $claim, $people, $say ) . '</li>';
	}
	$name = dateline_string( $country, 'name' );
	return dateline_field( 'h4', 'card-title', $country, '' === $name ? 'code' : 'name' ) . dateline_field( 'p', 'note', $country, 'note' )
		. dateline_tag( 'ul', 'figures', $numbers ) . dateline_tag( 'ul', 'claims', $claims );
}

/** How many of what, since when and until when, who says so, and what to compare it with. */
function dateline_number( $number, $people, $say ) {
	$amount = array( dateline_string( $number, 'qualifier' ), dateline_amount( $number, $say ), dateline_string( $number, 'unit' ) );
	$label  = array( dateline_text( dateline_string( $number, 'label' ) ), dateline_rests( $number, $say ) );
	$since  = dateline_when( $number['since'] ?? '', $say );
	$until  = dateline_when( $number['until'] ?? '', $say );
	$time   = '' === $since ? '…' : $since;
	$time   = '' === $until ? ( '' === $since ? '' : $say( 'since', $since ) ) : "$time – $until";
	$than   = dateline_part( $number, 'than' );
	return dateline_tag( 'p', 'amount', dateline_text( dateline_joined( ' ', $amount ) ) )
		. dateline_tag( 'p', 'label', dateline_row( $label ) )
		. dateline_tag( 'p', 'since', dateline_text( dateline_joined( ' · ', array( $time, dateline_called( $people, dateline_string( $number, 'speaker' ) ) ) ) ) )
		. dateline_tag( 'p', 'than', dateline_text( dateline_joined( ' ', array( dateline_amount( $than, $say ), dateline_string( $than, 'label' ) ) ) ) );
}

/** Who says what, how and when, and who passes it on. */
function dateline_claim( $claim, $people, $say ) {
	$via   = dateline_called( $people, dateline_string( $claim, 'via' ) );
	$kind  = dateline_string( $claim, 'kind' );
	$quote = dateline_string( $claim, 'quote' );
	$who   = array(
		dateline_tag( 'span', 'name', dateline_text( dateline_called( $people, dateline_string( $claim, 'speaker' ) ) ) ),
		'' === $via ? '' : dateline_tag( 'span', 'via', dateline_text( $say( 'via' ) . " $via" ) ),
		dateline_tag( 'span', 'how', dateline_text( dateline_string( $claim, 'verb' ) ) ),
		in_array( $kind, array( 'allegation', 'denial', 'finding' ), true ) ? dateline_text( $say( $kind ) ) : '',
		dateline_date( $claim, $say ),
	);
	return dateline_tag( 'p', 'who', dateline_row( $who ) ) . dateline_field( 'p', 'said', $claim, 'text' )
		. dateline_tag( 'blockquote', '', dateline_quoted( $quote, $say ) ) . dateline_links( $claim )
		. dateline_tag( 'p', 'foot', dateline_rests( $claim, $say, $quote ) );
}

/** What a fact rests on: the words, where they are not those of a quotation that stands there, and another document. */
function dateline_rests( $fact, $say, $quotation = '' ) {
	$source = dateline_part( $fact, 'source' );
	$quote  = dateline_string( $source, 'quote' );
	$url    = dateline_string( $source, 'url' );
	return dateline_row( array( $quote === $quotation ? '' : dateline_tag( 'span', 'sentence', dateline_quoted( $quote, $say ) ), '' === $url ? '' : dateline_link( $url, '' ) ) );
}

/** What a correction is of, by its title or name; by its path otherwise. */
function dateline_corrected( $mend, $article ) {
	$what = dateline_string( $mend, 'what' );
	list( $list, $id ) = explode( '/', ltrim( $what, '/' ) ) + array( '', '' );
	foreach ( dateline_items( $article, $list ) as $item ) {
		if ( in_array( $id, array( dateline_string( $item, 'id' ), dateline_string( $item, 'code' ) ), true ) ) {
			return dateline_joined( '', array_slice( array_filter( array( dateline_string( $item, 'title' ), dateline_string( $item, 'name' ), $what ), 'strlen' ), 0, 1 ) );
		}
	}
	return $what;
}

/** A correction, in a sentence for each thing that is known of it. */
function dateline_correction( $mend, $article, $say ) {
	$was    = dateline_string( $mend, 'was' );
	$now    = dateline_string( $mend, 'now' );
	$change = '' !== $was && '' !== $now ? $say( 'corrected', $was, $now ) : "$was$now";
	return dateline_joined( ' ', array( dateline_corrected( $mend, $article ) . '.', $change, dateline_string( $mend, 'why' ) ) );
}

/** “Anna Kowal, mayor of the town”. */
function dateline_called( $people, $id ) {
	$person = $people[ $id ] ?? array();
	return dateline_joined( ', ', array( dateline_string( $person, 'name' ), dateline_string( $person, 'role' ) ) );
}

/** A number in the site's form, where that is the article's language; else as it is, or the article's word. */
function dateline_amount( $of, $say ) {
	$value = $of['value'] ?? '';
	if ( ! is_int( $value ) && ! is_float( $value ) ) {
		return is_string( $value ) ? $value : '';
	}
	$is_plain = preg_match( '/^-?\d+(?:\.(\d+))?\z/', (string) $value, $part );
	return $is_plain && $say( 'is_site' ) ? number_format_i18n( $value, strlen( $part[1] ?? '' ) ) : (string) $value;
}

/** A picture, if it has a whole address or one of this site: others are relative to another page. */
function dateline_picture( $image ) {
	$src = dateline_string( $image, 'src' );
	$url = preg_match( '~^(https?://|/)~i', $src ) ? esc_url( $src, array( 'http', 'https' ) ) : '';
	return '' === $url ? '' : '<img loading="lazy" decoding="async" src="' . dateline_brackets( $url ) . '" alt="' . dateline_text( dateline_string( $image, 'alt' ) ) . '">';
}

/** What is shown, with its caption and its credit. */
function dateline_figure( $class, $shown, $of, $credit ) {
	$caption = dateline_row( array( dateline_text( dateline_string( $of, 'caption' ) ), '' === dateline_string( $of, 'credit' ) ? '' : dateline_tag( 'span', 'credit', dateline_text( $credit ) ) ) );
	return dateline_tag( 'figure', $class, '' === $shown ? '' : $shown . dateline_tag( 'figcaption', '', $caption ) );
}

/** Where there is more to read. */
function dateline_links( $of ) {
	$links = '';
	foreach ( dateline_items( $of, 'links' ) as $link ) {
		$links .= dateline_tag( 'li', '', dateline_link( dateline_string( $link, 'url' ), dateline_string( $link, 'text' ) ) );
	}
	return dateline_tag( 'ul', 'links', $links );
}

/** A link, called as it is or by its host; the words alone where it leads nowhere that is safe. */
function dateline_link( $url, $words ) {
	$safe = preg_match( '~^(https?|mailto):~i', $url ) ? esc_url( $url, array( 'http', 'https', 'mailto' ) ) : '';
	$host = (string) preg_replace( '~^(https?://(www\.)?|mailto:)|[/?#].*$~is', '', $url );
	$text = dateline_text( '' === $words ? $host : $words );
	return '' === $safe ? dateline_text( $words ) : '<a href="' . dateline_brackets( $safe ) . "\" rel=\"external noopener\">$text</a>";
}

/** The objects in a list of the data. */
function dateline_items( $of, $name ) {
	$list = $of[ $name ] ?? array();
	return is_array( $list ) ? array_map( fn( $item ) => (array) $item, array_values( array_filter( $list, 'is_object' ) ) ) : array();
}

/** The texts in a list of the data, each once. */
function dateline_names( $of, $name ) {
	$list = $of[ $name ] ?? array();
	return is_array( $list ) ? array_unique( array_filter( $list, 'is_string' ) ) : array();
}

/** An object of the data, empty where there is none. */
function dateline_part( $of, $name ) {
	return isset( $of[ $name ] ) && is_object( $of[ $name ] ) ? (array) $of[ $name ] : array();
}

/** A text of the data, empty where there is none. */
function dateline_string( $of, $name ) {
	return isset( $of[ $name ] ) && is_string( $of[ $name ] ) ? $of[ $name ] : '';
}

/** A text of the data in HTML. WordPress's own functions would leave an entity in it to be read as one, and run `[…]`. */
function dateline_text( $text ) {
	return dateline_brackets( htmlspecialchars( (string) $text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' ) );
}

/** HTML without what WordPress would take for a shortcode, in attributes too. */
function dateline_brackets( $html ) {
	return strtr( $html, array( '[' => '&#91;', ']' => '&#93;' ) );
}

function dateline_quoted( $text, $say ) {
	return '' === $text ? '' : dateline_text( $say( 'quote_open' ) . $text . $say( 'quote_close' ) );
}

/** Texts with something between, without those that are empty. */
function dateline_joined( $between, $texts ) {
	return implode( $between, array_filter( $texts, 'strlen' ) );
}

/** Pieces of HTML with a dot between. */
function dateline_row( $pieces ) {
	return dateline_joined( ' · ', $pieces );
}

function dateline_field( $tag, $class, $of, $name ) {
	return dateline_tag( $tag, $class, dateline_text( dateline_string( $of, $name ) ) );
}

/** An element around HTML; nothing around nothing. */
function dateline_tag( $tag, $class, $html ) {
	return '' === $html ? '' : '<' . $tag . ( '' === $class ? '' : " class=\"$class\"" ) . ">$html</$tag>";
}

function dateline_section( $class, $title, $html ) {
	return '' === $html ? '' : "<section class=\"$class\">" . dateline_tag( 'h3', 'part-title', dateline_text( $title ) ) . "$html</section>";
}
