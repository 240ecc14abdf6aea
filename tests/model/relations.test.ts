/** How entries stand to each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { relationTypes, type RelationType } from '#model/contract.ts';
import type { Entry } from '#model/entry.ts';
import { relate } from '#model/relations.ts';

const entry = (ref: string, relations: { to: string; as: RelationType }[]) => ({ ref, brief: { relations } }) as unknown as Entry;

test('what both sides write is one relation, and no two of an entry are the same', () => {
  const both = relate([entry('guides/a', [{ to: 'guides/b', as: 'seeAlso' }, { to: 'guides/c', as: 'requires' }]), entry('guides/b', [{ to: 'guides/a', as: 'seeAlso' }]), entry('guides/c', [])]);
  assert.deepEqual(both.get('guides/a'), [{ to: 'guides/b', as: 'seeAlso', derived: false }, { to: 'guides/c', as: 'requires', derived: false }]);
  assert.deepEqual(both.get('guides/c'), [{ to: 'guides/a', as: 'requiredBy', derived: true }]);
  const refs = ['guides/a', 'guides/b', 'guides/c'];
  const written = fc.array(fc.record({ to: fc.constantFrom(...refs, 'guides/none'), as: fc.constantFrom(...relationTypes) }), { maxLength: 6 });
  fc.assert(fc.property(fc.tuple(written, written, written), (all) => {
    for (const relations of relate(refs.map((ref, index) => entry(ref, all[index]!))).values()) {
      const said = relations.map(({ to, as }) => `${as} ${to}`);
      assert.equal(new Set(said).size, said.length);
      assert.ok(!relations.some(({ derived }, index) => derived && relations[index + 1]?.derived === false));
    }
  }));
});

test('what every entry requires is related to all of them, each looked at once', () => {
  const entries = Array.from({ length: 60_000 }, (_, index) => entry(`guides/g-${index}`, index === 0 ? [] : [{ to: 'guides/g-0', as: 'requires' }]));
  const relations = relate(entries).get('guides/g-0')!;
  assert.deepEqual([relations.length, relations.at(-1)], [59_999, { to: 'guides/g-59999', as: 'requiredBy', derived: true }]);
});
