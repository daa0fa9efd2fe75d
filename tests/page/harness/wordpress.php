<?php
// What WordPress lets authors publish of the HTML on the standard input. The arguments are
// its folder, and `element` for a site that lets our element through.
$home = $argv[1];
define( 'ABSPATH', "$home/" );
define( 'WPINC', 'wp-includes' );
// What the filter asks of the rest of WordPress.
require "$home/wp-includes/plugin.php";
require "$home/wp-includes/formatting.php";
require "$home/wp-includes/functions.php";
require "$home/wp-includes/kses.php";

if ( 'element' === ( $argv[2] ?? '' ) ) {
	add_filter( 'wp_kses_allowed_html', function ( $tags ) {
		$tags['dateline-widget'] = array( 'id' => true, 'src' => true, 'data-*' => true );
		return $tags;
	} );
}
// As an author's post goes through it: with slashes before quotation marks, and back.
echo stripslashes( wp_filter_post_kses( addslashes( stream_get_contents( STDIN ) ) ) );
