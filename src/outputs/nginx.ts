/**
 * `/nginx.conf`: a server for the site, with everything that a host can do for it. Locations and folders are compared
 * with decoded paths; addresses that are sent, and what is compared with `$request_uri`, are percent-encoded.
 */
import { digest } from '#lib/hash.ts';
import { isText, mediaTypes, namedMediaTypes } from '#lib/media-types.ts';
import { headerRules, type HeaderRule } from '#model/headers.ts';
import { compare } from '#model/problem.ts';
import { redirectsOf, spellings } from '#model/redirects.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

export const nginx: Output = {
  id: 'nginx',
  *files({ site }, { resources }) {
    const { hostname } = new URL(site.config.url);
    const name = `lede_${digest(hostname + site.base).slice(0, 6)}`;
    const rules = headerRules(site, resources);
    yield { path: '/nginx.conf', content: [opening(site, hostname), negotiation(name), ...headerMaps(name, rules), server(site, hostname, name, rules)].join('\n') };
  },
};

function opening(site: Site, host: string): string {
  const folder = `/var/www/${host}${decodeURI(site.base)}`;
  return `# nginx 1.18 or newer for ${site.url('/')}, made by lede build.
#
# Put the built tree into ${folder} and this line into the http block of nginx.conf:
#   include ${quote(`${folder}/nginx.conf`)};
# What belongs to the machine goes into /etc/nginx/${host}.d/*.conf, read inside the server block below: certificates
# and "listen 443 ssl;", logs, "brotli_static on;" where that module is installed. "lede build --compress" writes
# the .gz and .br files that nginx then sends as they are. Reload nginx after a build that changed this file.
`;
}

/**
 * Which form of a page is asked for. Names of variables carry a mark of the site, so that one nginx can serve several;
 * they are short because nginx and PCRE want them so. Qualities become digits that compare as text: 0.5 is 05000, of which four count.
 * Markdown wins when it is named and no worse than HTML: browsers never name it.
 */
function negotiation(name: string): string {
  const quality = (variable: string, ranges: readonly string[]) => {
    const rules = ranges.flatMap((range) => [
      `    "~*(?:^|,)\\s*${range}\\s*(?:;[^,]*)?;\\s*q=(?<lede_q>[01])(?:\\.(?<lede_f>\\d*))?" "\${lede_q}\${lede_f}000";`,
      `    "~*(?:^|,)\\s*${range}\\s*(?:;[^,]*)?(?:,|$)" 1000;`,
    ]);
    return `map $http_accept ${variable} {\n    default 0000;\n${rules.join('\n')}\n}\n`;
  };
  const less = Array.from({ length: 9 }, (_, index) => `${index + 1}\\d*:\\1[0-${index}]`).join('|');
  return `# RFC 9110, 12.5.1: how much Markdown and HTML are wanted, as digits that compare as text.
${quality(`$${name}_md`, ['text/markdown'])}${quality(`$${name}_html`, ['text/html', 'text/\\*', '\\*/\\*'])}map "$${name}_md:$${name}_html" $${name}_wants {
    default html;
    "~^0000" html;
    "~^(\\d{4})\\d*:\\1" md;
    "~^(\\d{0,3})(?:${less})" md;
}
map "$${name}_wants$uri" $${name}_twin {
    default $uri;
    "~^md(?<lede_page>.+)/$" $lede_page.md;
}
map "$${name}_wants$uri" $${name}_404 {
    default html;
    "~^md" md;
    "~\\.md$" md;
}
map $uri $${name}_vary {
    "~\\.(html|md)$" Accept;
}
map $request_uri $${name}_path {
    "~^(?<lede_path>[^?]*)" $lede_path;
}
`;
}

/** Headers that differ from path to path: the last rule that fits wins, and nginx takes the first. */
function headerMaps(name: string, rules: readonly HeaderRule[]): string[] {
  return varying(rules).map((header) => {
    const fits = rules.filter(({ headers }) => header in headers).reverse();
    const lines = fits.map(({ path, headers }) => {
      const value = quote(headers[header]!.replace(':splat', '${lede_splat}'));
      return `    ${quote(`~^${path.split('*').map(literal).join(headers[header]!.includes(':splat') ? `(?<lede_splat>[^.]+).*` : '.*')}$`)} ${value};`;
    });
    return `map $${name}_path ${variable(name, header)} {\n${lines.join('\n')}\n}\n`;
  });
}

function varying(rules: readonly HeaderRule[]): string[] {
  return [...new Set(rules.slice(1).flatMap(({ headers }) => Object.keys(headers)))].filter((header) => header !== 'Content-Type');
}

function variable(name: string, header: string): string {
  return `$${name}_${header.toLowerCase().replaceAll('-', '_')}`;
}

function server(site: Site, host: string, name: string, rules: readonly HeaderRule[]): string {
  const base = decodeURI(site.base);
  const perPath = varying(rules);
  const text = [...new Set(Object.values({ ...mediaTypes, ...namedMediaTypes }).filter((type) => isText(type) && type !== 'text/html'))].join(' ');
  const everywhere = Object.entries(rules[0]!.headers).filter(([header]) => !perPath.includes(header));
  return `server {
    listen 80;
    server_name ${host};
    include /etc/nginx/${host}.d/*.conf;
    root /var/www/${host};
    index index.html;
    absolute_redirect off;
    server_tokens off;

    charset utf-8;
    charset_types ${text};
    default_type application/octet-stream;
    types {
${Object.entries(mediaTypes).map(([extension, type]) => `        ${type} ${extension};`).join('\n')}
    }
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 1024;
    gzip_types ${text};

${everywhere.map(([header, value]) => `    add_header ${header} ${quote(value)} always;`).join('\n')}
${perPath.map((header) => `    add_header ${header} ${variable(name, header)}${header === 'Link' ? '' : ' always'};`).join('\n')}
    add_header Vary $${name}_vary always;

    error_page 404 ${quote(`${base}/404.$${name}_404`)};
    location ${quote(`${base}/`)} {
        try_files $${name}_twin $uri $uri/ =404;
    }
${base ? `    location = ${quote(base)} {\n        return 301 ${site.base}/$is_args$args;\n    }\n` : ''}${Object.entries(namedMediaTypes).map(([file, type]) => `    location ~ /${literal(file)}$ {\n        types {}\n        default_type ${type};\n    }\n`).join('')}    location ~ ${quote(`^${literal(base)}/(_headers|_redirects|vercel\\.json|nginx\\.conf)$`)} {
        return 404;
    }
    location ~ /\\.(?!well-known/) {
        return 404;
    }
${redirectLocations(site)}}
`;
}

/**
 * One location a spelling of an old path. nginx sorts them by insertion, in an order in which a dot comes first:
 * written in that order, 20,000 of them take a second to read instead of minutes.
 */
function redirectLocations(site: Site): string {
  return redirectsOf(site)
    .flatMap(({ from, to }) => spellings(decodeURI(site.base) + from).map((path) => ({ path, to: site.href(to), order: path.replaceAll('.', ' ') })))
    .sort((a, b) => compare(a.order, b.order))
    .map(({ path, to }) => `    location = ${quote(path)} {\n        return 301 ${to}$is_args$args;\n    }\n`)
    .join('');
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/** `text` as a regular expression that fits it alone. */
function literal(text: string): string {
  return text.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}
