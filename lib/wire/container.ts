/** A skill that is loaded into the container. */
export interface ContainerSkill {
  readonly type: 'anthropic' | 'custom';
  readonly skill_id: string;
  /** The latest when left out. */
  readonly version?: string | undefined;
}

/** The container that code execution runs in: one to reuse, skills to load, or both. */
export interface Container {
  readonly id?: string | null | undefined;
  readonly skills?: readonly ContainerSkill[] | null | undefined;
}
