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
 * The post carries the data and the same as a readable list, so that it can be read
 * without scripts. The built widget is in widget/; it is loaded only where there is one.
 */

defined( 'ABSPATH' ) || exit;

/** The element's own attributes, which an author may set; the data come from elsewhere. */
const DATELINE_ATTRIBUTES = array( 'id', 'of', 'show', 'country', 'hide', 'heading', 'lanes', 'folds', 'from', 'to', 'address', 'loading', 'words', 'for', 'annotate', 'theme' );
/** How much data are read at most, in bytes, and how many seconds those of another site are kept. */
const DATELINE_BYTES = 8388608;
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
			'render_callback' => fn( $attributes ) => dateline_element( $attributes, $attributes['data'] ?? '' ),
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
function dateline_element( $attributes, $data ) {
	$src  = esc_url_raw( $attributes['src'] ?? '', array( 'http', 'https' ) );
	$json = trim( $data );
	if ( '' === $json && ! empty( $attributes['file'] ) ) {
		$json = dateline_file( get_attached_file( (int) $attributes['file'] ) );
	} elseif ( '' === $json && '' !== $src ) {
		$json = dateline_fetched( $src );
	}
	$article = json_decode( $json, true );
	$html    = '<dateline-widget';
	if ( is_array( $article ) ) {
		$html .= ' data-article="' . dateline_text( wp_json_encode( json_decode( $json ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) ) . '"';
	} elseif ( '' !== $src ) {
		// The reader's browser may still reach it.
		$html .= ' src="' . esc_url( $src ) . '"';
	}
	foreach ( DATELINE_ATTRIBUTES as $name ) {
		if ( isset( $attributes[ $name ] ) && is_scalar( $attributes[ $name ] ) ) {
			$html .= " $name=\"" . esc_attr( $attributes[ $name ] ) . '"';
		}
	}
	$list = is_array( $article ) && empty( $attributes['of'] ) ? dateline_list( $article ) : '';
	if ( '' === $list && '' === $src && empty( $attributes['of'] ) && current_user_can( 'edit_posts' ) ) {
		return '<p>' . esc_html__( 'Dateline: the data are no JSON. The command “dateline check” says where.', 'dateline' ) . '</p>';
	}
	return "$html>$list</dateline-widget>";
}

/** The text of a file of the site's own. */
function dateline_file( $path ) {
	$is_data = is_string( $path ) && '.json' === strtolower( substr( $path, -5 ) ) && is_readable( $path );
	return $is_data ? (string) file_get_contents( $path, false, null, 0, DATELINE_BYTES ) : '';
}

/** The text of an address: of an upload as it lies there, of another site what it answered last. */
function dateline_fetched( $src ) {
	$uploads = wp_get_upload_dir();
	$base    = wp_parse_url( $uploads['baseurl'] ) + array( 'host' => wp_parse_url( home_url(), PHP_URL_HOST ) );
	$asked   = wp_parse_url( $src ) + $base;
	$path    = rawurldecode( $asked['path'] );
	if ( $asked['host'] === $base['host'] && 0 === strpos( $path, $base['path'] . '/' ) && false === strpos( $path, '..' ) ) {
		return dateline_file( $uploads['basedir'] . substr( $path, strlen( $base['path'] ) ) );
	}
	$key  = 'dateline_' . md5( $src );
	$kept = get_transient( $key );
	if ( false === $kept ) {
		$answer = wp_safe_remote_get( $src, array( 'timeout' => 5, 'limit_response_size' => DATELINE_BYTES ) );
		$kept   = 200 === wp_remote_retrieve_response_code( $answer ) ? wp_remote_retrieve_body( $answer ) : '';
		set_transient( $key, $kept, DATELINE_KEPT );
	}
	return $kept;
}

/** The article as a list: what happened when, and who says what. */
function dateline_list( $article ) {
	$people = array_column( dateline_items( $article, 'people' ), null, 'id' );
	$events = dateline_items( $article, 'events' );
	// In the order of time, where each date begins with a year of four digits.
	$plain = fn( $event ) => preg_match( '/^\d{4}/', dateline_value( $event ) );
	if ( count( array_filter( $events, $plain ) ) === count( $events ) ) {
		usort( $events, fn( $one, $other ) => strcmp( dateline_value( $one ), dateline_value( $other ) ) );
	}
	$html = dateline_tag( 'h2', $article['headline'] ?? $article['title'] ?? '' ) . dateline_tag( 'p', $article['summary'] ?? '' ) . '<ol>';
	foreach ( $events as $event ) {
		$when  = '<p><time datetime="' . esc_attr( dateline_value( $event ) ) . '">' . dateline_text( dateline_when( $event['date'] ?? '' ) ) . '</time></p>';
		$html .= '<li>' . dateline_tag( 'h3', $event['title'] ?? '' ) . $when . dateline_tag( 'p', $event['text'] ?? '' ) . dateline_tag( 'blockquote', $event['source']['quote'] ?? '' ) . '</li>';
	}
	$html .= '</ol>';
	foreach ( dateline_items( $article, 'countries' ) as $country ) {
		$said = '';
		foreach ( dateline_items( $country, 'claims' ) as $claim ) {
			$quote = isset( $claim['quote'] ) ? '<q>' . dateline_text( $claim['quote'] ) . '</q>' : '';
			$said .= '<li>' . dateline_text( dateline_speaker( $claim, $people ) ) . ' ' . dateline_text( trim( $claim['text'] ?? '' ) ) . " $quote</li>";
		}
		foreach ( dateline_items( $country, 'figures' ) as $figure ) {
			$words = array_map( fn( $name ) => $figure[ $name ] ?? '', array( 'qualifier', 'value', 'unit', 'label' ) );
			$said .= '<li>' . dateline_text( implode( ' ', array_filter( $words, fn( $word ) => is_scalar( $word ) && '' !== $word ) ) ) . '</li>';
		}
		$name  = $country['name'] ?? $country['code'] ?? $country['id'] ?? '';
		$html .= '' === $said ? '' : dateline_tag( 'h3', $name ) . "<ul>$said</ul>";
	}
	return $html;
}

/** The objects in a list of the data. */
function dateline_items( $of, $name ) {
	$list = $of[ $name ] ?? array();
	return is_array( $list ) ? array_values( array_filter( $list, 'is_array' ) ) : array();
}

/** A text of the data in HTML. WordPress's own functions would leave an entity in it to be read as one. */
function dateline_text( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}

function dateline_tag( $tag, $text ) {
	return is_string( $text ) && '' !== $text ? "<$tag>" . dateline_text( $text ) . "</$tag>" : '';
}

/** “Anna Kowal, mayor of the town, says:”. */
function dateline_speaker( $claim, $people ) {
	$speaker = $people[ $claim['speaker'] ?? '' ] ?? array();
	$who     = implode( ', ', array_filter( array( $speaker['name'] ?? '', $speaker['role'] ?? '' ) ) );
	return '' === $who ? '' : trim( "$who " . ( $claim['verb'] ?? '' ) ) . ':';
}

/** A date's value. */
function dateline_value( $event ) {
	$date  = $event['date'] ?? '';
	$value = is_array( $date ) ? $date['value'] ?? '' : $date;
	return is_string( $value ) ? $value : '';
}

/** A date in the words of the site's language; as it is written where it is none of the usual ones. */
function dateline_when( $date ) {
	$value = dateline_value( array( 'date' => $date ) );
	$ends  = explode( '/', $value );
	if ( 2 === count( $ends ) ) {
		list( $from, $to ) = array_map( 'dateline_point', $ends );
		if ( '..' === $ends[1] || '' === $ends[1] ) {
			/* translators: %s: a date. */
			return sprintf( __( 'since %s', 'dateline' ), $from );
		}
		if ( '..' === $ends[0] || '' === $ends[0] ) {
			/* translators: %s: a date. */
			return sprintf( __( '%s or earlier', 'dateline' ), $to );
		}
		return "$from – $to";
	}
	return dateline_point( $value );
}

function dateline_point( $value ) {
	if ( ! preg_match( '/^(\d{4})(-(0[1-9]|1[0-2])(-(\d\d))?)?(T(\d\d:\d\d)\S*)?([~?%])?$/', $value, $part ) ) {
		return $value;
	}
	$day   = ! empty( $part[5] );
	$form  = $day ? get_option( 'date_format' ) : ( empty( $part[3] ) ? 'Y' : 'F Y' );
	$month = empty( $part[3] ) ? 1 : (int) $part[3];
	$at    = gmmktime( 12, 0, 0, $month, $day ? (int) $part[5] : 1, (int) $part[1] );
	$words = wp_date( $form, $at, new DateTimeZone( 'UTC' ) ) . ( empty( $part[7] ) ? '' : ", $part[7]" );
	if ( empty( $part[8] ) ) {
		return $words;
	}
	/* translators: %s: a date. */
	return sprintf( '?' === $part[8] ? __( 'perhaps %s', 'dateline' ) : __( 'about %s', 'dateline' ), $words );
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
	if ( '.json' === strtolower( substr( $name, -5 ) ) && is_array( json_decode( (string) file_get_contents( $file ), true ) ) ) {
		$type['ext']  = 'json';
		$type['type'] = 'application/json';
	}
	return $type;
}
