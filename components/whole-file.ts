import { notFound } from 'next/navigation';
import { claimNamed } from '@/components/claim-metadata';
import type { Catalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { claimJson } from '@/lib/claim/json';
import { claimWork, stemOf, tableWork } from '@/lib/share/work';
import { csvFile, jsonFile, type WorkFile, workFile, workFormats } from '@/lib/share/work-files';

/** All that there is of a claim or a table, as a file of the data that are given. */

export async function claimFile(all: Catalog, id: string, format: string): Promise<WorkFile> {
  const shown = evidence(all, claimNamed(all, id));
  const work = claimWork(all, shown);
  if (format === 'csv') return csvFile(work);
  if (format === 'json')
    return jsonFile(`${stemOf(`claim-${id}`, all.asOf)}.json`, claimJson(all, shown));
  if (!workFormats.includes(format)) notFound();
  return workFile(format, work, all.tables);
}

export async function tableFile(all: Catalog, id: string, format: string): Promise<WorkFile> {
  const work = tableWork(all, all.tables.get(id) ?? notFound());
  if (format === 'csv') return csvFile(work);
  if (!workFormats.includes(format)) notFound();
  return workFile(format, work, all.tables);
}
