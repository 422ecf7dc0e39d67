import { readAsset } from '@/lib/assets';

/** What an embed is styled with: the site's colours, its charts, its letters. Read when the site is built. */

const inter = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';

export const EMBED_FILES: Record<string, { type: string; from: string[] }> = {
  'style.css': {
    type: 'text/css; charset=utf-8',
    from: ['app/colours.css', 'components/embed/embed.css', 'components/chart/chart.css'],
  },
  'inter.woff2': { type: 'font/woff2', from: [`node_modules/${inter}`] },
  'source-serif-4.woff2': { type: 'font/woff2', from: [`node_modules/${serif}`] },
};

export async function embedFile(
  name: string,
): Promise<{ type: string; content: Uint8Array<ArrayBuffer> } | null> {
  const file = Object.hasOwn(EMBED_FILES, name) ? EMBED_FILES[name] : undefined;
  if (!file) return null;
  const content = Buffer.concat(await Promise.all(file.from.map(readAsset)));
  return { type: file.type, content: new Uint8Array(content) };
}
