import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { evidence } from '@/lib/claim/evidence';
import { writeOtherSubject } from '@/lib/other-subject-fixture';
import { checkFolder } from './folder';

test('a folder of another subject, without rates, events and corrections, has no faults', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'claimline-subject-'));
  try {
    await writeOtherSubject(folder);
    const { catalog, problems } = await checkFolder(folder);
    expect(problems).toEqual([]);
    const said = catalog?.claims.claims.map((claim) => {
      const { result, answer } = evidence(catalog, claim);
      return [claim.id, result.verdict, answer];
    });
    expect(said).toEqual([
      ['east-dark', 'holds', 'So it is: 38 lamps were lit on the east coast in 2022.'],
      ['west-lit', 'does-not-hold', 'It is not so: 39 lamps were lit on the west coast in 2022.'],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
