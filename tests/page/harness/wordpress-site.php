<?php
// Sets up a WordPress with our plugin and what an author has published. The arguments: its
// folder, the plugin's zip, and a file with the posts, JSON: by name their contents, in which
// `file:` is the id of the media file, `upload:` its path and `site:` its whole address. Prints the posts'
// addresses as JSON.
list( , $home, $zip, $wanted ) = $argv;
$_SERVER['HTTP_HOST'] = '127.0.0.1';
define( 'WP_INSTALLING', true );
// It would send a letter.
function wp_new_blog_notification() {}
require "$home/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'The Harbour News', 'admin', 'admin@news.example', false, '', 'secret' );
wp_cache_flush();

require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/media.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
WP_Filesystem();
foreach ( array( unzip_file( $zip, WP_PLUGIN_DIR ), activate_plugin( 'dateline/dateline.php' ) ) as $done ) {
	if ( is_wp_error( $done ) ) {
		exit( $done->get_error_message() );
	}
}
dateline_block();
switch_theme( 'twentytwentythree' );

wp_set_current_user( wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'secret', 'role' => 'author' ) ) );
if ( current_user_can( 'unfiltered_html' ) || ! has_filter( 'content_save_pre', 'wp_filter_post_kses' ) ) {
	exit( 'The author may write anything.' );
}
$posts = json_decode( file_get_contents( $wanted ), true );
$copy  = wp_tempnam( 'article.json' );
file_put_contents( $copy, $posts['article'] );
$file = media_handle_sideload( array( 'name' => 'article.json', 'tmp_name' => $copy ), 0 );
if ( is_wp_error( $file ) ) {
	exit( $file->get_error_message() );
}
$path = wp_parse_url( wp_get_attachment_url( $file ), PHP_URL_PATH );
$told = array();
foreach ( $posts['posts'] as $name => $content ) {
	$content = str_replace( array( 'file:', 'upload:', 'site:' ), array( $file, $path, WP_HOME . $path ), $content );
	$id      = wp_insert_post( wp_slash( array( 'post_title' => $name, 'post_content' => $content, 'post_status' => 'publish' ) ), true );
	if ( is_wp_error( $id ) ) {
		exit( $id->get_error_message() );
	}
	$told[ $name ] = "/?p=$id";
}
echo "\n", json_encode( $told );
