import { setOwn } from '../set-own.js';

/**
 * Up to this many members, a container that grows is copied before it changes, so that a view handed out earlier
 * stays as it was. Above, it grows in place: a copy at every piece would cost O(n²).
 */
const MAX_COPIED_MEMBERS = 64;

export type JsonMembers = unknown[] | Record<string, unknown>;

/** An array or object whose end has not been read, and the member of it that is being read. */
export class JsonFrame {
  readonly parent: JsonFrame | undefined;
  readonly depth: number;
  members: JsonMembers;
  /** The property, or the index, of the member that is being read. */
  key: string | number = 0;
  /** How many members are whole. */
  size = 0;

  constructor(members: JsonMembers, parent?: JsonFrame) {
    this.members = members;
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  get isArray(): boolean {
    return Array.isArray(this.members);
  }

  /** Gives the member that is being read its value so far. */
  set(value: unknown): void {
    setOwn(this.members, this.key, value);
  }

  /** Parts this container, and those around it, from every view. Closed ones never change again: views share them. */
  detach(): void {
    if (this.parent === undefined) return;
    this.parent.detach();
    if (this.size <= MAX_COPIED_MEMBERS) this.members = copyOf(this.members);
    this.parent.set(this.members);
  }
}

function copyOf(members: JsonMembers): JsonMembers {
  return Array.isArray(members) ? members.slice() : { ...members };
}
