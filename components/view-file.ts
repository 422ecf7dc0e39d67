import { fileResponse } from '@/lib/share/download';
import type { Work } from '@/lib/share/work';
import { csvFile, workFile, workFormats } from '@/lib/share/work-files';
import type { Tables } from '@/lib/table/select';

/** A file of a view. */
export async function viewFile(format: string, work: Work, tables: Tables): Promise<Response> {
  if (format === 'csv') return fileResponse(csvFile(work));
  if (!workFormats.includes(format)) return new Response('No such file.\n', { status: 404 });
  return fileResponse(await workFile(format, work, tables));
}
