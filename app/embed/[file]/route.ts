import { notFound } from 'next/navigation';
import { EMBED_FILES, embedFile } from '@/lib/share/embed-files';

/** `/embed/style.css` and the fonts that it names: an embed takes nothing from the build of the other pages. */

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(EMBED_FILES).map((file) => ({ file }));

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const found = await embedFile(file);
  if (!found) notFound();
  return new Response(found.content, { headers: { 'Content-Type': found.type } });
}
