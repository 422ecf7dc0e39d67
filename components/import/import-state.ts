import type { Encoding } from '@/lib/import/decode';
import type { Delimiter } from '@/lib/import/delimiter';
import type { FormatId, ReadMapping } from '@/lib/import/mapping';
import type { View } from '@/lib/view/view';
import type { Found, FoundFile, Progress, Reading } from './reading';

/** How a file is to be read where a reader knows better than the file tells. */
export type ReadAs = {
  as?: FormatId;
  encoding?: Encoding;
  delimiter?: Delimiter;
  read?: ReadMapping;
};

/** All that a reader chose; with the files it makes the page again. */
export type Setting = {
  name: string;
  /** By the file's name. */
  readAs: Record<string, ReadAs>;
  /** Series of the reader's own files; null before they chose. */
  own: string[] | null;
  /** `series` are ours. */
  view: View;
  claim: string | null;
};

/** Files to read. What came with an address is not the reader's own draft. */
export type Asked = { files: File[]; setting: Setting; from: 'given' | 'link' };

/** Files that were read whole, with what was found in them and the worker that holds it. */
export type Work = Asked & { found: Found; reading: Reading };

export type Fault = { kind: 'read' | 'keep' | 'link'; message: string };

export type State = {
  /** Files being read; the work before stays until they have been. */
  busy: { asked: Asked; progress: Progress } | null;
  fault: Fault | null;
  /** Files that need a word from the reader before they can be read. */
  unread: { asked: Asked; files: FoundFile[] } | null;
  work: Work | null;
};

export type Action =
  | { kind: 'began'; asked: Asked }
  | { kind: 'progressed'; progress: Progress }
  | { kind: 'read'; found: Found; reading: Reading }
  | { kind: 'unread'; files: FoundFile[] }
  | { kind: 'failed'; fault: Fault }
  | { kind: 'cancelled' }
  | { kind: 'chose'; setting: Partial<Setting> }
  | { kind: 'closed' };

export const NOTHING: State = { busy: null, fault: null, unread: null, work: null };

export const plainSetting = (name: string): Setting => ({
  name,
  readAs: {},
  own: null,
  view: {},
  claim: null,
});

const BEGUN: Progress = { read: 0, of: 0 };

/** Series that the files no longer have are not chosen any more. */
function workOf(asked: Asked, found: Found, reading: Reading): Work {
  const own = asked.setting.own && found.own;
  return { ...asked, setting: { ...asked.setting, own }, found, reading };
}

export function reduce(state: State, action: Action): State {
  const { busy, work } = state;
  switch (action.kind) {
    case 'began':
      return { ...state, fault: null, busy: { asked: action.asked, progress: BEGUN } };
    case 'progressed':
      return busy ? { ...state, busy: { ...busy, progress: action.progress } } : state;
    case 'read':
      return busy ? { ...NOTHING, work: workOf(busy.asked, action.found, action.reading) } : state;
    case 'unread':
      return busy
        ? { ...state, busy: null, unread: { asked: busy.asked, files: action.files } }
        : state;
    case 'failed':
      return { ...state, busy: action.fault.kind === 'read' ? null : busy, fault: action.fault };
    case 'cancelled':
      return { ...state, busy: null };
    case 'chose':
      return work
        ? { ...state, work: { ...work, setting: { ...work.setting, ...action.setting } } }
        : state;
    case 'closed':
      return NOTHING;
  }
}
