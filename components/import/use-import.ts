import { useCallback, useEffect, useReducer, useRef } from 'react';
import words from '@/data/words/import.json';
import { carries, parseCarried } from '@/lib/import/link';
import { parseView } from '@/lib/view/view';
import { type Asked, NOTHING, plainSetting, reduce, type Setting, type Work } from './import-state';
import { dropDraft, readDraft, writeDraft, writeDraftSetting } from './kept';
import { Reading } from './reading';

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the address asks for: figures after the `#`, a claim or series of ours after the `?`. */
function carriedWork(): Asked | null {
  if (!carries(location.hash)) return null;
  const { name, csv, view } = parseCarried(location.hash);
  const file = new File([csv], name || words.give.pasted, { type: 'text/csv' });
  const setting = { ...plainSetting(name), readAs: { [file.name]: { as: 'tidy' as const } }, view };
  return { files: [file], setting, from: 'link' };
}

/** Forgets figures in the address once the reader has others: a reload must not bring them back. */
const clearHash = () => {
  if (carries(location.hash)) history.replaceState(null, '', location.pathname + location.search);
};

export type Preset = { claim: string | null; series: string[] };

/** What a link from a claim or a chart asks to have beside the reader's own. */
function presetOf(search: string): Preset {
  const query = new URLSearchParams(search);
  const { view } = parseView({ series: query.get('series') ?? undefined });
  return { claim: query.get('claim'), series: view.series ?? [] };
}

const withPreset = (setting: Setting, { claim, series }: Preset): Setting => ({
  ...setting,
  claim: claim ?? setting.claim,
  view: series.length > 0 ? { ...setting.view, series } : setting.view,
});

/** Of new files, with what is beside the ones before. */
export function settingFor(files: File[], before: Setting | undefined): Setting {
  const name = files[0]?.name.replace(/\.[^.]+$/, '') ?? '';
  const plain = withPreset(plainSetting(name), presetOf(location.search));
  if (!before) return plain;
  const { series } = before.view;
  return { ...plain, claim: before.claim, view: series ? { series } : {} };
}

/** Reading, and the draft that a reload brings back. One reading replaces another only when it is whole. */
export function useImport() {
  const [state, dispatch] = useReducer(reduce, NOTHING);
  const next = useRef<Reading | null>(null);
  const held = useRef<Reading | null>(null);

  const start = useCallback((asked: Asked) => {
    next.current?.stop(words.faults.cancelled);
    const reading = new Reading(
      (progress) => dispatch({ kind: 'progressed', progress }),
      words.faults.broken,
    );
    next.current = reading;
    if (asked.from === 'given') clearHash();
    dispatch({ kind: 'began', asked });
    const { readAs, own } = asked.setting;
    reading.ask('read', { files: asked.files, readAs, own }).then(
      (found) => {
        if (next.current !== reading) return;
        if (found.files.length === 0) {
          reading.stop(words.faults.cancelled);
          next.current = null;
          dispatch({ kind: 'unread', files: found.unread });
          return;
        }
        held.current?.stop(words.faults.cancelled);
        held.current = reading;
        next.current = null;
        dispatch({ kind: 'read', found, reading });
      },
      (error) => {
        if (next.current !== reading) return;
        reading.stop(words.faults.cancelled);
        next.current = null;
        dispatch({ kind: 'failed', fault: { kind: 'read', message: text(error) } });
      },
    );
  }, []);

  const cancel = useCallback(() => {
    const reading = next.current;
    next.current = null;
    reading?.stop(words.faults.cancelled);
    dispatch({ kind: 'cancelled' });
  }, []);

  const choose = useCallback((setting: Partial<Setting>) => {
    dispatch({ kind: 'chose', setting });
  }, []);

  const fail = useCallback((error: unknown) => {
    dispatch({ kind: 'failed', fault: { kind: 'keep', message: text(error) } });
  }, []);

  const close = useCallback(() => {
    cancel();
    held.current?.stop(words.faults.cancelled);
    held.current = null;
    clearHash();
    dropDraft().catch(fail);
    dispatch({ kind: 'closed' });
  }, [cancel, fail]);

  const restore = useCallback(() => {
    readDraft().then(
      (draft) => {
        if (!draft || next.current) return;
        const setting = withPreset(draft.setting, presetOf(location.search));
        start({ files: draft.files, setting, from: 'given' });
      },
      // Nothing was kept where nothing can be: no fault of the reader's.
      () => {},
    );
  }, [start]);

  /** The work of an address that carries figures; `otherwise` where it has none. */
  const follow = useCallback(
    (otherwise: () => void) => {
      try {
        const carried = carriedWork();
        if (carried) start(carried);
        else otherwise();
      } catch (error) {
        dispatch({ kind: 'failed', fault: { kind: 'link', message: text(error) } });
        otherwise();
      }
    },
    [start],
  );

  useEffect(() => follow(restore), [follow, restore]);

  // A link that is opened in a page which is there already loads nothing.
  useEffect(() => {
    const onHash = () => follow(() => {});
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [follow]);

  useDraft(state.work, fail);
  return { state, start, cancel, choose, close, fail };
}

/** Writes the draft as it changes: the files when they are new, the choices alone after that. */
function useDraft(work: Work | null, fail: (error: unknown) => void) {
  const written = useRef<File[] | null>(null);
  useEffect(() => {
    if (work?.from !== 'given') return;
    const { files, setting } = work;
    const isNew = written.current !== files;
    written.current = files;
    (isNew ? writeDraft({ files, setting }) : writeDraftSetting(setting)).catch(fail);
  }, [work, fail]);
}
