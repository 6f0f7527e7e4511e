import { setOwn } from '../set-own.js';

/**
 * A container with at most this many members is copied before it changes, so that a value returned earlier stays as it
 * was. A larger one grows in place: a copy for every piece would cost O(n²).
 */
const MAX_COPIED_MEMBERS = 64;

export type JsonMembers = unknown[] | Record<string, unknown>;

/** An array or object that is still being read, and the key of its current member. */
export class JsonFrame {
  readonly parent: JsonFrame | undefined;
  readonly depth: number;
  members: JsonMembers;
  /** The property name, or the index, of the current member. */
  key: string | number = 0;
  /** How many members are complete. */
  size = 0;

  constructor(members: JsonMembers, parent?: JsonFrame) {
    this.members = members;
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  get isArray(): boolean {
    return Array.isArray(this.members);
  }

  /** Sets the value so far of the current member. */
  set(value: unknown): void {
    setOwn(this.members, this.key, value);
  }

  /**
   * Copies this container, and those around it, before they change. Closed containers never change again and are
   * shared.
   */
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
