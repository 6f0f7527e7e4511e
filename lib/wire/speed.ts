/** `fast` costs more and is offered by a few models only. */
export type Speed = 'standard' | 'fast';
