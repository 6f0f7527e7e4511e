/** The required fields of a body, with the sentences for the compiler and the run time. */
export const missingFields = {
  model: 'a request needs a model: give the id of one, such as claude-sonnet-5-5',
  max_tokens: 'a request needs max_tokens: the most tokens to generate',
  messages: "a request needs messages: [{ role: 'user', content }]",
} as const;

type Sentences = typeof missingFields;

/** The refusal of an incomplete body; `never` if it has all required fields. `Optional` fields may be absent. */
export type MissingField<Body, Optional = never> = FirstOf<Exclude<keyof Sentences, keyof Body | Optional>>;

/** One sentence: the compiler prints the name of a union instead of its members. */
type FirstOf<Missing extends keyof Sentences> = 'model' extends Missing
  ? Sentences['model']
  : 'max_tokens' extends Missing
    ? Sentences['max_tokens']
    : Sentences[Missing];
