/**
 * Whether a text is worth a search. A site holds ninety kilobytes of text an entry, and almost none of it has these signs.
 * The patterns stay apart: the engine skips ahead in each by what can begin a match, and by less in one that joins them.
 */
const signs = [
  /(?<![A-Za-z_]\d{0,8})\d{3}[ .-]?\d[ .-]?\d\d[ .-]?\d[ .-]?\d{4}/, // eleven digits, in groups or not, but not those of a hash
  /\.(?:\d{1,3}\.\d{1,3}\.\d|internal|intranet|local|lan|corp)/, // an address in four parts, names of internal hosts
  /(?:sk-|AIza|LTAI|AKID|AKLT|AKIA|ALTAK|ASIA|eyJ)[A-Za-z0-9_-]{8}/,
  /(?:gh[opsu]_|npm_|hf_|gsk_|b_pat_|k_live_)[A-Za-z0-9]{8}/,
  /B(?:earer|asic) [A-Za-z0-9]{8}|-----BEGIN/,
  /[a-z]:\/\/[^\s:@/"<>]+:[^\s@/"<>]+@/,
];

/** Whether `text`, which a machine has made of what was searched before, may hold something that must not be public. */
export function hasSigns(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}

/** What people may write and machines do not: digits with something between that cannot be seen, a name with a value. */
const written = [
  /glpat-|xox[a-z]-|xai-|hooks?\/|send\?/,
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{2}|[\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d\u2000-\u200a\u202f\u205f\u3000\u00a0]\d{2}/,
  /(?:key|token|secret|authorization|sess\w{0,60}|sid|auth)["']?\s*[:=]\s*["'`]?[A-Za-z0-9%._~+/-]{16}|(?:bearer|basic)\s+["']?[A-Za-z0-9]{8}|f[cd][0-9a-f]{2}:[0-9a-f:]{2}/i,
];

/** Rows as long as a key or the number of a company. */
const row = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{30}|[1-9ANY][1-9]\d{6}[0-9A-Z]{10}/;
const shortestRow = 18;
const inRow = Uint8Array.from({ length: 0x80 }, (_, code) => (/[A-Za-z0-9_-]/.test(String.fromCharCode(code)) ? 1 : 0));

/** Whether `text` holds such a row. Few texts hold a long one of any kind, and that crosses one of every 18 characters: no others are looked at. */
function hasRow(text: string): boolean {
  for (let at = shortestRow - 1; at < text.length; at += shortestRow) {
    let [start, end] = [at, at];
    while (inRow[text.charCodeAt(start)] === 1) start -= 1;
    while (inRow[text.charCodeAt(end)] === 1) end += 1;
    if (end - start > shortestRow) return row.test(text);
  }
  return false;
}

/** The same for what people have written. */
export function hasWrittenSigns(text: string): boolean {
  return hasSigns(text) || written.some((sign) => sign.test(text)) || hasRow(text);
}
