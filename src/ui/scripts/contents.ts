/** The table of contents marks the section that is being read: the last one whose heading has passed the upper third of the window. */
const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]));
const passed = new Set<Element>();

const observer = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) {
    if (isIntersecting) passed.add(target);
    else passed.delete(target);
  }
  const current = [...links].findLast(([section]) => section && passed.has(section))?.[1];
  for (const link of links.values()) {
    if (link === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}, { rootMargin: '1000000px 0px -66%' }); // up to the top of any page, so that a jump over headings counts them

for (const section of links.keys()) if (section) observer.observe(section);
