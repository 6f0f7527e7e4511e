/** The required fields of a body, with the sentences for the compiler and the run time. */
export const missingFields = {
  model: 'a request needs a model: give the id of one, such as claude-sonnet-5-5',
  max_tokens: 'a request needs max_tokens: the most tokens to generate',
  messages: "a request needs messages: [{ role: 'user', content }]",
} as const;

/** The refusal of an incomplete body; `never` if it has all required fields. */
export type MissingField<Body> = (typeof missingFields)[Exclude<keyof typeof missingFields, keyof Body>];
