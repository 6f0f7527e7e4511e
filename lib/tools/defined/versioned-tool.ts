import { provideRunner } from '../provide-runner.js';
import { type Newest, newest } from './newest.js';

/** The versions of a tool, the last part of its `type`, such as `20260318`. */
export type VersionOf<Tool extends { readonly type: string }> = Tool['type'] extends `${string}_${infer Rest}`
  ? Dated<Rest>
  : never;
type Dated<Text extends string> = Text extends `${string}_${infer Rest}` ? Dated<Rest> : Text;

/** The tool of a version, with all fields that the version supports. */
export type OfVersion<Tool, Version extends string> = Tool extends { readonly type: infer Type }
  ? Extract<Type, `${string}_${Version}`> extends never
    ? never
    : Omit<Tool, 'type'> & { readonly type: Extract<Type, `${string}_${Version}`> }
  : never;

/** The fields beside the type and the name, and the version. */
export type VersionedOptions<Tool, Version extends string> = Omit<
  OfVersion<Tool, Version>,
  'type' | 'name'
> & {
  readonly version?: Version | undefined;
};

/** The frozen object to send. */
export function versionedTool<Tool>(name: keyof Newest, options: object): Tool {
  const { version = newest[name], ...fields }: { readonly version?: string } = options;
  // The signature of the calling function names this type, and these are its options.
  return Object.freeze(provideRunner({ type: `${name}_${version}`, name, ...fields })) as Tool;
}
