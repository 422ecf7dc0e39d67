import { writeFile } from 'node:fs/promises';
import { cutFont, FONTS, fontPath } from './cut-font';
import { FALLBACKS, fallbackCss } from './fallback-faces';
import './output.mjs';

async function main(): Promise<void> {
  for (const family of FONTS) {
    const font = await cutFont(family);
    await writeFile(fontPath(family), font);
    console.log(`${fontPath(family)}: ${font.length} bytes`);
  }
  const css = await fallbackCss();
  await writeFile(FALLBACKS, css);
  console.log(`${FALLBACKS}: ${css.length} bytes`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
