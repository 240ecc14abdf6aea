/** What a build keeps of itself says the same when it is read again, and nothing that is damaged is believed. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readState, writeState } from '#site/products/packed-state.ts';
import { addUnits, between, openState, pastOf, tidyState, type Pieces, type State } from '#site/products/state.ts';
import { tempDir } from '../helpers/content.ts';

/** A state of one unit, whose file is written in two pieces, and of one fact that nobody read. */
function small(): State {
  const state = openState('甲');
  const [title, list, unread] = [state.names.of('data')('answers/一'), state.names.of('list')('/answers/'), state.names.of('data')('answers/二')];
  state.digests[list] = '清单';
  state.digests[title] = '标题';
  state.digests[unread] = '没有人读';
  state.units.set('page /', { key: '模板', reads: state.reads.add([list, title]), files: ['/index.html', '/二.md'] });
  state.files.set('/index.html', { hash: 'a', size: 4_000_000_000, mtime: 1.5, pieces: Uint32Array.of(between, 3, 0, state.names.of('piece 甲')('answers/一'), 4, state.reads.add([title])) });
  state.files.set('/二.md', { hash: 'b', size: 0, mtime: 1_763_800_000_000.25 });
  return state;
}

/** `state` in words: facts by name and digest. */
function say({ names, digests, reads, units, files, version }: State) {
  const list = (place: number) => Array.from(reads.at(place), (fact) => [...names.at(fact), digests[fact]].join(' '));
  const piece = (pieces: Pieces, at: number) => ({ name: pieces[at] === between ? [] : names.at(pieces[at]!), length: pieces[at + 1], reads: pieces[at] === between ? [] : list(pieces[at + 2]!) });
  return {
    version,
    units: Array.from(units, ([id, unit]) => [id, { ...unit, reads: list(unit.reads) }]),
    files: Array.from(files, ([path, { pieces, ...file }]) => [path, file, pieces && Array.from({ length: pieces.length / 3 }, (_, number) => piece(pieces, 3 * number))]),
    digests: digests.filter((fact) => fact !== undefined).sort(),
  };
}

test('a state that was kept is the same state', () => {
  const file = join(tempDir(), 'state');
  const state = small();
  writeState(file, state);
  assert.deepEqual(say(readState(file)), say(state));
});

test('a state that is mostly of what is no more is kept without that, and says the same', () => {
  const file = join(tempDir(), 'state');
  const state = small();
  state.reads.add([]); // less than a third
  assert.equal(tidyState(state), state);
  state.reads.add([0, 1]);
  state.names.of('piece 甲')('answers/三');
  const [said, lists] = [say(state), state.reads.numbers()];
  state.units.set('page /', { ...state.units.get('page /')!, reads: state.reads.add([1, 0]) });
  writeState(file, state);
  const kept = readState(file);
  assert.deepEqual(say(kept), said);
  assert.deepEqual([kept.reads.numbers().length, kept.names.packed().subjects.includes('answers/三')], [lists.length - 4, false]);
});

test('a state that is cut off or altered counts as none', () => {
  const file = join(tempDir(), 'state');
  writeState(file, small());
  const good = readFileSync(file);
  for (const bad of [good.subarray(0, -1), Buffer.from(good.map((byte, index) => (index === 100 ? byte ^ 1 : byte))), Buffer.alloc(0)]) {
    writeFileSync(file, bad);
    assert.deepEqual(say(readState(file)), say(openState('')));
  }
});

test('of what another version left, only that its files are what they are is taken over', () => {
  const state = small();
  assert.equal(pastOf('甲', state), state);
  const files = Array.from(state.files, ([path, { pieces: _, ...file }]) => [path, file, undefined]);
  assert.deepEqual(say(pastOf('乙', state)), { version: '', units: [], files, digests: [] });
});

test('where two states do not agree about a fact, whatever read it is made again: even if there is no such thing any more', () => {
  for (const list of ['另一份清单', '']) {
    const [state, other] = [openState('甲'), small()];
    state.digests[state.names.of('list')('/answers/')] = list;
    addUnits(state, other);
    assert.deepEqual(say(state).units, [['page /', { key: '模板', reads: ['list /answers/ \0', 'data answers/一 标题'], files: ['/index.html', '/二.md'] }]]);
  }
});
