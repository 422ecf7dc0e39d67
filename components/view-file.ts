import { fileResponse } from '@/lib/share/download';
import type { Work } from '@/lib/share/work';
import { csvFile, workFile, workFormats } from '@/lib/share/work-files';
import type { Tables } from '@/lib/table/select';
import type { Problem } from '@/lib/view/problem';

/** A file of a view; or why it cannot be what was asked. */
export async function viewFile(
  format: string,
  work: Work,
  tables: Tables,
  problem: Problem | null,
): Promise<Response> {
  if (problem) return new Response(`${problem.reason}\n`, { status: problem.status });
  if (format === 'csv') return fileResponse(csvFile(work));
  if (!workFormats.includes(format)) return new Response('No such file.\n', { status: 404 });
  return fileResponse(await workFile(format, work, tables));
}
