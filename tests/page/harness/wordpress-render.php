<?php
// What the plugin prints of data. The arguments: WordPress's folder, and a file with a list of
// pairs, JSON: attributes, and a text that should be an article's JSON. Prints the list of
// what becomes of them as JSON: HTML, or what PHP had to complain of.
list( , $home, $wanted ) = $argv;
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require "$home/wp-load.php";
// Whoever may edit is told what is wrong.
wp_set_current_user( 1 );
add_filter( 'pre_option_date_format', fn() => 'j F Y' );
set_error_handler(
	function ( $kind, $message, $file, $line ) {
		throw new ErrorException( $message, 0, $kind, $file, $line );
	}
);
$told = array();
foreach ( json_decode( file_get_contents( $wanted ), true ) as list( $attributes, $json ) ) {
	try {
		$told[] = dateline_element( $attributes, $json );
	} catch ( Throwable $trouble ) {
		$told[] = 'PHP: ' . $trouble->getMessage() . ' at ' . basename( $trouble->getFile() ) . ':' . $trouble->getLine();
	}
}
echo "\n", json_encode( $told );
