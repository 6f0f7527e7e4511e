import { provideRunner } from '../provide-runner.js';
import { type Newest, newest } from './newest.js';

/** The versions of a tool, as its `type` names them: `20260318`. */
export type VersionOf<Tool extends { readonly type: string }> = Tool['type'] extends `${string}_${infer Rest}`
  ? Dated<Rest>
  : never;
type Dated<Text extends string> = Text extends `${string}_${infer Rest}` ? Dated<Rest> : Text;

/** The tool of a version; every field that this version takes. */
export type OfVersion<Tool, Version extends string> = Tool extends { readonly type: infer Type }
  ? Extract<Type, `${string}_${Version}`> extends never
    ? never
    : Omit<Tool, 'type'> & { readonly type: Extract<Type, `${string}_${Version}`> }
  : never;

/** What is sent beside the type and the name, and which version is meant. */
export type VersionedOptions<Tool, Version extends string> = Omit<
  OfVersion<Tool, Version>,
  'type' | 'name'
> & {
  readonly version?: Version | undefined;
};

/** The object that is sent, frozen. */
export function versionedTool<Tool>(name: keyof Newest, options: object): Tool {
  const { version = newest[name], ...fields }: { readonly version?: string } = options;
  // Of exactly the type that the signature of the factory names, whose options these are.
  return Object.freeze(provideRunner({ type: `${name}_${version}`, name, ...fields })) as Tool;
}
