/** What a body needs, and is told where it lacks it: by the compiler, and at run time. */
export const missingFields = {
  model: 'a request needs a model: give the id of one, such as claude-sonnet-5-5',
  max_tokens: 'a request needs max_tokens: the most tokens to generate',
  messages: "a request needs messages: [{ role: 'user', content }]",
} as const;

/** Why a body is none yet; `never` when it has all that it needs. */
export type MissingField<Body> = (typeof missingFields)[Exclude<keyof typeof missingFields, keyof Body>];
