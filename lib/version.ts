/** The version of this package. The build writes the number from package.json here. */
export const version: string = '0.0.0-source';
