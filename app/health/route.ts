import { catalog } from '@/lib/catalog';
import { version } from '@/package.json';

/** `/health`: which version answers, with which data, and whether they pass their check. */

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'no-store' };

async function dataChecked() {
  const { revision, tables, claims } = await catalog();
  const rows = [...tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
  return { check: 'passed', revision, tables: tables.size, rows, claims: claims.claims.length };
}

/** The data were checked when this process read them, and are kept: asking costs nothing. */
export async function GET() {
  try {
    return Response.json({ status: 'ok', version, data: await dataChecked() }, { headers });
  } catch (error) {
    console.error(error);
    const failed = { status: 'failing', version, data: { check: 'failed' } };
    return Response.json(failed, { status: 503, headers });
  }
}
