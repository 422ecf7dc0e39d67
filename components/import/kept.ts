import { createStore, del, delMany, entries, getMany, set, setMany } from 'idb-keyval';
import type { Setting } from './import-state';

/** What a reader keeps, in this browser alone: the files as given, and what was chosen of them. */

export type KeptFacts = { id: string; name: string; bytes: number; at: number };

type Kept = { files: File[]; setting: Setting };

const DRAFT = 'draft';
const filesKey = (id: string) => `files:${id}`;
const settingKey = (id: string) => `setting:${id}`;
const FACTS = 'facts:';

/** Opened when first used: a browser may refuse, and the page must stand without it. */
let opened: ReturnType<typeof createStore> | undefined;
const store = () => {
  opened ??= createStore('claimline-import', 'kept');
  return opened;
};

async function read(id: string): Promise<Kept | null> {
  const [files, setting] = await getMany([filesKey(id), settingKey(id)], store());
  return files && setting ? { files, setting } : null;
}

const write = (id: string, { files, setting }: Kept): Promise<void> =>
  setMany(
    [
      [filesKey(id), files],
      [settingKey(id), setting],
    ],
    store(),
  );

export const readDraft = () => read(DRAFT);

export const writeDraft = (kept: Kept) => write(DRAFT, kept);

/** The files are large and stay as they are: a choice writes only itself. */
export const writeDraftSetting = (setting: Setting) => set(settingKey(DRAFT), setting, store());

export const dropDraft = () => delMany([filesKey(DRAFT), settingKey(DRAFT)], store());

export async function keep(kept: Kept): Promise<void> {
  const id = crypto.randomUUID();
  const bytes = kept.files.reduce((sum, { size }) => sum + size, 0);
  const facts: KeptFacts = { id, name: kept.setting.name, bytes, at: Date.now() };
  await write(id, kept);
  await set(FACTS + id, facts, store());
}

export const readKept = read;

export async function forget(id: string): Promise<void> {
  await del(FACTS + id, store());
  await delMany([filesKey(id), settingKey(id)], store());
}

/** The newest first. */
export async function listKept(): Promise<KeptFacts[]> {
  const keys = (await entries<string, unknown>(store())).filter(([key]) => key.startsWith(FACTS));
  return keys.map(([, facts]) => facts as KeptFacts).sort((a, b) => b.at - a.at);
}
