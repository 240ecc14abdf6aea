/** The closed set of components. A new one: a file beside this one and a line in the list. */
import { code } from './code.ts';
import { compare, option } from './compare.ts';
import type { Component } from './component.ts';
import { details } from './details.ts';
import { figure } from './figure.ts';
import { note } from './note.ts';
import { steps } from './steps.ts';
import { tab, tabs } from './tabs.ts';
import { term } from './term.ts';

export const components: readonly Component[] = [
  note,
  steps,
  tabs,
  tab,
  code,
  compare,
  option,
  term,
  figure,
  details,
];

const byName: ReadonlyMap<string, Component> = new Map(components.map((component) => [component.name, component]));

/** The component called `name`. */
export function findComponent(name: string): Component | undefined {
  return byName.get(name);
}

/** Whether the component called `name` stands inside a line of text. */
export function isInlineTag(name: string): boolean {
  return byName.get(name)?.place === 'inline';
}
