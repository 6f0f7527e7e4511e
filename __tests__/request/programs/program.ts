/** Programs by what they are about. Each is compiled by every TypeScript that we support, and run. */
export type Programs = Readonly<Record<string, () => void | Promise<void>>>;
