/** Programs by title. Each is compiled with every supported TypeScript version, and run. */
export type Programs = Readonly<Record<string, () => void | Promise<void>>>;
