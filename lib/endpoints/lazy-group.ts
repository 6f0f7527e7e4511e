import type { PageList } from './page-list.js';

type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** What a method of a group returns: a promise, or a list to iterate over. */
type Kinds<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends (...args: never[]) => Promise<unknown>
    ? 'promise'
    : 'iterable';
};

/**
 * The methods of a group of endpoints. Their code is loaded on first use, so a bundle of a program without them stays
 * small.
 */
export function lazyGroup<Group>(load: () => Promise<Group>, kinds: Kinds<Group>): Group {
  // By its type, `kinds` names the methods of the group.
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
