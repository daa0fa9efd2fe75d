<?php
/**
 * Plugin Name: Dateline
 * Description: A timeline of what happened when, and country cards of who says what, in a post: as a block, or by [dateline src="…/article.json"].
 * Version: @version@
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * Text Domain: dateline
 *
 * The post carries the data and the same as a readable list, so that it can be read without
 * scripts. The built widget is in widget/; it is loaded only where there is one. Below: the block
 * and the shortcode, the list, and its dates and words.
 */

defined( 'ABSPATH' ) || exit;

/** The element's own attributes, which an author may set; the data come from elsewhere. */
const DATELINE_ATTRIBUTES = array( 'id', 'of', 'show', 'country', 'hide', 'heading', 'lanes', 'folds', 'from', 'to', 'address', 'loading', 'words', 'for', 'annotate', 'theme' );
/** How much data are read at most, in bytes, as by the widget, and how many seconds those of an address are kept. */
const DATELINE_BYTES = 16777216;
const DATELINE_KEPT  = 300;

add_shortcode( 'dateline', 'dateline_shortcode' );
// What stands between [dateline] and [/dateline] is data, whose quotation marks stay.
add_filter( 'no_texturize_shortcodes', fn( $tags ) => array_merge( $tags, array( 'dateline' ) ) );
add_action( 'init', 'dateline_block' );
add_filter( 'the_content', 'dateline_scripts', 20 );
add_filter( 'script_loader_tag', 'dateline_module', 10, 2 );
add_filter( 'wp_kses_allowed_html', 'dateline_allowed', 10, 2 );
add_filter( 'upload_mimes', fn( $types ) => $types + array( 'json' => 'application/json' ) );
add_filter( 'wp_check_filetype_and_ext', 'dateline_upload', 10, 3 );

/** The block, which keeps nothing but its attributes: PHP writes the rest whenever the post is read. */
function dateline_block() {
	wp_register_script( 'dateline-block', plugins_url( 'block.js', __FILE__ ), array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ), '@version@', true );
	$texts = array_fill_keys( array_merge( array( 'src', 'data' ), DATELINE_ATTRIBUTES ), array( 'type' => 'string' ) );
	register_block_type(
		'dateline/explainer',
		array(
			'api_version'     => 2,
			'editor_script'   => 'dateline-block',
			'attributes'      => $texts + array( 'file' => array( 'type' => 'integer' ) ),
			'render_callback' => fn( $attributes ) => dateline_element( $attributes, dateline_string( $attributes, 'data' ) ),
		)
	);
}

