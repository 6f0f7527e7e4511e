import type { RawSchema } from '../schema/walk-schema.js';
import { mapSchemas, type TypeSchema } from './json-schema-of.js';

const prefix = '#/$defs/';

/** The `$defs` of one tool, collected from the types of its parameters. */
export class Definitions {
  readonly #byName = new Map<string, RawSchema>();

  /**
   * Adds the definitions of a type and returns its schema. If a name is already used by another type, a number is
   * added.
   */
  add({ schema, definitions }: TypeSchema): RawSchema {
    const names = new Map<string, string>();
    for (const [name, definition] of definitions) names.set(name, this.#nameFor(name, definition, names));
    for (const [name, definition] of definitions)
      this.#byName.set(names.get(name) ?? name, renamed(definition, names));
    const whole = JSON.stringify(schema);
    const [itself] = [...definitions].find(([, definition]) => JSON.stringify(definition) === whole) ?? [];
    return renamed(itself === undefined ? schema : { $ref: prefix + itself }, names);
  }

  /** The schema that a reference points to; the schema itself if it is not a reference. */
  resolve(schema: RawSchema): RawSchema {
    const name = nameIn(schema);
    if (name === undefined) return schema;
    const { $ref: _, ...beside } = schema;
    return { ...this.#byName.get(name), ...beside };
  }

  /** Returns the schema with its definitions under `$defs`. A definition that is used once is inlined. */
  complete(schema: RawSchema): RawSchema {
    const uses = this.#usesFrom(schema);
    const inlined = (each: RawSchema): RawSchema => {
      const name = nameIn(each);
      const isOnce = name !== undefined && uses.get(name) === 1 && !this.#isRecursive(name);
      return mapSchemas(isOnce ? this.resolve(each) : each, inlined);
    };
    const whole = inlined(schema);
    const names = [...this.#usesFrom(whole).keys()].toSorted();
    if (names.length === 0) return whole;
    const entries = names.map((name) => [name, inlined(this.#byName.get(name) ?? {})]);
    return { ...whole, $defs: Object.fromEntries(entries) };
  }

  #usesFrom(...schemas: readonly RawSchema[]): ReadonlyMap<string, number> {
    const uses = new Map<string, number>();
    for (const schema of schemas) count(schema, uses);
    // The map grows during the loop.
    for (const name of uses.keys()) count(this.#byName.get(name) ?? {}, uses);
    return uses;
  }

  #isRecursive(name: string): boolean {
    return this.#usesFrom(this.#byName.get(name) ?? {}).has(name);
  }

  #nameFor(name: string, definition: RawSchema, given: ReadonlyMap<string, string>): string {
    // An instance of a generic type gets the name of the type. A type without a name has a generated one, which is
    // replaced.
    const plain = /^\w+-/.test(name) ? 'Type' : (/^\w+/.exec(name)?.[0] ?? 'Type');
    const taken = new Set(given.values());
    for (let index = 1; ; index += 1) {
      const candidate = index === 1 ? plain : `${plain}${index}`;
      const known = this.#byName.get(candidate);
      const own = renamed(definition, new Map([...given, [name, candidate]]));
      const isFree = known === undefined || JSON.stringify(known) === JSON.stringify(own);
      if (!taken.has(candidate) && isFree) return candidate;
    }
  }
}

function nameIn({ $ref }: RawSchema): string | undefined {
  return typeof $ref === 'string' ? $ref.slice(prefix.length) : undefined;
}

function renamed(schema: RawSchema, names: ReadonlyMap<string, string>): RawSchema {
  const changed = mapSchemas(schema, (each) => renamed(each, names));
  const name = nameIn(changed);
  return name === undefined ? changed : { ...changed, $ref: prefix + (names.get(name) ?? name) };
}

function count(schema: RawSchema, uses: Map<string, number>): void {
  const name = nameIn(schema);
  if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1);
  mapSchemas(schema, (each) => {
    count(each, uses);
    return each;
  });
}
