const fable52 = ['claude-mythos-5-2', 'claude-fable-5-2'] as const;
const fable51 = [...fable52, 'claude-mythos-5-1', 'claude-fable-5-1'] as const;
const opus5 = [...fable51, 'claude-mythos-5', 'claude-fable-5', 'claude-opus-5-5', 'claude-opus-5'] as const;
const opus4 = [...opus5, 'claude-opus-4-8', 'claude-opus-4-7'] as const;

/** The models that may advise another. Each model may be advised by models that are at least as capable. */
export const advisors = {
  ofFable52: fable52,
  ofFable51: fable51,
  ofOpus5: opus5,
  ofSonnet55: [...opus5, 'claude-sonnet-5-5'],
  ofOpus48: [...opus4, 'claude-sonnet-5-5'],
  ofSonnet5: [...opus4, 'claude-sonnet-5-5', 'claude-sonnet-5', 'claude-haiku-5-5'],
  ofOpus46: [...opus4, 'claude-opus-4-6', 'claude-sonnet-5-5', 'claude-sonnet-5', 'claude-haiku-5-5'],
  ofSonnet46: [
    ...opus4,
    'claude-opus-4-6',
    'claude-sonnet-5-5',
    'claude-sonnet-5',
    'claude-sonnet-4-6',
    'claude-haiku-5-5',
  ],
} as const;
