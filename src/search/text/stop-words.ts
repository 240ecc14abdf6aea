/**
 * Words that say how something is asked, not what about. They are dropped from queries, never from the index, so
 * that a query of nothing else can still be searched.
 */

/** The English ones, in the form in which tokens come out of stemming. */
export const latinStopWords: ReadonlySet<string> = new Set(
  ('a an the of for in on at by to from with and or not no is are was be been do doe did can could should would will may i my me we our you your it its this that these those ' +
    'how what when where why which who there here if then than as so but about into out up all any some get got go have ha had please help need want am vs').split(' '),
);
