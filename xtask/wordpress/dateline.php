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
 * The post carries the data and the same as a readable list (list.php), so that it can be
 * read without scripts. The built widget is in widget/; it is loaded only where there is one.
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/list.php';
require_once __DIR__ . '/words.php';

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
