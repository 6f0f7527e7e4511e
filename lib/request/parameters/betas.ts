/** The beta features asked for by name, as a union. */
export type BetasPatch<State, Betas extends readonly string[]> = {
  readonly betas: (State extends { readonly betas: infer Before } ? Before : never) | Betas[number];
};
