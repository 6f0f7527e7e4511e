/** `fast` costs more. Only some models support it. */
export type Speed = 'standard' | 'fast';
