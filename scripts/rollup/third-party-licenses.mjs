import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the licenses of the packages that the build contains to `THIRD-PARTY-LICENSES.txt`. */
export function thirdPartyLicenses(packages) {
  return {
    name: 'third-party-licenses',
    generateBundle() {
      const texts = packages.map((name) => {
        const folder = join('node_modules', name);
        const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
        if (license === undefined) throw new Error(`${name} has no license file`);
        return `${name}\n\n${readFileSync(join(folder, license), 'utf8').trim()}\n`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-LICENSES.txt',
        source: `The files in this folder contain:\n\n${texts.join('\n---\n\n')}`,
      });
    },
  };
}
