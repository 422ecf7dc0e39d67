import { readAsset } from '@/lib/assets';

/** What an embed is styled with: the site's colours, its charts, its letters. Read when the site is built. */

export const EMBED_FILES: Record<string, { type: string; from: string[] }> = {
  'style.css': {
    type: 'text/css; charset=utf-8',
    from: [
      'app/colours.css',
      'components/embed/embed.css',
      'components/chart/chart.css',
      'components/chart/chart-words.css',
    ],
  },
  'inter.woff2': { type: 'font/woff2', from: ['app/fonts/inter.woff2'] },
  'source-serif-4.woff2': { type: 'font/woff2', from: ['app/fonts/source-serif-4.woff2'] },
};

export async function embedFile(
  name: string,
): Promise<{ type: string; content: Uint8Array<ArrayBuffer> } | null> {
  const file = Object.hasOwn(EMBED_FILES, name) ? EMBED_FILES[name] : undefined;
  if (!file) return null;
  const content = Buffer.concat(await Promise.all(file.from.map(readAsset)));
  return { type: file.type, content: new Uint8Array(content) };
}
