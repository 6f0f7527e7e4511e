import type { PageList } from './page-list.js';

type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** How a method of a group answers: with a promise, or with something to iterate over. */
type Kinds<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends (...args: never[]) => Promise<unknown>
    ? 'promise'
    : 'iterable';
};

/**
 * The methods of a group of endpoints. Their code is loaded when one of them is first used, so a program that uses none
 * does not carry it.
 */
export function lazyGroup<Group>(load: () => Promise<Group>, kinds: Kinds<Group>): Group {
  // The group has the methods that `kinds` names, by its type.
  const method = async (name: string, args: unknown[]) => ((await load()) as Methods)[name]?.(...args);
  const entries = Object.entries(kinds).map(([name, kind]) => [
    name,
    kind === 'promise'
      ? (...args: unknown[]) => method(name, args)
      : (...args: unknown[]) => lazyList(async () => (await method(name, args)) as PageList<unknown>),
  ]);
  return Object.freeze(Object.fromEntries(entries)) as Group;
}

function lazyList(load: () => Promise<PageList<unknown>>): PageList<unknown> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* await load();
    },
    async *pages() {
      yield* (await load()).pages();
    },
  };
}
