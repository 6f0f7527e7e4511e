/** What a container sets in the state: that it has skills, which need a tool. */
export type ContainerPatch<Container> = Container extends {
  readonly skills: readonly [unknown, ...unknown[]];
}
  ? { readonly skills: true }
  : unknown;
