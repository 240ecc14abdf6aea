/** The one script of every page, deferred. What a page does not have costs nothing. */
import './contents.ts';
import './search-box.ts';
import './theme-switch.ts';
