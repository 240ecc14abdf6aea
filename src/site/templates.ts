/** The registry of page templates, by the names that pages use. */
import Entry from '#ui/templates/Entry.astro';
import Feeds from '#ui/templates/Feeds.astro';
import ForMachines from '#ui/templates/ForMachines.astro';
import Home from '#ui/templates/Home.astro';
import List from '#ui/templates/List.astro';
import Map from '#ui/templates/Map.astro';
import NotFound from '#ui/templates/NotFound.astro';
import Questions from '#ui/templates/Questions.astro';
import Search from '#ui/templates/Search.astro';
import Tombstone from '#ui/templates/Tombstone.astro';
import Trust from '#ui/templates/Trust.astro';

export const templates = { entry: Entry, tombstone: Tombstone, trust: Trust, list: List, home: Home, questions: Questions, map: Map, feeds: Feeds, search: Search, forMachines: ForMachines, notFound: NotFound };
