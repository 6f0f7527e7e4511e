/** A skill to load into the container. */
export interface ContainerSkill {
  readonly type: 'anthropic' | 'custom';
  readonly skill_id: string;
  /** Default: the latest. */
  readonly version?: string | undefined;
}

/** The container for code execution: one to reuse, skills to load, or both. */
export interface Container {
  readonly id?: string | null | undefined;
  readonly skills?: readonly ContainerSkill[] | null | undefined;
}
