<?php
/**
 * What is said of dates, and the interface's words: in the article's language, from the
 * widget's own files. Months and days are WordPress's, in the site's language and form. A
 * date that cannot be said right stands as the article writes it.
 */

defined( 'ABSPATH' ) || exit;

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
