/** Writes the version of package.json in place of the placeholder in `lib/version.ts`. */
export function writeVersion(version) {
  return {
    name: 'write-version',
    transform(code, id) {
      if (!id.endsWith('/lib/version.ts')) return null;
      const placeholder = "'0.0.0-source'";
      if (!code.includes(placeholder)) this.error(`lib/version.ts no longer contains ${placeholder}`);
      return { code: code.replace(placeholder, `'${version}'`), map: null };
    },
  };
}
