import type { StopSequenceRefusal } from '../../values/stop-sequence.js';
import type { Because } from '../../wire/because.js';

/** The sequences themselves, with the sentence in place of a literal one that is blank. */
export type StopSequencesParameter<Sequences extends readonly string[]> = {
  readonly [Index in keyof Sequences]: [StopSequenceRefusal<Sequences[Index]>] extends [never]
    ? Sequences[Index]
    : Because<StopSequenceRefusal<Sequences[Index]>>;
};
