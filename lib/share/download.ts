import type { WorkFile } from './work-files';

/** An answer that any program may load and a browser saves under a name that says what is inside. */
export function fileResponse({ filename, type, body, shown }: WorkFile): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${filename}"`,
      'Access-Control-Allow-Origin': '*',
    },
  });
}

export const csvResponse = (text: string, filename: string): Response =>
  fileResponse({ filename, type: 'text/csv; charset=utf-8', body: text });
