/** JSON-LD of entries and trust pages: the page, and what it is about. */
import type { Field } from '../reference.ts';
import { agree, pageFile, type Surface } from '../surface.ts';
import { child, nodeOf, nodesIn, readGraph, text } from '../parse/json-ld.ts';

const pageStates: readonly Field[] = ['url', 'title', 'updated', 'identity', 'trail'];
const entryStates: readonly Field[] = [...pageStates, 'question', 'answer', 'published', 'checked'];

export const jsonLd: Surface = {
  id: 'json-ld',
  *own(subject) {
    if (subject.role !== 'tombstone') yield pageFile(subject, subject.role === 'entry' ? entryStates : pageStates);
  },
  *shared({ hubs, lists }) {
    for (const subject of hubs) yield pageFile(subject, ['url', 'identity']);
    for (const { subject } of lists) yield pageFile(subject, ['url', 'identity']);
  },
  read(html, { expected: { subjects: [subject] } }) {
    const graph = readGraph(html);
    const page = graph.find(({ '@type': type }) => typeof type === 'string' && type.endsWith('Page') && type !== 'FAQPage');
    const main = nodeOf(graph, child(page, 'mainEntity')?.['@id']);
    const answer = child(main, 'acceptedAnswer');
    const publisher = nodeOf(graph, child(page, 'publisher')?.['@id']);
    const website = nodeOf(graph, child(page, 'isPartOf')?.['@id']);
    const trail = nodeOf(graph, child(page, 'breadcrumb')?.['@id']);
    const isQuestion = main?.['@type'] === 'Question'; // a kind may be about something else
    return [{
      says: {
        url: agree(text(page, '@id'), text(page, 'url')),
        title: agree(text(page, 'name'), text(main, 'headline')),
        question: isQuestion ? text(main, 'name') : subject?.facts.question,
        answer: agree(text(page, 'abstract'), text(main, 'abstract'), text(main, 'description'), text(answer, 'text')),
        published: agree(text(page, 'datePublished'), text(main, 'datePublished')),
        updated: agree(text(page, 'dateModified'), text(main, 'dateModified'), text(answer, 'dateModified')),
        checked: text(page, 'lastReviewed'),
        trail: nodesIn(trail, 'itemListElement').map((crumb) => `${String(crumb['position'])} ${text(crumb, 'name')} ${text(crumb, 'item')}`).join('\n'),
        identity: [text(publisher, 'name'), text(publisher, 'url'), text(website, 'name'), text(website, 'description')].join('\n'),
      },
    }];
  },
};