/** [dateline src="…"], [dateline file="12"], [dateline]{ … }[/dateline]. */
function dateline_shortcode( $attributes, $content = '' ) {
	// Paragraphs and entities that WordPress has put between the data.
	$data = html_entity_decode( preg_replace( '~</?p>|<br ?/?>~', '', (string) $content ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	return dateline_element( (array) $attributes, $data );
}

/** The element with its data and the readable list. */
function dateline_element( $attributes, $json ) {
	$src  = dateline_string( $attributes, 'src' );
	$src  = '' === $src ? '' : esc_url_raw( WP_Http::make_absolute_url( $src, home_url( '/' ) ), array( 'http', 'https' ) );
	$src  = preg_match( '~^https?://[^/]~i', $src ) ? $src : '';
	$file = is_scalar( $attributes['file'] ?? null ) ? (int) $attributes['file'] : 0;
	if ( '' === trim( $json ) && 0 !== $file ) {
		$json = dateline_file( $file );
	} elseif ( '' === trim( $json ) && '' !== $src ) {
		$json = dateline_fetched( $src );
	}
	list( $article, $encoded ) = dateline_read( $json );
	$is_other = '' !== dateline_string( $attributes, 'of' );
	if ( '' === $encoded && '' === $src && ! $is_other ) {
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html__( 'Dateline: there are no data that could be read, JSON of at most 16 MiB. The command “dateline check” says where a mistake is.', 'dateline' ) . '</p>' : '';
	}
	$html = '<dateline-widget';
	if ( '' !== $encoded ) {
		$html .= ' data-article="' . dateline_text( $encoded ) . '"';
	} elseif ( '' !== $src ) {
		// The reader's browser may still reach it.
		$html .= ' src="' . esc_url( $src ) . '"';
	}
	foreach ( DATELINE_ATTRIBUTES as $name ) {
		if ( isset( $attributes[ $name ] ) && is_scalar( $attributes[ $name ] ) ) {
			$html .= " $name=\"" . dateline_brackets( esc_attr( $attributes[ $name ] ) ) . '"';
		}
	}
	$id   = dateline_string( $attributes, 'id' );
	$list = '' === $encoded || $is_other ? '' : dateline_list( $article, '' === $id ? 'dateline' : $id );
	return "$html>$list</dateline-widget>";
}

/** The article of a JSON text, and the text that the post carries; both are empty where there is none. */
function dateline_read( $json ) {
	$data    = dateline_has_room( $json ) ? json_decode( $json ) : null;
	$encoded = is_object( $data ) ? wp_json_encode( $data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) : false;
	return false === $encoded ? array( array(), '' ) : array( (array) $data, $encoded );
}

/** Whether it is not too long, and PHP has the memory to decode it: every list and object takes some 400 bytes, however short. */
function dateline_has_room( $json ) {
	$needs = 400 * ( substr_count( $json, '[' ) + substr_count( $json, '{' ) ) + 40 * substr_count( $json, ',' ) + 16 * strlen( $json );
	$fits  = function () use ( $needs ) {
		$limit = wp_convert_hr_to_bytes( ini_get( 'memory_limit' ) );
		return $limit <= 0 || memory_get_usage() + $needs < $limit;
	};
	// What WordPress grants its own larger works.
	return strlen( $json ) <= DATELINE_BYTES && ( $fits() || ( wp_raise_memory_limit( 'dateline' ) && $fits() ) );
}

/** The text of a file of the media library. */
function dateline_file( $id ) {
	$path    = 'attachment' === get_post_type( $id ) ? get_attached_file( $id ) : false;
	$is_data = is_string( $path ) && '.json' === strtolower( substr( $path, -5 ) ) && is_readable( $path );
	return $is_data ? (string) file_get_contents( $path, false, null, 0, DATELINE_BYTES + 1 ) : '';
}

/** The text of an address: of a file of the media library as it lies there, of any other what was answered last. */
function dateline_fetched( $src ) {
	$file = attachment_url_to_postid( $src );
	if ( 0 !== $file ) {
		return dateline_file( $file );
	}
	$key  = 'dateline_' . md5( $src );
	$kept = get_transient( $key );
	if ( ! is_string( $kept ) ) {
		$answer = wp_safe_remote_get( $src, array( 'timeout' => 5, 'limit_response_size' => DATELINE_BYTES + 1 ) );
		$text   = 200 === wp_remote_retrieve_response_code( $answer ) ? wp_remote_retrieve_body( $answer ) : '';
		$kept   = dateline_read( $text )[1];
		set_transient( $key, $kept, DATELINE_KEPT );
	}
	return $kept;
}

/** Loads the widget where the content has one, however it came there. */
function dateline_scripts( $content ) {
	if ( false !== strpos( $content, '<dateline-widget' ) ) {
		wp_enqueue_script( 'dateline', plugins_url( 'widget/dateline.js', __FILE__ ), array(), null, true );
	}
	return $content;
}

/** It is a module. */
function dateline_module( $tag, $handle ) {
	return 'dateline' === $handle ? str_replace( '<script ', '<script type="module" ', preg_replace( '~ type=([\'"])text/javascript\1~', '', $tag ) ) : $tag;
}

/** Authors may write the element themselves, as “dateline build” prints it, with its marks. */
function dateline_allowed( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags['dateline-widget'] = array_fill_keys( array_merge( array( 'src', 'lang', 'dir', 'class', 'data-*' ), DATELINE_ATTRIBUTES ), true );
	}
	return $tags;
}

/** A file that is called article.json is one if it can be read as JSON. */
function dateline_upload( $type, $file, $name ) {
	if ( '.json' === strtolower( substr( $name, -5 ) ) && '' !== dateline_read( (string) file_get_contents( $file, false, null, 0, DATELINE_BYTES + 1 ) )[1] ) {
		$type['ext']  = 'json';
		$type['type'] = 'application/json';
	}
	return $type;
}

/*
 * The article as a readable list: what happened when, and who says what. Its classes are
 * those of what “dateline build” writes; readme.txt says what is left out. The data may
 * hold anything: what is not of its kind is left out.
 */

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

/*
 * What is said of dates, and the interface's words: in the article's language, from the
 * widget's own files. Months and days are WordPress's, in the site's language and form. A
 * date that cannot be said right stands as the article writes it.
 */

/** The languages whose file of words has another name. */
const DATELINE_LANGUAGES = array( 'nb' => 'no', 'nn' => 'no', 'zh' => 'zh-Hans', 'zh-TW' => 'zh-Hant', 'zh-HK' => 'zh-Hant', 'zh-MO' => 'zh-Hant' );

/** When something was, with what that rests on. */
function dateline_date( $of, $say ) {
	$words = dateline_when( $of['date'] ?? '', $say );
	$dated = dateline_dated( $of['date'] ?? '' );
	$value = dateline_string( $dated, 'value' );
	$html  = preg_match( '/^[1-9]\d{3}(-\d\d){0,2}\z/', $value ) ? '<time datetime="' . dateline_text( $value ) . '">' . dateline_text( $words ) . '</time>' : dateline_text( $words );
	$basis = array( 'inferred' => 'worked_out', 'editor' => 'by_editor' )[ dateline_string( $dated, 'basis' ) ] ?? '';
	return dateline_row( array( $html, '' === $basis ? '' : dateline_tag( 'span', 'remark', dateline_text( $say( $basis ) ) ) ) );
}

/** A date as an object's fields, however it was written. */
function dateline_dated( $date ) {
	return is_object( $date ) ? (array) $date : array( 'value' => $date );
}

/** A date in words; as the article writes it where it is none of the usual ones. */
function dateline_when( $date, $say ) {
	$dated = dateline_dated( $date );
	$value = dateline_string( $dated, 'value' );
	$own   = '' === dateline_string( $dated, 'text' ) ? $value : dateline_string( $dated, 'text' );
	$ends  = explode( '/', $value );
	if ( count( $ends ) > 2 || ! in_array( dateline_string( $dated, 'calendar' ), array( '', 'gregorian' ), true ) ) {
		return $own;
	}
	$from = dateline_point( $ends[0], $say );
	$to   = dateline_point( end( $ends ), $say );
	if ( 1 === count( $ends ) ) {
		return '' === $from ? $own : $from;
	}
	if ( '' !== $from && '' !== $to ) {
		return strcmp( $ends[0], $ends[1] ) > 0 ? $own : "$from – $to";
	}
	$open = array( '..' => $ends[0] > gmdate( 'Y-m-d' ) ? 'from' : 'since', '' => 'end_unknown' )[ $ends[1] ] ?? '';
	if ( '' !== $from && '' !== $open ) {
		return $say( $open, $from );
	}
	$open = array( '..' => 'until', '' => 'start_unknown' )[ $ends[0] ] ?? '';
	return '' === $to || '' === $open ? $own : $say( $open, $to );
}

/** A year, a month or a day with its time, in the site's form; nothing for what is none, or is said in another language. */
function dateline_point( $value, $say ) {
	$is    = preg_match( '/^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:T((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?(Z|[+-]\d\d(?::\d\d)?)?)?)?)?([~?]?)\z/', $value, $part );
	$part += array_fill( 0, 7, '' );
	list( , $year, $month, $day, $time, $zone, $doubt ) = $part;
	if ( ! $is || ! $say( 'is_site' ) || ! checkdate( (int) ( '' === $month ? 1 : $month ), (int) ( '' === $day ? 1 : $day ), (int) $year ) ) {
		return '';
	}
	$form = get_option( 'date_format' );
	if ( '' === $day ) {
		$form = '' === $month ? 'Y' : _x( 'F Y', 'monthly archives date format' );
	} elseif ( ! preg_match( '/(?<!\\\\)[Yyoc]/', $form ) ) {
		// A date of the past needs its year.
		$form = __( 'F j, Y' );
	}
	$utc   = new DateTimeZone( 'UTC' );
	$words = wp_date( $form, ( new DateTimeImmutable( $year . '-' . ( '' === $month ? '01' : $month ) . '-' . ( '' === $day ? '01' : $day ) . ' 12:00', $utc ) )->getTimestamp(), $utc );
	if ( '' !== $time ) {
		$words = $say( 'moment', $words, $time );
		$hours = str_replace( '-', '−', preg_replace( '/(?<=[+-])0(?=\d)|:00\z/', '', $zone ) );
		$words = 'Z' === $zone ? $say( 'utc', $words ) : ( '' === $zone ? $words : $say( 'zone', $words, $hours ) );
	}
	return '' === $doubt ? $words : $say( '?' === $doubt ? 'perhaps' : 'about', $words );
}

/**
 * What the interface says in a language, from the widget's own files: a function of a word's
 * name and what is filled in. Its word `is_site` is not empty where the site's dates are in that language.
 */
function dateline_words( $language ) {
	static $known = array();
	$file         = dateline_language( $language );
	if ( ! isset( $known[ $file ] ) ) {
		$words = array();
		foreach ( array( 'en', $file ) as $name ) {
			$at = 0;
			// English has the names of all words, other languages what they say in the same order.
			foreach ( preg_grep( '/^\s*(#|$)/', file( __DIR__ . "/widget/words/$name.txt" ), PREG_GREP_INVERT ) as $line ) {
				list( $key, $word ) = array_map( 'trim', explode( '=', $line, 2 ) );
				if ( 'en' === $name && ! preg_match( '/\.(the|genitive|since|from|plain)$/', $key ) ) {
					$names[] = $key;
				}
				$key = '' === $key ? $names[ $at ] : $key;
				++$at;
				if ( '' !== $word ) {
					$words[ $key ] = $word;
				}
			}
		}
		$known[ $file ] = array( 'is_site' => dateline_language( get_locale() ) === $file ? '1' : '' ) + $words;
	}
	return function ( $name, ...$filled ) use ( $known, $file ) {
		// Months are in no case but their first.
		$template = $known[ $file ][ "$name.plain" ] ?? $known[ $file ][ $name ] ?? '';
		return preg_replace_callback( '/\{(\d)[^}]*\}/', fn( $place ) => $filled[ $place[1] ] ?? '', $template );
	};
}

/** The name of a language's file of words, English where there is none. */
function dateline_language( $language ) {
	$parts = explode( '-', str_replace( '_', '-', $language ) );
	$tags  = array( implode( '-', array_slice( $parts, 0, 2 ) ), $parts[0] );
	foreach ( $tags as $tag ) {
		$file = DATELINE_LANGUAGES[ $tag ] ?? $tag;
		if ( preg_match( '/^[A-Za-z]{2,4}(-[A-Za-z]{2,4})?\z/', $file ) && is_readable( __DIR__ . "/widget/words/$file.txt" ) ) {
			return $file;
		}
	}
	return 'en';
}
